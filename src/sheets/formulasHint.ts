/** 填报提示: the first thing that seems wrong with what was typed into a row, or is still asked for. Nothing is forbidden by it. */
import { REMARKS } from "../core/actual";
import type { Years } from "../core/case";
import { tidy } from "../core/expression";
import { magnitudeSlips } from "../core/units";
import { zhSheets as zh } from "../strings/zhSheets";
import { textLiteral } from "./calls";
import type { LevelReading, Reading } from "./entryReading";
import { isNoNumber, outsideOf, type Cells } from "./formulas";
import { asTypedNow, isFromLevel, partsThere, typedBefore, type Part, type Periods } from "./formulasEntry";
import { judgedUntil } from "./formulasPeriod";
import { isAlone, isByMonth, type Entry } from "./ledgerColumns";
import { Formula } from "./plan";

const hints = zh.ledger.hints;

/** The rhythm in which a row is reported. */
interface HintedRhythm {
  /** Months between two reports where they are fewer than the ledger's periods; null where it is reported in every one. */
  readonly step: number | null;
  /** The ledger's cell of the months passed. */
  readonly months: string;
  /** Whether in the ledger's year no period has closed yet; null where one always has. */
  readonly notYet: string | null;
  /** The cells outside it. */
  readonly closed: readonly string[];
}

/** What a row's hint looks at. */
export interface Hinted {
  readonly cells: Cells;
  readonly periods: Periods;
  readonly reading: Reading;
  readonly reason: string;
  readonly measures: string;
  readonly unit: string;
  /** Whether things are counted one by one, so that a half of one is a slip. */
  readonly isWhole: boolean;
  readonly entry: "percent" | "number" | "done";
  /** Whether a rate of growth is asked for. */
  readonly isGrowth: boolean;
  /** How a level is read in it; null where none is. */
  readonly level: LevelReading | null;
  /** How a flow is typed; null for any other kind. */
  readonly flow: Entry | null;
  readonly rhythm: HintedRhythm;
  readonly moreIsBetter: boolean;
  /** Whether the figure is of the target's own size, so that a multiple of it is a slip. */
  readonly hasTotal: boolean;
  /** The parts that a total adds up, and the column of 编号 in which their rows are found. */
  readonly parts: readonly Part[];
  readonly ids: string;
  /** The years in which the row's figure judges; null where any date can be judged. */
  readonly years: Years | null;
  /** Whether the promise is split over places, whose sum may stand here. */
  readonly isSplit: boolean;
  /** Whether the row is reckoned from a level that stands in it. */
  readonly hasBaseline: boolean;
}

/** A hint formula. Each piece says its sentence where it holds, and else what follows it; an error among the periods is no figure. */
export function hintOf(row: Hinted): Formula {
  const pieces = [
    ...notYetReported(row),
    ...otherYear(row),
    ...missingParts(row),
    ...outsideRhythm(row),
    ...partial(row),
    unreadable(row),
    ...baselineNoNumber(row),
    ...falling(row),
    ...periodsAlone(row),
    ...slips(row),
    ...parted(row),
    asked(row),
    lastKnown(row),
    ...judgedEarlier(row),
    ...fromLevel(row),
    ...provisional(row),
  ];
  const hint = pieces.reduceRight((otherwise, piece) => piece(otherwise), '""');
  return new Formula(`=IFERROR(${hint},${textLiteral(row.entry === "done" ? hints.notDoneWord : hints.notNumber)})`);
}

type Piece = (otherwise: string) => string;

const where =
  (condition: string, sentence: string): Piece =>
  (otherwise) =>
    `IF(${condition},${textLiteral(sentence)},${otherwise})`;

const rhythmWords = (step: number | null) =>
  hints.rhythms[step === 12 ? "yearly" : step === 6 ? "halfYearly" : step === 3 ? "quarterly" : "monthly"];

/** Nothing of the row is due yet: its first report is told. */
function notYetReported({ rhythm: { notYet, step } }: Hinted): Piece[] {
  return notYet === null ? [] : [where(notYet, rhythmWords(step).first)];
}

