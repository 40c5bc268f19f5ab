/**
 * How a row of the ledger reads what is typed into it: the endings, marks and words that core takes for this row, asked of core one by
 * one. So the formula reads nothing that the functions refuse, and reads the rest as they do; what it can not read it says.
 */
import { NOTHING_WORDS, readActual, REMARKS } from "../core/actual";
import { PERCENT, type Case } from "../core/case";
import { CatalogError } from "../core/errors";
import { usualUnits } from "../core/units";

/** What may follow a number: `60万家` is 60 × 10^power × times ÷ parts of the row's unit. */
export interface Ending {
  readonly ending: string;
  readonly power: number;
  readonly times: number;
  readonly parts: number;
}

export interface Reading {
  readonly endings: readonly Ending[];
  /** What may stand before ("#快报") or behind ("(快报)#") the figure; # is where the text begins or ends. */
  readonly marks: readonly string[];
  /** Words for "no figure". */
  readonly nothing: readonly string[];
}

const SCALES = ["", "万", "亿"];
const DASHES = ["-", "--", "—", "——", "–"];

const READINGS = new Map<string, Reading>();

/** How rows of this kind and unit are read. Worked out once, since a ledger of a thousand rows has few of them. */
export function readingOf(row: Case): Reading {
  const { kind, unit } = row.terms;
  const key = kind === "milestone" ? kind : `in ${unit ?? ""}`;
  let found = READINGS.get(key);
  if (!found) READINGS.set(key, (found = newReading(row)));
  return found;
}

function newReading({ terms, judged }: Case): Reading {
  const target = judged instanceof CatalogError ? null : judged.value;
  const read = (typed: string) => {
    try {
      return readActual(typed, terms, target);
    } catch (error) {
      if (error instanceof CatalogError) return undefined;
      throw error;
    }
  };
  const nothing = [...DASHES, ...NOTHING_WORDS].filter((word) => read(word) === null);
  if (terms.kind === "milestone") return { endings: [], marks: [], nothing };
  const units = terms.unit === null ? [] : usualUnits(terms.unit);
  const scales = terms.unit === PERCENT ? [""] : SCALES;
  const bare = terms.unit === PERCENT ? [] : SCALES; // a bare number against a share may mean two things: its own formula looks at it
  const written = new Set([...bare, ...units.flatMap((unit) => scales.map((scale) => scale + unit)), terms.unit ?? ""]);
  const endings = [...written].flatMap((ending) => {
    const one = read(`1${ending}`);
    return typeof one === "number" ? [{ ending, ...factorOf(one) }] : [];
  });
  const figure = `1${terms.unit ?? ""}`;
  const isRead = (typed: string) => typeof read(typed) === "number";
  const marks = REMARKS.flatMap((word) => [
    ...[word, `${word}数`].filter((before) => isRead(before + figure)).map((before) => `#${before}`),
    ...(isRead(`${figure}(${word})`) ? [`(${word})#`] : []),
  ]);
  return { endings, marks, nothing };
}

/** A factor of a unit ladder taken apart: a power of ten, a small number, and 3 where a fifteenth is in it. */
function factorOf(factor: number): Omit<Ending, "ending"> {
  for (const parts of [1, 3]) {
    const [digits = "", power = "0"] = Number((factor * parts).toPrecision(12))
      .toExponential()
      .split("e");
    const [whole = "", decimals = ""] = digits.split(".");
    if (decimals.length < 3) return { power: Number(power) - decimals.length, times: Number(whole + decimals), parts };
  }
  throw new Error(`no unit is ${factor} of another`);
}
