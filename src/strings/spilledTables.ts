/** What TARGET.LIST and TARGET.CHECK spill: rows of plain numbers and texts, empty text where nothing is to be said. */
import { isBlank, nameOf, yearGiven, type Given } from "../core/asked";
import type { CheckedRow } from "../core/checkAnswer";
import type { Answering, CatalogIndex } from "../core/catalog";
import { CatalogError } from "../core/errors";
import { evidenceOf } from "../core/evidence";
import type { Commitment, Figure } from "../core/types";
import { comparisonText } from "./evidence";
import { zhCells as zh } from "./zhCells";

type CellValue = string | number;

/**
 * The own catalog, or one department, below a heading; in a department's place a catalog's title or id is all of it.
 * @param year blank: the own catalog's, or the one that has the department
 * @throws CatalogError for a department that is none, noCatalogOfYear where there is no catalog of the year, catalogAmbiguous where there are several
 */
export function listedCells(answering: Answering, department: Given, year: Given): CellValue[][] {
  const typed = nameOf(department);
  const wanted = isBlank(year) ? null : yearGiven(year, answering.own.catalog.year);
  const titled = answering.catalogTitled(typed);
  const isWhole = typed.trim() === "" || titled !== null;
  const index = titled ?? (isWhole ? answering.ofYear(wanted) : answering.catalogOf(typed, wanted));
  const chosen = isWhole ? null : index.findDepartment(typed).id;
  const commitments =
    chosen === null
      ? index.catalog.departments.flatMap(({ id }) => index.commitmentsOf(id))
      : [...index.commitmentsOf(chosen), ...index.supportedBy(chosen)]; // what it helps with comes after its own
  return [Object.values(zh.list), ...commitments.map((commitment) => listedRow(index, commitment))];
}

/** One commitment: 编号, 责任单位, 指标, 目标, 单位, 比较, 性质, 语气, 完成时限, 原文. Without a figure the target says why. */
function listedRow(index: CatalogIndex, commitment: Commitment): CellValue[] {
  const evidence = evidenceOf(index, commitment);
  return [
    evidence.id,
    evidence.department,
    evidence.indicator,
    figureCell(evidence.figure),
    evidence.unit ?? "",
    comparisonText(evidence),
    zh.kind[evidence.kind],
    zh.modality[evidence.modality],
    evidence.due,
    commitment.source.phrase,
  ];
}

const figureCell = (figure: Figure | CatalogError): CellValue =>
  figure instanceof CatalogError ? zh.shortErrors[figure.code] : figure.value;

/** 目标, 应达, 差距, 完成率, 状态 of each row; a row that cannot be judged says why in place of its verdict. */
export function checkedCells(rows: readonly (CheckedRow | null)[]): CellValue[][] {
  return rows.map((row) => {
    if (row === null) return ["", "", "", "", ""];
    const { figure, standing, refusal } = row;
    const isReported = standing !== null && standing.status !== "unreported";
    return [
      figure === null ? "" : figureCell(figure),
      standing?.expected ?? "",
      isReported ? (standing.gap ?? "") : "",
      isReported ? (standing.attainment ?? "") : "",
      refusal ? zh.shortErrors[refusal.code] : standing ? zh.status[standing.status] : "",
    ];
  });
}
