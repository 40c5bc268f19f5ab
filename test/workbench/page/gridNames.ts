/** Names for the grid's own buttons that show a picture only, for people who hear the page. */

const BY_COMMAND: Readonly<Record<string, string>> = {
  "univer.command.undo": "撤消",
  "univer.command.redo": "恢复",
  "sheet.command.set-once-format-painter": "格式刷",
  "sheet.command.clear-selection-all": "清除",
  "sheet.command.set-range-font-family": "字体",
  "sheet.command.set-range-fontsize": "字号",
  "sheet.command.set-range-font-increase": "增大字号",
  "sheet.command.set-range-font-decrease": "减小字号",
  "sheet.command.set-range-bold": "加粗",
  "sheet.command.set-range-italic": "倾斜",
  "sheet.command.set-range-underline": "下划线",
  "sheet.command.set-range-stroke": "删除线",
  "sheet.command.numfmt.set.percent": "百分比样式",
  "sheet.command.numfmt.set.currency": "货币样式",
  "sheet.command.numfmt.add.decimal.command": "增加小数位数",
  "sheet.command.numfmt.subtract.decimal.command": "减少小数位数",
  "sheet.command.add-range-protection-from-toolbar": "保护区域",
  "sheet.command.toggle-gridlines": "网格线",
  "base-ui.operation.toggle-shortcut-panel": "快捷键",
};
/** By the part of the grid a button stands in, and its picture. */
const BY_PLACE: readonly (readonly [selector: string, name: string])[] = [
  ['[data-u-comp="defined-name"] input', "名称框"],
  ['[data-u-comp="sheet-bar-append-button"]:has(.univerjs-icon-increase-icon)', "新工作表"],
  ['[data-u-comp="sheet-bar-append-button"]:has(.univerjs-icon-convert-icon)', "所有工作表"],
  ["button:has(.univerjs-icon-reduce-icon)", "缩小"],
  ['button:has(.univerjs-icon-increase-icon):not([data-u-comp="sheet-bar-append-button"])', "放大"],
  ["button:has(.univerjs-icon-close-icon)", "关闭"],
];

function nameButtons(grid: HTMLElement): void {
  const unnamed = (element: Element): boolean => !element.hasAttribute("aria-label") && !element.textContent.trim();
  for (const element of grid.querySelectorAll("button, input")) {
    const command = element.closest("[data-u-command]")?.getAttribute("data-u-command") ?? "";
    const name = BY_COMMAND[command];
    if (name && unnamed(element)) element.setAttribute("aria-label", name);
  }
  for (const [selector, name] of BY_PLACE)
    for (const element of grid.querySelectorAll(selector))
      if (unnamed(element)) element.setAttribute("aria-label", name);
}

/** Names what is there and what comes, once per frame at most. */
export function keepButtonsNamed(grid: HTMLElement): void {
  let isDue = false;
  const look = (): void => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(() => {
      isDue = false;
      nameButtons(grid);
    });
  };
  new MutationObserver(look).observe(grid, { childList: true, subtree: true });
  look();
}
