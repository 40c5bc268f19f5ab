/** The sentences in English, for people whose Excel is. Names, units and what is typed into cells stay Chinese; so do the sheets. */
import type { CatalogIssue, DocumentTrouble, ErrorFacts } from "../core/errors";
import { catalogPlaceInEnglish } from "./catalogPlaceEnglish";
import { firstRunEn } from "./firstRun";
import { insertEn } from "./insert";
import { catalogChangesEn, catalogCommandEn, foretoldEn } from "./catalogs";
import { sourceRefusedEn } from "./sourceRefusedEnglish";
import { catalogsEn } from "./catalogsView";
import { ledgerTabEn } from "./ledgerTab";
import { checkEn } from "./check";
import { ownSheetEn } from "./ownSheet";
import { counted } from "./counted";
import { placesTableEn } from "./placesTable";
import { settingsEn } from "./settingsTab";
import { zh, type Changing, type Strings } from "./zh";

const list = (names: readonly string[]) => names.join(", ");
const nearest = (names: readonly string[]) =>
  names.length > 0 ? `Nearest: ${list(names)}` : "No similar name: please look in the catalog";

const documentTroubles: Record<DocumentTrouble, (limit: string) => string> = {
  empty: () => "there is no text in it",
  tooLarge: (limit) => `it is too large; the most is ${limit}`,
  formatUnknown: () => "it is no .txt, .docx or .pdf file",
  oldWord: () => "it is an old .doc file; please save it as .docx in Word",
  bomb: (limit) => `it would unpack to more than ${limit} and may be harmful`,
  tooDeep: (limit) => `it is nested more than ${limit} levels deep and may be harmful`,
  tooComplex: (limit) => `it holds more than ${limit} elements and may do harm`,
  tooSlow: (limit) => `it was not read within ${limit} and may do harm; reading was ended`,
  tooMuchMemory: () => "reading it took too much memory and was ended; it may do harm",
  otherEncoding: (limit) => `its text is encoded as ${limit}; please save it as UTF-8`,
  damaged: () => "it is damaged",
  locked: () => "it has a password; please remove it first",
  scanned: () => "it holds scanned pictures without text. Please run OCR on it, or paste the text",
  notText: () => "what is in it is no text",
  notWorkbook: () => "it is no .xlsx workbook",
  oldWorkbook: () => "it is an old .xls workbook; please save it as .xlsx in Excel",
  macros: () => "it is a workbook with macros; please save it as .xlsx in Excel",
  objects: () =>
    "charts, threaded comments, PivotTables or slicers lie on the ledger's sheet, which Excel on the web cannot read; delete them and save again, or collect in desktop Excel",
};

const problems: Record<CatalogIssue["problem"], string> = {
  shape: "wrong format",
  noJson: "no JSON file",
  pinUnreadable: "what was pinned cannot be read",
  notHttps: "only an https address without user name or password will do",
  changedByHand: "its content is not what was pinned: somebody changed it",
  missing: "is missing",
  unknownField: "unknown field",
  wrongType: "wrong type, expected",
  notOneOf: "must be one of",
  blank: "is blank",
  dayUnreadable: "write a day as 2025-07-01",
  idUnreadable: "write an id as JZ2024-012",
  tooFew: "too few, the least is",
  tooLong: "too long, most characters",
  tooMany: "too many, most items",
  outOfRange: "out of range, the bound is",
  unitUnreadable: "unit cannot be read, write 个, 万亩, 亿元, %, /10万",
  partTwice: "the same part twice",
  duplicateId: "id used twice",
  duplicateName: "name used twice",
  unknownDepartment: "no such department",
  unknownDocument: "no such document",
  unknownPart: "no such part",
  unlikePart: "part of another kind, unit or direction",
  sumOfRates: "growth rates and shares cannot be added up",
  partOfItself: "part of itself",
  noTarget: "needs either a target or parts",
  reasonMissing: "unclear without a reason",
  datesReversed: "ends before it begins",
  noSuchDay: "no such day",
  rangeReversed: "range upside down",
  rangeOpen: "a range needs its upper end, set anew as well",
  notARange: "only a range has an upper end",
  yearOutside: "the year is outside of its period",
  sharesFalling: "cumulative shares must not fall and must end at 1",
  newerField: "needs version 2 of the format",
  unknownPlace: "no such place",
  placeTwice: "the same place twice",
  unknownSupporter: "supporter is no department or place, or is the lead itself, or stands twice",
  partOfSum: "a total is split where its parts are",
  nothingSplit: "neither a figure set by the city nor a pledge of its own",
  revisionOfNone: "a target without a figure cannot be revised",
  revisionsUnordered: "revisions must follow each other by day, before the due day",
  periodUnreadable: "period cannot be read, write 2023, 2023Q2, 2023-06",
  periodTwice: "the same period twice",
  unlikeUnit: "unit differs from the indicator's",
  pathUnfit: "no path for such a commitment: it must run over years, an amount evenly, growth at an even rate",
  pathWithoutBase: "a path needs a baseline, an even rate one above zero",
  baselineIsTarget: "baseline equals target",
};
/** What may be given in place of last year's level. */
const INSTEAD: Record<NonNullable<ErrorFacts["lastYearMissing"]["instead"]>, string> = {
  rate: ", so growth cannot be worked out. Please enter the rate, such as “8.5%”",
  lastLevel: ", so growth cannot be worked out. Please give last year's level",
};
/** What became of a loss, or of nothing: of these no growth can be taken. */
const turns: Record<ErrorFacts["noGrowthOf"]["turn"], string> = {
  toProfit: "turned to profit",
  lossLess: "smaller loss",
  lossMore: "larger loss",
  unchanged: "the same loss",
  fromNothing: "nothing the year before",
  toLoss: "from profit to loss",
};
const issue = ({ path, problem, detail }: CatalogIssue) =>
  problem === "missing"
    ? `${catalogPlaceInEnglish(`${path}/${detail}`)}: ${problems.missing}`
    : `${catalogPlaceInEnglish(path)}: ${problems[problem]}${detail === "" ? "" : ` (${detail})`}`;

const COUNTED: Readonly<Record<string, string>> = { 字: " characters", 页: " pages", 格: " cells", 秒: " seconds" };
/** A limit as it was passed, in English. @example limitInEnglish("400万字") // "4,000,000 characters" */
const limitInEnglish = (limit: string) =>
  limit.replace(
    /^([\d.]+)(万?)([字页格秒]?)$/,
    (_, amount: string, scale: string, counted: string) =>
      (Number(amount) * (scale === "" ? 1 : 10_000)).toLocaleString("en") + (COUNTED[counted] ?? ""),
  );

