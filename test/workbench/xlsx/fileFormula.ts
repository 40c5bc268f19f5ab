/**
 * Formulas as a workbook file holds them. Functions newer than the file format carry a prefix there ([MS-XLSX] 2.2.2), and an
 * add-in's function stands as "_xldudf_" with its dots turned into underscores.
 */

/** Functions younger than Excel 2007, by the prefix they carry in a file. */
const FUTURE = [
  "ACOT ACOTH AGGREGATE ARABIC BASE BETA.DIST BETA.INV BINOM.DIST BINOM.INV BITAND BITLSHIFT BITOR BITRSHIFT BITXOR",
  "CEILING.MATH CHISQ.DIST CHISQ.INV CHISQ.TEST COMBINA CONCAT CONFIDENCE.NORM CONFIDENCE.T COT COTH COVARIANCE.P",
  "COVARIANCE.S CSC CSCH DAYS DECIMAL ERF.PRECISE EXPON.DIST F.DIST F.INV F.TEST FLOOR.MATH FORECAST.LINEAR FORMULATEXT",
  "GAMMA GAUSS HYPGEOM.DIST IFNA IFS IMCOSH IMCOT ISFORMULA ISOWEEKNUM LET LAMBDA LOGNORM.DIST MAXIFS MINIFS MODE.MULT",
  "MODE.SNGL MUNIT NEGBINOM.DIST NORM.DIST NORM.INV NORM.S.DIST NORM.S.INV NUMBERVALUE PDURATION PERCENTILE.EXC",
  "PERCENTILE.INC PERCENTRANK.EXC PERCENTRANK.INC PERMUTATIONA PHI POISSON.DIST QUARTILE.EXC QUARTILE.INC RANDARRAY",
  "RANK.AVG RANK.EQ RRI SEC SECH SEQUENCE SHEET SHEETS SKEW.P SORTBY STDEV.P STDEV.S SWITCH T.DIST T.INV T.TEST TEXTJOIN",
  "UNICHAR UNICODE UNIQUE VAR.P VAR.S WEIBULL.DIST XLOOKUP XMATCH XOR Z.TEST TEXTSPLIT TEXTBEFORE TEXTAFTER VSTACK HSTACK",
  "TOROW TOCOL WRAPROWS WRAPCOLS TAKE DROP CHOOSEROWS CHOOSECOLS EXPAND MAP REDUCE SCAN MAKEARRAY BYROW BYCOL ISOMITTED",
]
  .join(" ")
  .split(" ");
const PREFIXES = new Map<string, string>([
  ...FUTURE.map((name): [string, string] => [name, "_xlfn."]),
  ["FILTER", "_xlfn._xlws."],
  ["SORT", "_xlfn._xlws."],
]);
const ADD_IN = "_xldudf_";

/** Texts, quoted sheet names and names before a bracket: what must be told apart when a formula's functions are renamed. */
const PARTS = /"(?:[^"]|"")*"|'(?:[^']|'')*'|([\p{L}_\\][\p{L}\p{N}_.]*)(?=\s*\()/gu;

const renamed = (formula: string, rename: (name: string) => string): string =>
  formula.replace(PARTS, (part, name: string | undefined) => (name === undefined ? part : rename(name)));

const inFile = (name: string): string => ADD_IN + name.toUpperCase().replaceAll(".", "_");

/**
 * A formula as it goes into a file, without its equals sign.
 * @param addInFunctions the names of the add-in's functions
 * @example toFileFormula('=TARGET.GAP("教育局","新增学位",3900)', ["TARGET.GAP"]) // '_xldudf_TARGET_GAP("教育局","新增学位",3900)'
 */
export function toFileFormula(formula: string, addInFunctions: readonly string[]): string {
  const own = new Set(addInFunctions.map((name) => name.toUpperCase()));
  return renamed(formula.replace(/^=/, ""), (name) => {
    const upper = name.toUpperCase();
    return own.has(upper) ? inFile(upper) : (PREFIXES.get(upper) ?? "") + name;
  });
}

/**
 * A file's formula as people see it, with its equals sign. An add-in's function nobody knows keeps the name it has in the file.
 * @example fromFileFormula("_xlfn.XLOOKUP(A1,B:B,C:C)", []) // "=XLOOKUP(A1,B:B,C:C)"
 */
export function fromFileFormula(formula: string, addInFunctions: readonly string[]): string {
  const own = new Map(addInFunctions.map((name): [string, string] => [inFile(name).toUpperCase(), name.toUpperCase()]));
  return `=${renamed(formula, (name) => own.get(name.toUpperCase()) ?? name.replace(/^_xlfn\.(_xlws\.)?/i, ""))}`;
}
