/** A catalog of one promise, of another city than the embedded one, as stories fetch it. */
import type { Catalog } from "../../src/core/types";
import { catalogFile } from "../core/jingzhou";

export function xiangyang(value: number, version: string): Catalog {
  const file = catalogFile({ kind: "flow", indicator: "新增学位", target: { comparator: "plain", value, unit: "个" } });
  const commitments = file.commitments.map((each) => ({ ...each, id: "XY2024-001" }));
  return { ...file, id: "xiangyang-2024", title: "襄阳市2024年承诺", region: "襄阳市", version, commitments };
}
