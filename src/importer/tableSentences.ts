/** Columns of sentences in tables without a column of names. */
import type { Grid } from "./grid";
import type { TableColumn } from "./tableColumn";
import { readFigureCell } from "./tableFigure";

/** 主要目标 over sentences beside quarters and 全年: where no column names what is promised, the sentences do. */
export function withSentences(body: Grid["rows"], columns: readonly TableColumn[]): TableColumn[] {
  if (columns.some(({ role }) => role === "indicator" || role === "placeName")) return [...columns];
  const targets = columns.flatMap(({ role }, index) => (role === "target" ? [index] : []));
  const areSentences = (column: number) => {
    const texts = body.map((row) => row[column]?.text ?? "").filter((text) => text !== "");
    return (
      texts.length > 0 &&
      texts.every(
        (text) => text.length > 4 && /[\u4e00-\u9fff]{2}/u.test(text) && typeof readFigureCell(text) !== "object",
      )
    );
  };
  const [sentences] = targets.filter(areSentences);
  const isOfTasks = targets.length > 1 || columns.some(({ role }) => role === "lead");
  if (sentences === undefined || !isOfTasks) return [...columns];
  return columns.map((column, index) => (index === sentences ? { ...column, role: "indicator" } : column));
}