/** A figure that stands where the row is not reported counts for nothing. */
function outsideRhythm({ rhythm: { closed } }: Hinted): Piece[] {
  const cells = closed.filter(isCell);
  return cells.length === 0 ? [] : [where(`COUNTA(${cells.join(",")})>0`, hints.outsideRhythm)];
}

/** Where 截至期 lies between two reports: until when the row is judged. */
function judgedEarlier({ rhythm: { step, months } }: Hinted): Piece[] {
  return step === null ? [] : [(otherwise) => judgedUntil(months, step, rhythmWords(step).judged, otherwise)];
}

/** A promise over several years with a figure for each is judged only where the ledger's figure counts. */
function otherYear({ years, cells: { asOfDay } }: Hinted): Piece[] {
  const outside = years === null ? null : outsideOf(asOfDay, years);
  return outside === null ? [] : [where(`AND(ISNUMBER(${asOfDay}),${outside})`, hints.otherYear)];
}

function missingParts({ parts, ids }: Hinted): Piece[] {
  return parts.length === 0 ? [] : [where(`${partsThere(parts, ids)}<${parts.length}`, hints.partMissing)];
}

/** The places' sum, while not all of them have reported: it says how many did, and is not judged. */
function partial({ isSplit, periods }: Hinted): Piece[] {
  if (!isSplit) return [];
  const typed = asTypedNow(periods);
  const [from, to] = [`FIND("（",${typed})`, `FIND("已报）",${typed})`];
  return [(otherwise) => `IFERROR(MID(${typed},${from}+1,${to}-${from}+1)&${textLiteral(hints.partial)},${otherwise})`];
}

/** The figure at 截至期 could not be read: it stands there as text. Of a share typed as a fraction it tells the person's own figure. */
function unreadable({ cells: { actual }, entry, isGrowth }: Hinted): Piece {
  const isText = `AND(ISTEXT(${actual}),${actual}<>"")`;
  if (entry === "done") return where(`AND(${isText},${actual}<>"已完成",${actual}<>"未完成")`, hints.notDoneWord);
  if (entry === "number") return where(isText, hints.notNumber);
  const hundredfold = `ROUND(${actual}*100,9)`;
  const fraction = `${hundredfold}&${textLiteral(hints.asPercent)}&${hundredfold}`;
  const figure = `IF(ABS(${actual}*1)<1,${fraction},${textLiteral(hints.notRate)})`;
  const noNumber = textLiteral(hints.notNumber);
  const isLevel = `COUNT(FIND({${COUNTED.map(textLiteral).join(",")}},${actual}))>0`;
  const said = isGrowth ? `IF(${isLevel},${textLiteral(hints.notRate)},${noNumber})` : noNumber;
  return (otherwise) => `IF(${isText},IFERROR(${figure},${said}),${otherwise})`;
}
/** What tells a level in a row of growth: 153亿元. */
const COUNTED = ["元", "吨", "斤", "人", "亩", "户", "瓦"];

function baselineNoNumber({ hasBaseline, cells: { baseline } }: Hinted): Piece[] {
  return hasBaseline ? [where(isNoNumber(baseline), hints.baselineNoNumber)] : [];
}

/** A cumulative figure below one before it. */
function falling({ flow, periods: { cells, names } }: Hinted): Piece[] {
  if (flow === null || isAlone(flow) || !cells.every(isCell)) return [];
  return cells.slice(1).map((cell, position) => {
    const before = cells.slice(0, position + 1).join(",");
    return where(
      `COUNT(${before})*COUNT(${cell})*(${cell}<MAX(${before}))`,
      hints.falling(names[position + 1] ?? "", isByMonth(flow)),
    );
  });
}

/** Whether the ledger still has the column: people may have taken it out. */
const isCell = (named: string) => named.startsWith("$");

function periodsAlone({ flow, periods: { cells, names } }: Hinted): Piece[] {
  if (flow === null || !isAlone(flow) || !cells.every(isCell)) return [];
  const missing = cells
    .slice(0, -1)
    .map((cell, position) =>
      where(
        `AND(LEN(${cell})=0,COUNT(${cells.slice(position + 1).join(",")})>0)`,
        hints.missing(names[position] ?? ""),
      ),
    );
  return [where(`MIN(${cells.join(",")})<0`, hints.negative(isByMonth(flow))), ...missing];
}

