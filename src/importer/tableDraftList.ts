/** The drafts of a table, with the doubts about each, told apart where their names alone do not. */
import type { Draft, Issue, IssueCode } from "./drafts";
import type { GridCell } from "./grid";
import type { TableRow } from "./tableRows";

export class TableDraftList {
  readonly drafts: Draft[] = [];
  readonly issues: Issue[] = [];
  /** Drafts by the cell of their figure, for the sums. */
  readonly byFigure = new Map<GridCell, number>();
  private readonly groups: string[] = [];

  push(draft: Draft, row: TableRow): number {
    const at = this.drafts.length;
    this.drafts.push(draft);
    this.groups.push(row.group);
    if (draft.unit === "" && draft.value !== null) this.doubt("unitMissing", at);
    if (row.isUnitCarried && row.unit === draft.unit) this.doubt("unitCarried", at);
    if (row.isDepartmentCarried && draft.department === row.department) this.doubt("departmentCarried", at);
    return at;
  }

  doubt(code: IssueCode, at: number, figures?: readonly [number, number]): void {
    const draft = this.drafts[at];
    if (!draft) return;
    const { span, indicator } = draft;
    this.issues.push({ code, span, indicator, drafts: [at], ...(figures ? { figures } : {}) });
  }

  /** The drafts; 新建 under 污水管网 and 新建 under 供水管网 are told apart by their group. */
  toldApart(): Draft[] {
    const names = new Map<string, number[]>();
    for (const [index, { department, indicator, kind }] of this.drafts.entries()) {
      const key = `${department ?? ""}|${indicator}|${kind}`;
      names.set(key, [...(names.get(key) ?? []), index]);
    }
    return this.drafts.map((draft, index): Draft => {
      const alike = names.get(`${draft.department ?? ""}|${draft.indicator}|${draft.kind}`) ?? [];
      const group = this.groups[index] ?? "";
      const isToldApart = alike.length > 1 && group !== "" && new Set(alike.map((each) => this.groups[each])).size > 1;
      return isToldApart && !draft.indicator.includes(group) ? { ...draft, indicator: group + draft.indicator } : draft;
    });
  }
}