const changing: Record<Changing, string> = {
  build: "The making",
  summary: "The making",
  scores: "The making",
  copy: "The making",
  update: "The update",
  freeze: "The freezing",
  collect: "The collecting",
  undo: "The taking back",
  refresh: "The refreshing",
  places: "The making",
  issues: "The making",
  catalogSheet: "The writing",
  mark: "The marking",
  unmark: "The taking away of marks",
  view: "The change of view",
  mend: "The mending of cells",
  insert: "The insertion",
};

const ENTRY_NAMES = {
  cumulative: "By quarter, to date",
  perQuarter: "By quarter, each alone",
  cumulativeByMonth: "By month, to date",
  perMonth: "By month, each alone",
};

export const en: Strings = {
  product: "Target vs Actual",
  status: {
    met: "Met",
    onPace: "On pace",
    behind: "Behind",
    farBehind: "Far behind",
    notDue: "Not due yet",
    unreported: "Not reported",
    unverifiable: "Cannot be verified",
  },
  errors: {
    departmentNotFound: (f) => `No department “${f.department}” in the catalog. ${nearest(f.nearest)}`,
    departmentAmbiguous: (f) =>
      `“${f.department}” could be several departments: ${list(f.candidates)}. Please write the full name`,
    indicatorNotFound: (f) => `“${f.department}” has no “${f.indicator}” in the catalog. ${nearest(f.nearest)}`,
    indicatorAmbiguous: (f) =>
      `Several commitments of “${f.department}” fit “${f.indicator}”: ${list(f.candidates)}. Please write the full name`,
    otherYear: (f) =>
      `“${f.department}”${f.indicator === "" ? "" : `: “${f.indicator}”`} is in the catalog of ${list(f.years)}. Please name the year in the year parameter, or give the id`,
    catalogAmbiguous: (f) =>
      `${f.region} has ${counted(f.titles.length, "catalog")} of ${f.year}: ${list(f.titles.map((title) => `“${title}”`))}. Please write a catalog's title in the department's place, as in =TARGET.LIST("${f.titles[0] ?? ""}")`,
    noCatalogOfYear: (f) =>
      `There is no catalog of ${f.region} for ${f.year}; there is one for ${list(f.years.map(String))}`,
    idContradicts: (f) =>
      `The id ${f.id} is “${f.indicator}” of “${f.department}”, which contradicts “${f.given}”. Please correct one of them, or give the id alone`,
    unitInName: (f) =>
      `“${f.indicator}” is counted in “${f.unit}” in the catalog, not in “${f.given}”. Please take the unit out of the name; to convert, use the unit parameter`,
    nameMissing: (f) =>
      f.missing === "department" ? "No department given, such as “教育局”" : "No indicator given, such as “新增学位”",
    unclear: (f) => `“${f.indicator}” awaits confirmation: ${f.reason}`,
    baselineMissing: (f) =>
      `“${f.indicator}” lacks its baseline: last year's level is not in the catalog, please enter it first`,
    noFigure: (f) => `“${f.indicator}” is something to be done or not done: it has no target figure`,
    notSplit: (f) => `“${f.indicator}” has not been split down to ${f.place}`,
    lastYearMissing: (f) =>
      `The catalog has no figure of “${f.indicator}” for the same period of the year before${f.period === null ? "" : ` (to ${f.period})`}${f.instead === null ? "" : INSTEAD[f.instead]}`,
    noGrowthOf: (f) => `From ${f.last} to ${f.level} no growth rate can be taken: ${turns[f.turn]}`,
    scoreByRank: (f) => `“${f.indicator}” is scored by rank, against others: use the score sheet`,
    weightMissing: (f) => `The catalog has no weight for “${f.indicator}”. Please give one, such as 5`,
    weightUnreadable: (f) => `“${f.given}” is no weight: give a number that is not below 0, such as 5`,
    noAnnualTarget: (f) =>
      `“${f.indicator}” is due in ${f.due.slice(0, 4)}: no target has been set for the year ${f.year}`,
    yearOutside: (f) => `“${f.indicator}” runs from ${f.from} to ${f.due}, which leaves out “${f.given}”`,
    notOneYear: (f) =>
      `“${f.given}” is not one whole year. For a year's target write the year alone (2024); for what is due by a date use TARGET.PACE`,
    rateRefused: (f) =>
      `“${f.indicator}” is a growth rate, a share or a milestone: look at its gap (in points), not at completion`,
    rateOfNone: (f) => `“${f.indicator}” has a target of 0 or below and so no completion rate: look at its gap`,
    runRateRefused: (f) =>
      `“${f.indicator}” is a growth rate, a share or a milestone and cannot be spread over quarters: look at its gap (in points)`,
    noQuartersLeft: (f) => `“${f.indicator}” is due on ${f.due}: no quarter is left after that period`,
    asOfMissing: (f) => `No period given for “${f.indicator}”, such as 2024Q2, 上半年, 1-9月`,
    notBegun: (f) => `“${f.indicator}” begins on ${f.from} and has not begun yet`,
    noPace: (f) => `“${f.indicator}” has no pace: it can be judged once it is due, on ${f.due}`,
    nothingDue: (f) => `Nothing of “${f.indicator}” is due by then yet`,
    actualMissing: (f) => `“${f.indicator}” has no actual figure yet`,
    percentUnclear: (f) =>
      `The actual figure ${f.given} may mean ${f.asTyped} or ${f.asPercent}. Please write it as text, such as “${f.asPercent}”`,
    levelInGrowth: (f) =>
      `“${f.given}” is too far from the growth target of ${f.target} and looks like a level. Please enter the growth; if it is growth, write it as text: “${f.asRate}”`,
    fallSignUnclear: (f) =>
      `“${f.given}” may mean a fall or a rise of ${f.amount}. Please write it as text: “下降${f.amount}” or “增长${f.amount}”`,
    changeNotLevel: (f) =>
      `“${f.given}” is a change, not the figure reached. Please enter the figure so far, or the level at the end`,
    milestoneUnreadable: (f) => `“${f.given}” does not say whether it is done. Please enter “已完成” or “未完成”`,
    quantityUnreadable: (f) =>
      `“${f.given}” is not a quantity. Write it like this: 8310, 8,310个, 3.2万, 440万吨, 8.5%`,
    quantityVague: (f) => `“${f.given}” is not an exact figure. Please enter the number`,
    quantityRelative: (f) =>
      `“${f.given}” depends on last year's figure or on the whole. Please enter the number it comes to`,
    quantityDoubtful: (f) => `“${f.given}” is not exact. If it is exactly ${f.bare}, please enter ${f.bare}`,
    currencyForeign: (f) => `“${f.given}” is not in yuan. Please convert it into 元, 万元 or 亿元 first`,
    errorGiven: (f) => `A cell referred to holds the error ${f.given}. Please correct that cell first`,
    unitMismatch: (f) => `The unit “${f.given}” cannot be converted into “${f.expected}”`,
    unitUnreadable: (f) =>
      `${f.given === "" ? "The unit is missing" : `“${f.given}” is not a unit`}. Write it like this: 个, 万亩, 亿元, %`,
    periodUnreadable: (f) =>
      `“${f.given}” is neither a date nor a period. Write it like this: 2024Q2, 二季度, 上半年, 1-9月, 2024-09`,
    propertyUnknown: (f) =>
      `There is no property “${f.given}”. One can ask for: 单位, 比较, 语气, 性质, 期限, 基数, 原文, 来源, 构成, 编号`,
    columnsDiffer: (f) =>
      `The columns differ in length: ${counted(f.departments, "department")}, ${counted(f.indicators, "indicator")}, ${counted(f.actuals, "actual")}. Please select as many rows of each, or a single cell`,
    toleranceUnreadable: (f) => {
      const name = { shareTolerance: "完成率容差", pointTolerance: "百分点容差", shareGrace: "起算线" }[f.tolerance];
      const wanted = f.tolerance === "pointTolerance" ? "a number from 0 to 100" : "a number from 0 to 1, such as 10%";
      const trouble =
        f.given === null ? "is not found" : f.given.trim() === "" ? "is blank" : `“${f.given}” cannot be read`;
      return `${name} on sheet “${f.ledger}” ${trouble}. Please type ${wanted}; nothing is judged until then`;
    },
    documentRefused: (f) => `“${f.name}” was not read: ${documentTroubles[f.reason](limitInEnglish(f.limit ?? ""))}.`,
    sourceRefused: sourceRefusedEn,
    catalogTooLarge: (f) =>
      `Packed the catalog is ${f.megabytes} MB; a workbook carries at most ${f.most} MB. Please split it, by county or by year`,
    catalogInvalid: (f) => `The catalog file has errors: ${f.issues.map(issue).join("; ")}`,
    catalogDamaged: (f) =>
      `This workbook's own catalog is damaged. Nothing is answered until one is chosen on the tab Settings of the pane (${f.issues.map(issue).join("; ")})`,
    workbookUnread: (f) =>
      `The catalog and settings this workbook carries could not be read (Excel: ${f.reason}). Nothing is answered until they are: press Try again in the pane, or use the built-in catalog for now`,
  },
  // What stands in cells is Chinese in every language.
  shortErrors: zh.shortErrors,
  reason: zh.reason,
  list: zh.list,
  unexpectedError:
    "Something unexpected happened; the sheet was not changed. Please try again, and if it happens again tell your administrator: ",

  // What stands before a figure ends in a blank, what follows one begins with it.
  comparator: {
    atLeast: "at least ",
    moreThan: "more than ",
    about: " or so",
    atMost: "at most ",
    lessThan: "less than ",
    range: "range",
    plain: "equal or better",
  },
  kind: { flow: "running total", stock: "level", growth: "growth", ratio: "share", milestone: "milestone" },
  modality: { ensure: "ensure", plan: "plan", strive: "strive for", stated: "stated" },
  completeCoverage: "complete coverage",
  thanLastYear: "more than last year",
  evidence: {
    due: (from, due) => `${from} to ${due}`,
    baseline: (value, asOf) => (asOf ? `${value} (${asOf})` : value),
    source: (title, section, speaker) => [title, section, ...(speaker ? [speaker] : [])].join(", "),
    falls: (amount) => `a fall of ${amount}`,
    between: "; ",
    none: "none",
    part: (indicator, amount, id) => `${indicator} ${amount} (${id})`,
    revision: (change, from, basis, by, recorded) =>
      `${change} (from ${from}, on the basis of ${basis}; ${by}, ${recorded})`,
    inPlace: (place, amount, ownPledge) =>
      ownPledge === null ? `${place} ${amount}` : `${place} ${amount} (own pledge ${ownPledge})`,
    notSplit: "not split",
    beyond: (difference, amount) =>
      difference === 0
        ? "the places add up to the city's figure"
        : difference > 0
          ? `${amount} more`
          : `${amount} less`,
    bindings: { binding: "binding", expected: "expected" },
    basis: { annualTarget: "plan for the year", linear: "straight from base to end", compound: "at an even rate" },
  },

  // A ledger is a document of a Chinese office, whatever language its Excel speaks.
  ledger: zh.ledger,
  presets: {
    standard: { name: "Standard", rule: "Below pace within the tolerance is yellow, beyond it red." },
    xuancheng: { name: "Xuancheng", rule: "Anything below pace is red; there is no tolerance." },
    yinchuan: {
      name: "Yinchuan",
      rule: "10 to 30 points short is yellow, more is red; below 10, which the rule leaves open, counts as on pace.",
    },
    tianjin: {
      name: "Tianjin",
      rule: "Growth below target is yellow while positive, red when negative; else as standard.",
    },
  },
  scores: zh.scores,
  summary: zh.summary,
  circular: zh.circular,
  placesTable: placesTableEn,
  card: {
    supporters: "With help of",
    revisions: "Revised",
    lastYear: "Last year",
    split: "Split",
    binding: "Binding",
    weight: "Weight",
    near: (phrases) => `The same place also says: ${phrases.map((phrase) => `“${phrase}”`).join(" ")}`,
    openDocument: "Open the document",
    openDocumentNamed: (title) => `Open the document: ${title} (in a browser)`,
    contradictions: "Said otherwise, and corrected",
    setAside: (document, by, recorded, why) => `“${document}” says so; set aside by ${by} on ${recorded}: ${why}`,
    corrected: (what, before, by, recorded, why) =>
      `${what}${before === null ? "" : ` (was ${before})`}, ${by} on ${recorded}: ${why}`,
    uses: "In this workbook",
    looking: "Looking…",
    notLooked: "Excel does not tell now; open this card again later.",
    unused: "Not used yet.",
    furtherUses: (count) => `${count} more`,
    ledgerRow: (place) => `${place} (ledger row)`,
  },
  firstRun: firstRunEn,
  insert: insertEn,
  catalogCommand: catalogCommandEn,
  catalogChanges: catalogChangesEn,
  foretold: foretoldEn,
  catalogs: catalogsEn,
  catalogSheet: zh.catalogSheet,
  ownSheet: ownSheetEn,
  ledgerTab: ledgerTabEn,
  settings: settingsEn,

  pane: {
    languageTag: "en",
    tabsLabel: "Views",
    tabs: {
      catalog: "Catalog",
      ledger: "Ledger",
      cell: "Cell",
      check: "Check",
      review: "Import",
      settings: "Settings",
    },
    notLoaded: "This view could not be loaded: please check the network and press again.",
    excelOnly: "This add-in works in Excel: please open it there.",
    catalogNote: (version) => `version ${version}`,
    close: "Close",
    cancel: "Cancel",
    back: "Back",
    more: (count) => `Show ${count} more`,

    searchLabel: "Find a department or an indicator",
    searchPlaceholder: "Department or indicator, e.g. 学位",
    clearSearch: "Clear",
    count: (commitments, departments) => `${counted(departments, "department")}, ${counted(commitments, "commitment")}`,
    countOf: (commitments) => commitments.toLocaleString("en-US"),
    found: (count) => `${counted(count, "commitment")} found`,
    noMatch: (typed) => `No commitment fits “${typed}”`,
    nearest: "Similar names:",
    notFoundNext: "Try other words (departments, indicators, figures, pinyin or its initials), or:",
    showAll: "Show all",
    importReport: "Import a report",
    openAll: "Open all",
    closeAll: "Close all",
    learningPinyin: "Loading pinyin…",
    noPinyin: "Pinyin could not be loaded: please check the network. Characters still work.",

    toBeDone: "to be done in time",
    notConfirmed: "unconfirmed",
    noAnnualTarget: "no target this year",
    noTarget: "No target to use",
    noFormula: "In a cell it would only show #N/A for now.",
    comparisonLabel: "Comparison",
    kindLabel: "Kind",
    modalityLabel: "Firmness",
    periodLabel: "Period",
    baselineLabel: "Baseline",
    madeOfLabel: "Made of",
    original: "In the words of the source",
    also: "See also",
    noteLabel: "Note",
    idLabel: "Number",
    insertFormula: "Insert formula",
    inserted: (address) => `Formula inserted in ${address}`,
    insertAsk: (address, text) => `${address} holds “${text}”. Replace it with the formula?`,
    replace: "Replace",

    buildLedger: "Build ledger",
    chosen: (departments, commitments) =>
      `${counted(departments, "department")} chosen, ${counted(commitments, "row")}`,
    chooseFirst: "Please tick some departments first",
    chooseTitle: "Departments",
    chooseAll: "All",
    chooseNone: "None",
    ledgerAsk: (name) => `The sheet “${name}” holds something already. `,
    ledgerNewSheet: (name) => `Use a new sheet “${name}”`,
    ledgerReplace: "Delete it and build anew",
    ledgerReplaceWarning: "Building anew deletes what is in it, which cannot be undone. ",
    ledgerAskUpdate:
      "A ledger can be updated: that adds what is new and rewrites our formulas; figures and words typed, columns added, formats and notes stay. ",
    ledgerUpdate: "Update it",
    ledgerUpdateNamed: (name) => `Update “${name}”`,
    ledgersStand: (names) => `There is a ledger already: ${list(names.map((name) => `“${name}”`))}. `,
    whichLedger: "There are several ledgers. Which one is meant?",
    building: "Building…",
    updateTitle: (name) => `Before “${name}” is updated`,
    updateChanges: "The catalog says otherwise than the ledger",
    updateGone: "No longer in the catalog: marked, not deleted",
    updateAdds: (count) => (count === 0 ? "No new rows." : `${counted(count, "row")} will be added.`),
    updateNow: "Write",
    changeRow: (before, after) => `${before} → ${after}`,
    changeFields: { target: "Target", baseline: "Baseline", unit: "Unit" },
    updated: (name, added, changed, gone) =>
      `“${name}” is updated: ${counted(added, "row")} added, ${counted(changed, "figure")} changed, ${counted(gone, "row")} no longer in the catalog.`,
    updateKept: (cells, more) =>
      ` Formulas that somebody typed over were left alone: ${list(cells)}${more > 0 ? ` and ${more} more` : ""}.`,
    updateUnfiltered:
      " The ledger is being filtered, and the filter was left alone: new rows stand outside it. Clear the filter and update once more to take them in.",
    updateRefused: {
      noLedger: "This sheet is no ledger.",
      noSettings: "Labels in the ledger's row 3 were changed, so its settings can't be found; nothing was updated.",
      entryDiffers: (standing) =>
        `This ledger is filled ${ENTRY_NAMES[standing].toLowerCase()}; another way is chosen now. Typed figures are not converted, so nothing was updated: choose “${ENTRY_NAMES[standing]}” again, or build another ledger.`,
      noPeriods: (missing) =>
        `The ledger lacks the columns ${list(missing)}, which its formulas need; nothing was updated.`,
      headingTaken: (headings) =>
        `The ledger has columns called ${list(headings.map((each) => `“${each}”`))} already, so it could not be told which are filled in; nothing was updated. Please rename the columns you added.`,
      otherCatalog:
        "None of this ledger's numbers is in the present catalog: it seems to be of another one. Nothing was updated.",
      locked: "The ledger is protected by a password; nothing was updated. Please take the protection off first.",
      denied:
        "Excel does not let the ledger's protection be taken off (a password, a permission or a security program may be in the way); nothing was updated.",
    },
    reshapeAsk: (name, standing, wanted) =>
      `“${name}” is filled ${ENTRY_NAMES[standing].toLowerCase()}; ${ENTRY_NAMES[wanted].toLowerCase()} is chosen now. It can be changed where it stands: ${
        wanted === "cumulativeByMonth"
          ? "totals of the four quarters are those of months 3, 6, 9 and 12, and blank columns come in for the other months"
          : "totals of months 3, 6, 9 and 12 are those of the four quarters; columns of the other months are hidden with what was typed, which counts no more until the ledger is filled by month again"
      }. Its name, figures and words, rows and columns people added, notes, tolerances and protection stay, and formulas elsewhere follow their cells.`,
    reshapeAside: (headings) => ` Figures are typed into columns to be hidden: ${list(headings)}.`,
    reshapeTakingIn: (cells, more) =>
      ` These formulas speak of an area across quarters, into which the new columns come; please look at them first: ${list(cells)}${more > 0 ? ` and ${more} more` : ""}.`,
    reshape: "Change it here",
    reshaped: (name, entry) => `“${name}” is filled ${ENTRY_NAMES[entry].toLowerCase()} now. `,
    entryLabel: "Filled in",
    entries: ENTRY_NAMES,
    presetLabel: "Rules",
    presetKept: (name, cells) =>
      `Now judged by “${name}”; ${counted(cells, "formula was", "formulas were")} worked out anew. For a standing ledger choose Update the ledger.`,
    judgedByLedger: (sheet, preset, share, points, grace) =>
      `Functions and ledger judge alike: by the sheet “${sheet}” (${preset}; tolerance ${share} points of attainment, ${points} for growth and ratios, none counted below ${grace}). After choosing other rules, update that ledger: the functions follow it.`,
    working: "Working…",
    callingOff: "Calling it off…",
    calledOff: "Cancelled; the workbook is as it was.",
    tolerancesChanged: (sheet, cells) =>
      `The tolerances of “${sheet}” have changed; ${counted(cells, "formula was", "formulas were")} worked out anew by them.`,
    tolerancesNotRefreshed: (sheet) =>
      `The tolerances of “${sheet}” have changed; what functions show is still by the old ones: please press Refresh.`,
    copying: "Copying…",
    copied: (name, errors) =>
      (errors === 0
        ? `“${name}” is made. `
        : `“${name}” is made; ${counted(errors, "cell holds", "cells hold")} an error: please check the ledger. `) +
      "To send it alone, right-click its sheet tab and choose Move or Copy into a new workbook.",
    copyAsk: (name) => `There is a sheet “${name}” already. `,
    copyReplace: "Replace the earlier copy",
    replaceLeaves:
      "If it is replaced, formulas and names elsewhere go on with the new sheet; charts, drop-down lists and conditional formats elsewhere that point at it do not, and have to be set again.",
    scoring: "Making the score sheet…",
    scoresMade: (name, ledger, rows) =>
      `Made “${name}” of “${ledger}”, ${counted(rows, "row")}. Please check the weights; yellow cells are for typing.`,
    scoresReplace: "Make it anew, keeping weights and bonuses",
    summarising: "Making the summary…",
    summaryMade: (name, ledger) =>
      `“${name}” is made from “${ledger}”. The circular's paragraph is below, ready to copy.`,
    summaryReplace: "Replace the earlier summary",
    circular: "Paragraph for the circular",
    copyText: "Copy",
    circularCopied: "The paragraph is copied.",
    circularSelected: "The browser does not allow copying here. The paragraph is selected: please press Ctrl+C.",
    freezing: "Freezing…",
    frozen: (asOf, rows, sheet) =>
      `${counted(rows, "verdict")} of ${asOf} ${rows === 1 ? "is" : "are"} kept in “${sheet}” and in the ledger's 历次状态.`,
    freezeAgain: (asOf, frozenAt) => `${asOf} was frozen on ${frozenAt}. Keep another copy? The earlier one stays.`,
    freezeAdd: "Keep another",
    freezeNoAsOf: "The ledger's as-of date can't be read; please write 2024Q2 or a date.",
    briefShown: (name) =>
      `“${name}” shows its short view: baseline, latest figure, completion, pace, gap and the months not being filled are folded away, so that the status stands beside what you type. Press once more for all of it.`,
    wholeShown: (name) => `“${name}” shows all its columns again.`,
    briefLocked: "The sheet is protected, its columns cannot be folded. Please take the protection off first.",
    ledgerLocked: "The ledger is protected by a password; nothing was frozen. Please take the protection off first.",
    ledgerDenied:
      "Excel does not let the sheet's protection be taken off (a password, a permission or a security program may be in the way); nothing was frozen.",
    noLedger: "There is no ledger in this workbook. Please build it first.",
    ledgerBusy: "The ledger is still being calculated. Please try again in a moment.",
    ledgerBuilt: (name, rows, entry) =>
      `“${name}” is ready: ${counted(rows, "row")}. Check the as-of date first, then enter the figures (${ENTRY_NAMES[entry].toLowerCase()}).`,

    cell: "Selected cell",
    cellAnswer: "Shows",
    cellWrong: (address, sentence) => `${address}: ${sentence}`,
    explain: "Explain",
    wholeEvidence: "See all the evidence",
    openCatalog: "Look in the catalog",
    useInstead: (name) => `Change to “${name}”`,
    changeReferenced: (address, present, name) =>
      `The name stands in ${address}, now “${present}”. Change ${address} to “${name}”?`,
    change: "Change",
    referencedFormula: (address) => `The name is made by the formula in ${address}. Please change it there.`,
    repaired: (address) => `${address} changed`,
    noVerdict: "This row has no verdict: somebody may have added it, or cleared its status.",
    listedBeside: (titles) =>
      `${list(titles.map((title) => `“${title}”`))} of the same year ${titles.length === 1 ? "is" : "are"} not listed here; for that write =TARGET.LIST("${titles[0] ?? ""}").`,
    notOurs: "This cell holds no formula of this add-in.",
    argumentsUnreadable:
      "The names are computed inside the formula and cannot be read here. Please see the cell's own message.",
    shownError: (text) => `The formula is right, yet the cell shows ${text}.`,
    otherPartWrong: (text) =>
      `The part that looks up the target is right; ${text} comes from another part of the formula.`,
    brokenCall: (troubles) =>
      `${troubles
        .map((trouble) => {
          if (trouble.is === "misspelt") return `“${trouble.given}” is no function; ${trouble.meant} is meant`;
          if (trouble.is === "unquoted")
            return `${trouble.names.map((name) => `“${name}”`).join(", ")} must stand in quotation marks`;
          return "Chinese quotation marks, commas or brackets became part of the names";
        })
        .join("; ")}.`,
    mendTo: (formula) => `Change to ${formula}`,
    spillBlocked:
      "The answer takes several rows and columns, and something stands to the right or below. Clear it, and the answer appears.",
    formattedAsText: "The cell is formatted as text, so the formula is not calculated.",
    makeFormula: "Make it a formula",
    recalculate: "Calculate again",
    recalculated: (address) => `${address} calculated again`,

    check: checkEn,
    checkTitle: "Check gaps",
    checkNow: "Check again",
    checking: "Checking…",
    checked: (found) => {
      const read = found.ledgers.map(({ sheet, rows }) => `“${sheet}” (${counted(rows, "row")})`);
      const troubles = [
        found.damaged > 0 && `${counted(found.damaged, "cell")} overwritten`,
        found.errors > 0 && `${counted(found.errors, "formula")} in error`,
        found.attention > 0 && `${counted(found.attention, "commitment")} behind, unreported or without a verdict`,
      ].filter((part) => part !== false);
      const none =
        read.length > 0
          ? "No formula in error; nothing in the ledgers behind, unreported or not verifiable."
          : "No formula in error.";
      return [
        `${counted(found.sheets, "sheet")} read:`,
        read.length > 0
          ? `ledger ${list(read)}.`
          : found.own.length > 0
            ? "no ledger."
            : "no ledger, so nothing can be said of what is behind.",
        found.places > 0 && `${counted(found.places, "county table")}.`,
        found.scores > 0 && `${counted(found.scores, "score sheet")}.`,
        found.own.length > 0 &&
          `Sheets of your own: ${list(found.own.map(({ sheet, rows }) => `“${sheet}” (${counted(rows, "row")})`))}.`,
        found.calls > 0 && `${counted(found.calls, "formula")} of this add-in elsewhere.`,
        ...found.likeLedgers.map(
          ({ sheet, missing }) =>
            `“${sheet}” looks like a ledger but lacks the columns ${list(missing)}: not understood, not checked.`,
        ),
        found.others.length > 0 &&
          `Not understood, not checked: ${list(found.others.slice(0, 3).map((sheet) => `“${sheet}”`))}${found.others.length > 3 ? ` and ${found.others.length - 3} more` : ""}.`,
        found.tooLarge.length > 0 && `Too many cells to read: ${list(found.tooLarge)}.`,
        troubles.length > 0 ? `${list(troubles)}.` : none,
      ]
        .filter((part) => part !== false)
        .join(" ");
    },
    checkDamaged: "Overwritten formulas and history",
    checkNoVerdict: "Rows without a verdict",
    damage: (indicator, heading) => (heading === null ? `${indicator}, whole row` : `${indicator}, ${heading}`),
    damageNow: (shows) => (shows === "" ? "blank" : shows),
    rowGone: "gone",
    sheetGone: (sheet) => `“${sheet}”, the whole sheet`,
    rowsKept: (rows) =>
      `its ${counted(rows, "row")} ${rows === 1 ? "was" : "were"} kept when frozen, and can be restored`,
    restoreDamages: (count) => (count === 1 ? "Restore it" : `Restore these ${count}`),
    restoringDamages: "Restoring…",
    damagesRestored: (cells, overtaken) =>
      `${counted(cells, "place")} restored.${overtaken > 0 ? ` ${overtaken} changed meanwhile and stay as they are.` : ""}`,
    restoreLocked: (sheets) =>
      `${list(sheets.map((name) => `“${name}”`))} ${sheets.length === 1 ? "is protected by a password and stays as it is" : "are protected by passwords and stay as they are"}.`,
    listTitle: (title, count) => `${title} (${count})`,
    verdictPlace: (department, sheet, address) => `${department}, ${sheet}!${address}`,
    checkErrors: "Formulas in error",
    refresh: "Refresh formulas",
    refreshing: "Refreshing…",
    refreshHint: "Calculates every target formula again by the present catalog, and repairs #NAME?.",
    refreshed: (cells, differing) =>
      cells === 0
        ? "There are no target formulas to refresh."
        : `${counted(cells, "target formula")} refreshed; ${differing === 0 ? "all show what they did" : `${differing} now ${differing === 1 ? "shows" : "show"} something else`}. `,
    refreshLocked: (sheets) =>
      `Protected by a password and not refreshed: ${list(sheets)}. Please take the protection off first.`,
    refreshDenied: (sheets) =>
      `Excel does not let the protection of ${list(sheets)} be taken off (a password, a permission or a security program may be in the way); not refreshed.`,
    refreshTitle: "Before refreshing",
    refreshSeen: (count) =>
      `The catalog differs from what the workbook shows in ${counted(count, "place")}. Cancel leaves every cell as it is.`,
    refreshNow: "Refresh",
    useCatalogNow: "Use this catalog",
    refreshDiffers: "Changed by refreshing",

    failedHost: (code) => `Excel did not complete this step (${code}). No half-made sheet was left behind.`,
    keptNotRefreshed:
      "Kept in the workbook and in force: there is no need to do it again. Only the cells are not refreshed yet; please press Refresh later.",
    rowsMoved:
      "Somebody is changing this sheet: rows moved or cells were just filled in. Nothing was written; please try again in a moment.",
    nameTaken: "Somebody has just added a sheet of the same name. Nothing was changed; please press again.",
    restore: "Restore the sheet",
    restoreNow: (what, sheet) =>
      `Excel stopped half-way: ${changing[what]} of “${sheet}” is neither done nor taken back. What was there before is kept in this workbook: once Excel can write again, press “Restore the sheet”.`,
    restoreFirst: (what, sheet, at) =>
      `${changing[what]} of “${sheet}” on ${at} was left half done. What was there before is kept in this workbook: please press “Restore the sheet” before anything else.`,
    othersAtWork: (what, sheet, at, minutes) =>
      `${changing[what]} of “${sheet}” is under way on somebody else's screen (${at}); nothing was changed. Please try again in a moment. If it is still not done after ${counted(minutes, "minute")}, you will be asked to restore the sheet first.`,
    restored: (sheets) => `Restored: ${list(sheets.map((name) => `“${name}”`))} as before.`,
    nothingToRestore: "There is nothing to restore: the workbook is as before.",
    cellBeingEdited: "A cell is being edited. Please finish with Enter or Esc, then try again.",
    accessDenied:
      "Excel did not allow it, and nothing was changed. The sheet or workbook may be protected or read-only, or a policy on file types or a virus scanner stopped it: take the protection off, or ask your administrator to allow it.",
    sheetProtected: "The sheet is protected and was not changed. Please unprotect it first, then try again.",
  },

  importIssues: {
    tenseUnclear: (indicator) => `“${indicator}”: a commitment, or something already done?`,
    departmentMissing: (indicator) =>
      indicator === "" ? "The text names no responsible department" : `“${indicator}” names no responsible department`,
    figuresDiffer: (indicator) => `“${indicator}” is given with different figures`,
    promisedTwice: (indicator) => `“${indicator}” is committed to more than once`,
    figureMissing: (indicator) => `“${indicator}” has no definite figure`,
    figureBroken: (indicator) =>
      `“${indicator}”: a blank stands inside its figure; it may be one figure or two, please compare`,
    unitsDiffer: (indicator) => `“${indicator}”: the cell gives another unit than its row or header`,
    unitMissing: (indicator) => `“${indicator}” has no unit`,
    shareUnclear: (indicator, figures) =>
      figures
        ? `“${indicator}” says ${figures[0]}: is it ${figures[1]}% or ${figures[0]}%?`
        : `“${indicator}”: is the fraction a percentage?`,
    totalDiffers: (indicator, figures) =>
      figures
        ? `The total of “${indicator}” says ${figures[0]}, its rows add up to ${figures[1]}`
        : `The total of “${indicator}” is not the sum of its rows`,
    partsDiffer: (indicator, figures) =>
      figures
        ? `“${indicator}”: ${figures[0]} for the whole, ${figures[1]} in its shares: ${Number(Math.abs(figures[1] - figures[0]).toPrecision(12))} too ${figures[1] > figures[0] ? "many" : "few"}`
        : `The shares of “${indicator}” do not add up to the whole`,
    summedFromParts: (indicator) => `“${indicator}”: no figure for the whole; this is the sum of its shares`,
    ofEach: (indicator) => `“${indicator}”: the figure is each one’s, or each month’s, and no total`,
    departmentCarried: (indicator) => `“${indicator}” does not name its own department, the one before was taken`,
    departmentOfPage: (indicator) => `“${indicator}” names no department, the one that published the page was taken`,
    unitCarried: (indicator) => `“${indicator}”: its measure is blank, the one above was taken`,
    yearUnknown: () => "The text does not tell which year it is about; periods are open",
  },
  tables: {
    title: "Check the header",
    hint: "This is how each column is understood. Change what is wrong, then find the commitments.",
    table: (serial, rows) => `Table ${serial}, ${counted(rows, "row")}`,
    unit: (unit) => `in ${unit}`,
    noLabel: (serial) => `Column ${serial}`,
    asText: "Read as text",
    asTable: "Read as a table",
    readAsText: "This table is read as text.",
    notATable: "No column of indicators with one of targets: no commitment can be read",
    back: "Choose again",
    go: "Find commitments",
    roles: {
      indicator: "Indicator, task",
      group: "Group",
      unit: "Unit",
      target: "Target",
      growth: "Target growth",
      lastYear: "Last year",
      baseline: "Baseline",
      lead: "Responsible",
      supporting: "Supporting",
      due: "Due",
      place: "One county's share",
      ownPledge: "A county's own pledge",
      placeName: "Counties' names",
      total: "Total",
      otherPeriod: "Part of the year, other year",
      actual: "Done so far",
      serial: "Number",
      ignored: "Not used",
    },
  },
  leftOut: {
    past: { word: "Review", why: "tells what has been done" },
    baseline: { word: "Baseline", why: "is where a target starts from, and kept as its baseline" },
    threshold: { word: "Threshold", why: "says what counts, not how much is to be done" },
    mark: { word: "Mark", why: "is passed on the way; the target is the figure behind it" },
    size: { word: "Size", why: "says how large a project or facility is" },
    allowance: { word: "Rate", why: "is the amount each recipient gets" },
    scope: { word: "Scope", why: "says what the work is about" },
    slogan: { word: "Slogan", why: "is what an action or task is called" },
    definition: { word: "Definition", why: "explains a term" },
    page: { word: "Page", why: "belongs to the page around the text: codes, visits, links" },
    rank: { word: "Rank", why: "is a rank or an ordinal" },
    age: { word: "Age", why: "says how old those meant are" },
    date: { word: "Time", why: "is a date or a length of time" },
    name: { word: "Name", why: "is part of a name" },
    number: { word: "Number", why: "is a list number, a code or a number without a unit" },
    total: { word: "total", why: "the total of a table, checked against its rows" },
    otherPeriod: { word: "part of it", why: "a table's figure for a quarter, a month or another year" },
    unreadable: { word: "unread", why: "the cell is no single figure and was not read" },
    column: { word: "beside", why: "stands in a column that holds no commitments" },
  },
  commandLine: {
    usage: "Usage: npm run --silent extract -- FILE [--year 2025] [--department 市教育局] [--tense plan]",
    tense: { plan: "plan", review: "review", both: "both" },
    tenseWrong: (given: string) => `--tense does not know “${given}”: plan, review or both`,
    yearWrong: (given) => `“${given}” is no year, such as 2025`,
    noFile: (file) => `There is no file “${file}”`,
    optionWrong: (given) => `“${given}” has an option that is not known, or one without its value`,
  },

  review: {
    startTitle: "Import commitments from a report",
    startHint:
      "Paste a report or a table, or choose a .txt, .docx, .pdf, .xlsx or .csv file. What is found are drafts: none enters the catalog unconfirmed.",
    pasteLabel: "Text of the report",
    pastePlaceholder: "Paste the report here",
    chooseFile: "Choose a file",
    year: "Year",
    yearAutomatic: "auto",
    textKind: "It is",
    textKinds: { auto: "detect", plan: "a plan", review: "a review", both: "both" },
    region: "Region",
    extract: "Find commitments",
    reading: (percent) => `Reading… ${percent}%`,
    extracting: (percent) => `Looking for commitments… ${percent}%`,
    cancelled: "Cancelled.",
    pasteFirst: "Please paste a report or choose a file first",
    nothingFound: "No commitment with a figure was found.",
    onlyLeftOut: (count) =>
      `No commitment was found. ${counted(count, "figure was", "figures were")} left out, listed below; T takes one in.`,
    found: (drafts, doubtful) =>
      `${counted(drafts, "draft")} found${doubtful === 0 ? "" : doubtful === 1 ? "; the one to look at closely comes first" : `; the ${doubtful} to look at closely come first`}.`,
    title: "Confirm one by one",
    startOver: "Start over",
    startOverAsk: "What you have confirmed so far will be lost. Start over?",
    counts: (open, accepted, dropped) => `${open} open · ${accepted} accepted · ${dropped} dropped`,
    doubtful: "To look at closely",
    noDepartment: "No department named",
    keys: "↑↓\u00a0move, Enter\u00a0accept, E\u00a0correct, M\u00a0merge, Del\u00a0drop, U\u00a0undo the last step",
    nothingToUndo: "Nothing to undo.",
    takenBack: "The last step is undone.",
    accept: "Accept",
    correct: "Correct",
    merge: "Merge",
    drop: "Drop",
    undo: "Undo",
    state: { open: "open", accepted: "accepted", dropped: "dropped", merged: "merged" },
    acceptRest: (count) => `Accept the other ${count}`,
    acceptRestAsk: (count) => `${counted(count, "draft")} of this group are unread. Accept them all?`,
    mergeInto: "Choose the one to keep, then press M or “Merge”; Esc cancels",
    mergeUnlike: "The two have different units and cannot be merged",
    mergedInto: (indicator) => `merged into “${indicator}”`,
    departmentFirst: "Please enter the department first",
    figureFirst: "Please enter a figure and a unit first",
    fillDepartment: (count) => `${counted(count, "draft names", "drafts name")} no department; fill in`,
    fill: "Fill in",
    fields: {
      department: "Department",
      indicator: "Indicator",
      comparator: "Comparison",
      value: "Value",
      valueMax: "Up to",
      unit: "Unit",
      kind: "Kind",
      modality: "Firmness",
      period: "Period",
    },
    periodHint: "e.g. 2021-2025",
    wrongField: (label) => `“${label}” is not right`,
    save: "Save",
    yearNow: (period) => period ?? "period open",
    baseline: (phrase) => `from ${phrase}`,
    leftOutTitle: (count) => `Figures left out (${count})`,
    leftOutHint: "These were not taken as commitments. ↑↓\u00a0move, T\u00a0take in.",
    takeIn: "Take in",
    takenIn: "taken in",
    countsNothing:
      "This figure counts nothing and cannot be taken in. Change the text and import it again if it should.",
    openLeft: (count) =>
      `${counted(count, "draft is", "drafts are")} still open; nothing unconfirmed enters the catalog.`,
    keepOpen: "Save, keep the open ones",
    dropOpen: "Save, drop the open ones",
    keptWithOpen: (commitments, open) => `${counted(commitments, "commitment")} saved, ${open} still open.`,
    exportedWithoutOpen: (count) => `The catalog file leaves out ${counted(count, "open draft")}.`,
    details: {
      due: (day) => `by ${day}`,
      lastYear: (phrase) => `last year ${phrase}`,
      supporting: (names) => `with ${names.join(", ")}`,
      parts: (shares) => `shares: ${shares.join(", ")}`,
      share: (place, amount, ownPledge) =>
        ownPledge === null ? `${place} ${amount}` : `${place} ${amount} (own pledge ${ownPledge})`,
      partsKept: "The shares are kept with it: a place's name in place of the department answers its own.",
      note: (parts) => parts.join("; "),
    },
    useInWorkbook: "Use in this workbook",
    exportFile: "Save as a file",
    nothingAccepted: "Nothing is accepted yet",
    regionFirst: "Please enter the region first, such as 荆州市",
    yearFirst: "Please enter the year first",
    catalogTitle: (region, year) => `${region}${year}年工作承诺`,
    sourceTitle: "Imported report",
    used: (commitments, cells) =>
      `Kept in this workbook: ${counted(commitments, "commitment")}.${cells > 0 ? ` ${counted(cells, "formula")} refreshed.` : ""}`,
    added: (commitments, cells) =>
      `Added to this workbook's catalog: ${counted(commitments, "commitment")}.${cells > 0 ? ` ${counted(cells, "formula")} refreshed.` : ""}`,
    ownCatalog: (title) => `This workbook has its own catalog: ${title}`,
    embeddedCatalog: "This workbook uses the built-in catalog",
    openCatalogFile: "Open a catalog file",
    catalogDamaged: "This workbook's own catalog is damaged; none is chosen yet",
    catalogDamagedAsk:
      "This workbook's own catalog is damaged, so that formulas answer nothing. Using the built-in one deletes the damaged one; or open a catalog file in its place.",
    workbookUnread: "This workbook's own catalog could not be read; none is chosen yet",
    workbookUnreadAsk: (reason) =>
      `The catalog and settings this workbook carries could not be read (Excel: ${reason}), so that formulas answer nothing. Please try again; using the built-in catalog for now deletes nothing, and the workbook's own is read the next time it is opened.`,
    openedNotRefreshed:
      "The workbook's own catalog and settings are in use. Only the cells are not refreshed yet and may show another catalog's figures; please press Refresh.",
    readAgain: "Try again",
    workbookRead: "The workbook's catalog and settings are read.",
    useEmbeddedForNow: "Use the built-in one for now",
    embeddedForNow:
      "The built-in catalog is in use for now. The workbook's own is unchanged and is read the next time it is opened.",
    backToEmbedded: "Use the built-in one",
    backToEmbeddedAsk: "This workbook's own catalog will be deleted. Use the built-in one?",
    backDone: "The built-in catalog is in use.",
    resumed: "Going on where you left off.",
  },

  returns: {
    title: "Collect returns",
    hint: "Choose the .xlsx workbooks that came back, as many as you like. Rows are matched by number and names. A blank never overwrites a figure; totals are calculated and not taken.",
    undoWarning: "Reading inserts sheets for a moment and deletes them again, which clears Excel's own undo list.",
    choose: "Choose files",
    drop: "or drop files here",
    tooOld: "This Excel cannot read other workbooks in; it takes Office 2021 or newer.",
    reading: (done, total, file) => `Reading ${done}/${total}: ${file}`,
    cancelling: "Stopping after this file…",
    cancelled: "Cancelled; nothing was written.",
    mayBeLeft:
      "Excel stopped answering: sheets or names that came in with a file for a moment may still be in the workbook. Please look at the last sheets and, in the Name Manager, at names that refer to #REF!, and delete them by hand.",
    leftBehind: (count) =>
      `${counted(count, "sheet that was inserted for a moment is", "sheets that were inserted for a moment are")} still at the end of the workbook. Please delete by hand.`,
    into: (sheet) => `Into “${sheet}”`,
    summary: (files, read) => `${counted(files, "file")}, ${read.toLocaleString("en-US")} read`,
    filesTitle: "Files",
    counts: (taken, agreed, conflicts, leftOut) =>
      [
        taken > 0 && `${taken} new`,
        agreed > 0 && `${agreed} as in the ledger`,
        conflicts > 0 && counted(conflicts, "conflict"),
        leftOut > 0 && `${leftOut} left out`,
      ]
        .filter((part) => part !== false)
        .join(", ") || "nothing filled in",
    skipped: "skipped",
    refusals: {
      noLedger: "there is no ledger in it",
      entryDiffers: (theirs, ours) =>
        `it is filled ${ENTRY_NAMES[theirs].toLowerCase()}, this ledger ${ENTRY_NAMES[ours].toLowerCase()}`,
      yearDiffers: (theirs, ours) => `it is the ledger of ${theirs}, this one is of ${ours}`,
      foreign: "none of its numbers is in this ledger: it belongs to another catalog",
      host: (code) => `Excel cannot read it (${code})`,
    },
    conflictsTitle: (count) => `Conflicts (${count}): please choose`,
    place: (department, column, address) => `${department}, ${column}, ${address}`,
    keep: "In the ledger now",
    keepBlank: "Neither: leave blank",
    blank: "blank",
    source: (file, address, supporter) =>
      `${supporter === null ? "" : `supporting unit ${supporter}: `}${file}, ${address}`,
    leftOutTitle: (count) => `Left out (${count})`,
    leftOutPlace: (file, row) => `${file}, row ${row}`,
    leftOut: {
      unknown: "this ledger has no such number, and no such names",
      ambiguous: "no number, and the names fit more than one row",
      notInMaster: "in the catalog, but this ledger has no such row",
      namesDiffer: "number and names contradict each other: rows may have slipped",
      error: "an error value",
      formulaInMaster: "the ledger has a formula there, which was left alone",
      noColumnInMaster: "the ledger has no such column",
      outsideRhythm: "not reported in this period: the ledger's cell is grey",
      notSummed: "no count or amount: the places' figures are not added up",
      noPeriod: "no period of this ledger ends on the table's day",
    },
    rollUp: "Take the places' sums",
    rollUpHint:
      "What the places reported in the county table, added up, goes into the city's rows of this ledger; seen before it is written. Where not all have reported it reads 7350（8/9已报） and is not judged; rates are never added up.",
    noTable: "There is no county table (县市区对比), or its 截至期 cannot be read.",
    noName: "(no name)",
    writesTitle: (count) => `To be written (${count})`,
    write: (count) => `Write ${counted(count, "value")}`,
    nothingToWrite: "Nothing to write",
    again: "Choose again",
    writing: "Writing…",
    written: (count, sheet) => `${counted(count, "value")} written. Where they came from is noted on “${sheet}”.`,
    overtakenTitle: (count) => `Changed in the ledger meanwhile and not written (${count})`,
    now: (value) => `now ${value}`,
    gone: "the row is gone, or holds a formula",
    undo: "Undo this collection",
    undoLast: (when, count) => `Last collection: ${when}, ${counted(count, "value")}`,
    undone: (count) =>
      `Undone: ${counted(count, "cell has its former value", "cells have their former values")} again.`,
    notUndoneTitle: (count) => `Changed since and not restored (${count})`,
    nothingToUndo: "There is no collection to undo.",
    sheetGone: (sheet) => `The ledger “${sheet}” was not found, so nothing was undone.`,
    done: "Done",
    // The record is a sheet, and so Chinese.
    record: zh.returns.record,
  },
};