/** Two and a half of what is counted one by one. */
function parted({ isWhole, cells: { actual } }: Hinted): Piece[] {
  return isWhole ? [where(`ROUND(N(${actual}),2)<>ROUND(N(${actual}),0)`, hints.parted)] : [];
}

/** A multiple of the target that a mistaken unit would make. */
function slips({ hasTotal, unit, flow, moreIsBetter, cells: { actual, target, share } }: Hinted): Piece[] {
  if (!hasTotal) return [];
  // Between the steps, in order: from how near below a factor to how near above it; elsewhere 0, whose reciprocal is an error.
  const steps = magnitudeSlips(unit)
    .flatMap(({ factor, margin }) => [
      [tidy(factor * (1 - margin)), factor] as const,
      [tidy(factor * (1 + margin + NEXT)), 0] as const,
    ])
    .sort(([one], [other]) => one - other);
  const list = (numbers: readonly number[]) => `{${numbers.join(",")}}`;
  const from = list([0, ...steps.map(([ratio]) => ratio)]);
  const factors = list([0, ...steps.map(([, factor]) => factor)]);
  const { before, behind } = hints.slip;
  const near = (most: string, least: string) => `1/(1/LOOKUP(${most}/${least},${from},${factors}))`;
  const above: Piece = (otherwise) =>
    `IFERROR(${textLiteral(before)}&${near(actual, target)}&${textLiteral(behind)},${otherwise})`;
  // 人 typed for 万人 in the middle of the year are five thousand times the target: nothing real is that far beyond it.
  const beyond: Piece = (otherwise) =>
    `IF(IFERROR(${actual}/${target},0)>${FAR},${textLiteral(before)}&ROUND(${actual}/${target},-2)&${textLiteral(behind)},${otherwise})`;
  // What a flow reached grows over the period, so it is held against what is due; where less is better, little is no slip.
  const due = flow === null ? target : `${target}*${share}`;
  const below: Piece = (otherwise) =>
    `IFERROR(${textLiteral(hints.slipBelow)}&${near(`(${due})`, actual)},${otherwise})`;
  return moreIsBetter ? [above, beyond, below] : [above, beyond];
}
const FAR = 125; // times the target: above what is near a hundredfold
const NEXT = 1e-9; // the upper end itself is near

/** Reason and measures of what is behind. */
function asked({ cells: { status }, reason, measures }: Hinted): Piece {
  const isShort = `OR(${status}=${textLiteral(zh.status.behind)},${status}=${textLiteral(zh.status.farBehind)})`;
  const isBlank = (cell: string) => `IFERROR(LEN(${cell}),1)=0`;
  const sentence = `IF(${isBlank(reason)},IF(${isBlank(measures)},${textLiteral(hints.reasonAndMeasures)},${textLiteral(hints.reason)}),${textLiteral(hints.measures)})`;
  return (otherwise) => `IF(AND(${isShort},OR(${isBlank(reason)},${isBlank(measures)})),${sentence},${otherwise})`;
}

/** The last figure before, and its period, where nothing stands for 截至期. */
function lastKnown({ cells: { actual }, periods }: Hinted): Piece {
  const known = typedBefore(
    periods,
    (cell, position) => `${textLiteral(`${periods.names[position] ?? ""}${hints.lastKnown}`)}&${cell}`,
  );
  return (otherwise) => `IF(AND(${actual}="",${periods.current}>1),${known},${otherwise})`;
}

/** A level was typed, and the rate worked out from it. */
function fromLevel({ level, periods, cells: { actual } }: Hinted): Piece[] {
  return level === null ? [] : [where(isFromLevel(periods, actual, level), hints.fromLevel)];
}

/** 快报, 初步, 预计: read, and said. */
function provisional({ reading: { marks }, periods }: Hinted): Piece[] {
  if (marks.length === 0) return [];
  const words = REMARKS.filter((word) => marks.some((mark) => mark.includes(word)));
  const list = `{${words.map(textLiteral).join(",")}}`;
  return [
    (otherwise) =>
      `IFERROR(LOOKUP(99,FIND(${list},${asTypedNow(periods)}),${list})&${textLiteral(hints.provisional)},${otherwise})`,
  ];
}
