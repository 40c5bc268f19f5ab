/** Who leads, where a cell names several units (RULES: Who): the first, unless （牵头） marks another. */

const SEPARATORS = new Set("、，,；;/／|");
const OPENING = "(（[【";
const CLOSING = ")）]】";
const LEADS = /[(（[【](?:牵头|主办|负责)(?:单位|部门)?[)）\]】]$|(?:牵头|主办)$/u;
const HELPS = /[(（[【](?:配合|协办|协助|参与)(?:单位|部门)?[)）\]】]$|(?:配合|协办)$/u;
/** 各县（市、区）, 各县市区, 各区县人民政府: every place. */
const EVERY_PLACE = /^各(?=[县市区旗])[县市区旗州(（)）、,，/／]+(?:人民政府|政府)?$/u;

export interface OwnerList {
  /** Who leads: one, unless several are marked so. */
  readonly leads: readonly string[];
  /** All of them, as they are named. */
  readonly units: readonly string[];
  /** Whether a blank alone stands between two of them, which may as well be part of one name. */
  readonly isByBlank: boolean;
}

/** Whether a name means every place of the region. */
export const isEveryPlace = (name: string): boolean => EVERY_PLACE.test(name.replace(/\s/g, ""));

/**
 * The units that a cell names; null where it is one name without a mark.
 * @example ownerList("市财政局、市教育局（牵头）") // { leads: ["市教育局"], units: ["市财政局", "市教育局"], isByBlank: false }
 */
export function ownerList(typed: string): OwnerList | null {
  const { written, isByBlank } = separated(typed);
  const marked = written.filter((unit) => LEADS.test(unit));
  const bare = (unit: string) => unit.replace(LEADS, "").replace(HELPS, "").trim();
  if (written.length < 2 && marked.length === 0) return null;
  const first = written.find((unit) => !HELPS.test(unit));
  const leads = marked.length > 0 ? marked : first === undefined ? [] : [first];
  return { leads: leads.map(bare), units: written.map(bare).filter((unit) => unit !== ""), isByBlank };
}

/** The units between separators that stand in no brackets. */
function separated(typed: string): { readonly written: string[]; readonly isByBlank: boolean } {
  const written: string[] = [];
  let unit = "";
  let depth = 0;
  let isByBlank = false;
  const end = () => {
    if (unit.trim() !== "") written.push(unit.trim());
    unit = "";
  };
  for (const character of typed.trim().replace(/\s*([(（[【])\s*|\s+(?=[)）\]】])/g, "$1")) {
    if (OPENING.includes(character)) depth += 1;
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1);
    const isBlank = /\s/.test(character);
    if (depth > 0 || (!isBlank && !SEPARATORS.has(character))) unit += character;
    else {
      if (isBlank && unit !== "") isByBlank = true;
      end();
    }
  }
  end();
  return { written, isByBlank };
}
