/** What Excel's classes have, from the generated table, and what the emulated version of Office has of it. */
import table from "./officeMembers.json";
import { OfficeError } from "./errors";

export interface Member {
  readonly set?: string;
  readonly readonly?: boolean;
  readonly object?: string;
  readonly method?: readonly number[];
  readonly event?: boolean;
  readonly words?: readonly string[];
}

const TABLE = table as unknown as Record<string, Record<string, Member>>;

/** "1.14" <= "1.17", compared as numbers. */
export function isAtLeast(version: string, wanted: string): boolean {
  const [major = 0, minor = 0] = version.split(".").map(Number);
  const [wantedMajor = 0, wantedMinor = 0] = wanted.split(".").map(Number);
  return major > wantedMajor || (major === wantedMajor && minor >= wantedMinor);
}

export class Members {
  constructor(private readonly excelApi: string) {}

  /** The member, refused when the class has no such name or the emulated Office is too old for it. */
  find(className: string, name: string): Member {
    const member = TABLE[className]?.[name];
    if (!member) throw new OfficeError("ApiNotFound", `${className} has no member “${name}”`);
    if (!this.isSupported(member))
      throw new OfficeError(
        "ApiNotFound",
        `${className}.${name} needs ExcelApi ${member.set}; this workbench emulates ${this.excelApi}`,
      );
    return member;
  }

  isSupported(member: Member): boolean {
    if (member.set === undefined) return true;
    return /^\d/.test(member.set) && isAtLeast(this.excelApi, member.set);
  }

  /** The words of a property's enumeration, which methods may take in an Office too old for the property. */
  words(className: string, name: string): readonly string[] {
    return TABLE[className]?.[name]?.words ?? [];
  }

  /** The plain properties `load()` without a list fetches. */
  scalars(className: string): string[] {
    return Object.entries(TABLE[className] ?? {})
      .filter(
        ([name, member]) =>
          !member.method && !member.object && !member.event && name !== "items" && this.isSupported(member),
      )
      .map(([name]) => name);
  }
}
