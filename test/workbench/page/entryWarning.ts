/** What Excel asks where an input rule only warns: the entry is in the cell, and a person keeps it or takes it back. */
import type { CellContent, CellInput, Engine } from "../engine/engine";

interface Cell {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
}

const TITLES = { warning: "输入值与数据验证限制不匹配", information: "请注意输入值" } as const;

const asInput = ({ formula, value }: CellContent): CellInput => (formula === null ? { value } : { formula });

export class EntryWarning {
  private before: { cell: Cell; content: CellContent } | null = null;

  constructor(
    private readonly engine: Engine,
    private readonly card: HTMLElement,
  ) {}

  /** A person begins to type into a cell. */
  begun(cell: Cell): void {
    this.close();
    this.before = { cell, content: this.engine.read({ ...cell, rows: 1, columns: 1 })[0]![0]! };
  }

  /** The entry is in the cell: asks, where the cell's rule does not take it and does not keep it out either. */
  async ended(cell: Cell): Promise<void> {
    const { before } = this;
    this.before = null;
    const refusal = this.engine.inputRule(cell.sheet, cell.row, cell.column)?.refusal;
    if (!refusal || refusal.style === "stop") return;
    await this.engine.calculated();
    if (await this.engine.isAccepted(cell.sheet, cell.row, cell.column)) return;
    const takeBack = (): void => {
      const area = { ...cell, rows: 1, columns: 1 };
      this.engine.write(area, [[before ? asInput(before.content) : { value: null }]]);
      this.engine.events.edited?.(area);
    };
    const title = refusal.title || TITLES[refusal.style];
    const keep = (): void => undefined;
    if (refusal.style === "warning")
      this.ask(title, `${refusal.message}\n是否继续？`, "否", { 是: keep, 否: takeBack, 取消: takeBack });
    else this.ask(title, refusal.message, "确定", { 确定: keep, 取消: takeBack });
  }

  /** @param first the answer Enter gives */
  private ask(title: string, message: string, first: string, answers: Readonly<Record<string, () => void>>): void {
    const heading = document.createElement("strong");
    heading.textContent = title;
    const text = document.createElement("p");
    text.textContent = message;
    const buttons = document.createElement("div");
    buttons.className = "entry-warning__answers";
    this.card.replaceChildren(heading, text, buttons);
    this.card.hidden = false;
    for (const [name, act] of Object.entries(answers)) {
      const button = document.createElement("button");
      button.type = "button";
      button.textContent = name;
      button.addEventListener("click", () => {
        this.close();
        act();
      });
      buttons.append(button);
      if (name === first) button.focus();
    }
  }

  private close(): void {
    this.card.hidden = true;
  }
}
