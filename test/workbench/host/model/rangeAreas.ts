/** Several ranges of one sheet, as far as merged cells need them. */
import type { Area } from "../../engine/engine";
import type { Host } from "./host";
import { OfficeObject } from "./object";

export class RangeAreas extends OfficeObject {
  readonly className = "RangeAreas";

  constructor(
    host: Host,
    private readonly parts: readonly Area[],
  ) {
    super(host);
  }

  get address(): string {
    return this.parts.map((area) => this.host.addressOf(area)).join(",");
  }
  get areaCount(): number {
    return this.parts.length;
  }
  get cellCount(): number {
    return this.parts.reduce((sum, { rows, columns }) => sum + rows * columns, 0);
  }
}
