/** The emulated Excel as a page: title, ribbon from the manifest, grid, and the add-in's pane beside it. */
import "@fontsource/noto-sans-sc/400.css";
import "@fontsource/noto-sans-sc/700.css";
import "./workbench.css";
import { CommandType } from "@univerjs/core";
import { MessageType } from "@univerjs/preset-sheets-core";
import type { Area } from "../engine/engine";
import { functionsOf, type FunctionsFile } from "../host/customFunctions";
import { Host } from "../host/model/host";
import { excelApi, OFFICE_VERSIONS, type OfficeVersion } from "../host/office";
import type { ShortcutsFile } from "../host/shortcuts";
import { AddIn } from "../host/transport";
import { notKeptSentence } from "../xlsx/notKept";
import { openBlank, openXlsx } from "../xlsx/openXlsx";
import { writeXlsx } from "../xlsx/writeXlsx";
import { AddInPresence } from "./addInPresence";
import { ChartLayer } from "./chartLayer";
import { EntryWarning } from "./entryWarning";
import { keepButtonsNamed } from "./gridNames";
import { readManifest, type AddinManifest, type RibbonControl } from "./manifest";
import { writeSample } from "./sampleWorkbook";
import { openSpreadsheet } from "./spreadsheet";
import { StatusBar } from "./statusBar";
import { offerTheme, useTheme, type Theme } from "./theme";
import { createWorkbench, type Workbench } from "./workbenchApi";

declare global {
  interface Window {
    workbench: Workbench;
  }
}

/** What changes the selected cells without opening an editor. */
const CHANGING_COMMANDS = new Set([
  "sheet.command.clear-selection-content",
  "sheet.command.clear-selection-all",
  "sheet.command.clear-selection-format",
  "sheet.command.paste",
  "sheet.command.auto-fill",
]);

const WORKBOOK_NAME = "工作簿1.xlsx";
const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
const options = new URLSearchParams(location.search);
const locale = options.get("language") ?? "zh-CN";
const version = OFFICE_VERSIONS.find((each) => each === options.get("office")) ?? ("365" satisfies OfficeVersion);

function element(id: string): HTMLElement {
  const found = document.getElementById(id);
  if (!found) throw new Error(`the page has no #${id}`);
  return found;
}

const sheetElement = element("sheet");
const paneElement = element("pane");
const frame = document.createElement("iframe");
frame.className = "pane__frame";
frame.title = "加载项";
const ribbonElement = element("ribbon");
const messageElement = element("cell-message");

const gridElement = document.createElement("div");
gridElement.className = "sheet__grid";
sheetElement.prepend(gridElement);
const { engine, api, view } = openSpreadsheet(gridElement, WORKBOOK_NAME);

offerTheme(frame);
const host = new Host(engine, { excelApi: excelApi(version), workbookName: WORKBOOK_NAME, locale });
const addIn = new AddIn(host, frame, version, {
  paneVisibility: (visible) => {
    paneElement.classList.toggle("pane--closed", !visible);
    markPane(visible);
  },
  ribbonChanged: () => drawRibbonStates(),
  note: (text) => console.info(`Excel: ${text}`),
});

const charts = new ChartLayer(host, view, gridElement);

const presence = new AddInPresence(addIn, frame, paneElement);
const statusBar = new StatusBar(
  engine,
  element("state"),
  element("figures"),
  () => engine.isCalculating() || addIn.functions.isBusy(),
);

let manifest: AddinManifest | null = null;
let functionNames: readonly string[] = [];
let fileName = WORKBOOK_NAME;
const ribbonButtons = new Map<string, HTMLButtonElement>();

// ---- ribbon

function drawRibbon(from: AddinManifest): void {
  element("tab-addin").textContent = from.tab.label;
  element("pane-title").textContent = from.name;
  ribbonElement.replaceChildren(
    ...from.groups.map((group) => {
      const groupElement = document.createElement("div");
      groupElement.className = "ribbon__group";
      const controls = document.createElement("div");
      controls.className = "ribbon__controls";
      controls.append(...group.controls.map(ribbonButton));
      const name = document.createElement("div");
      name.className = "ribbon__name";
      name.textContent = group.label;
      groupElement.append(controls, name);
      return groupElement;
    }),
  );
}

function ribbonButton(control: RibbonControl): HTMLButtonElement {
  const button = document.createElement("button");
  button.type = "button";
  button.className = "ribbon__button";
  button.id = `ribbon-${control.id}`;
  button.title = [control.tooltip.title, control.tooltip.text].filter(Boolean).join("\n");
  const image = document.createElement("img");
  image.src = control.icon;
  image.alt = "";
  const label = document.createElement("span");
  label.textContent = control.label;
  button.append(image, label);
  button.addEventListener("click", () => void choose(control));
  ribbonButtons.set(control.id, button);
  return button;
}

function drawRibbonStates(): void {
  for (const [id, button] of ribbonButtons) button.disabled = !addIn.ribbon.isEnabled(id);
  if (!manifest || presence.isAbsent) return;
  const isVisible = addIn.ribbon.isVisible(manifest.tab.id);
  if (!isVisible && !element("tab-addin").hidden) showTab("home");
  element("tab-addin").hidden = !isVisible;
}

function markPane(visible: boolean): void {
  for (const group of manifest?.groups ?? [])
    for (const control of group.controls)
      if (control.action.kind === "pane") ribbonButtons.get(control.id)?.setAttribute("aria-pressed", String(visible));
}

async function choose(control: RibbonControl): Promise<void> {
  if (presence.isAbsent) {
    element("notice").textContent = "现在没有加载项，“没有加载项”按钮可以让它回来。";
    return;
  }
  if (!addIn.ribbon.isEnabled(control.id)) {
    element("notice").textContent = `“${control.label}”现在不可用。`;
    return;
  }
  element("notice").textContent = "";
  if (control.action.kind === "pane") addIn.showPane(true);
  else await addIn.runCommand(control.action.name, control.id);
}

const controlsOf = (from: AddinManifest): RibbonControl[] => [
  ...from.groups.flatMap((group) => group.controls),
  ...from.contextMenu,
];

async function clickRibbon(controlId: string): Promise<void> {
  const controls = manifest ? controlsOf(manifest) : [];
  const control = controls.find((each) => each.id === controlId);
  if (!control)
    throw new Error(`the manifest has no control ${controlId}; it has ${controls.map((each) => each.id).join(", ")}`);
  if (presence.isAbsent) throw new Error("the add-in is not there");
  if (!addIn.ribbon.isEnabled(controlId)) throw new Error(`the control ${controlId} is disabled`);
  await choose(control);
}

function showTab(tab: "home" | "addin"): void {
  element("tab-home").setAttribute("aria-selected", String(tab === "home"));
  element("tab-addin").setAttribute("aria-selected", String(tab === "addin"));
  ribbonElement.hidden = tab === "home";
  sheetElement.classList.toggle("sheet--plain", tab === "addin");
}

/** The cell's context menu gets the add-in's entries, as the manifest orders. */
function extendContextMenu(controls: readonly RibbonControl[]): void {
  for (const control of controls)
    api
      .createMenu({
        id: `addin.${control.id}`,
        title: control.label,
        tooltip: control.tooltip.text,
        action: () => void choose(control),
        order: 99,
      })
      .appendTo(["contextMenu.mainArea", "contextMenu.others"]);
}

/** Keys lead to the add-in's actions, as the file says that the manifest names; volume-licensed Office knows none. */
async function listenToShortcuts(from: AddinManifest): Promise<void> {
  if (from.shortcutsUrl === "" || version !== "365") return;
  addIn.shortcuts.define((await (await fetch(from.shortcutsUrl)).json()) as ShortcutsFile);
  window.addEventListener(
    "keydown",
    (event) => {
      if (presence.isAbsent || !addIn.pressKeys(event)) return;
      event.preventDefault();
      event.stopPropagation();
    },
    { capture: true },
  );
}

// ---- the card beside a selected cell: why it shows an error, or its note

function cardOf(area: Area): { heading: string; words: string; isNote: boolean } | null {
  const content = engine.read({ ...area, rows: 1, columns: 1 })[0]?.[0];
  const message = content?.isError ? addIn.functions.message(area.sheet, area.row, area.column) : null;
  if (message !== null) return { heading: String(content?.value), words: message, isNote: false };
  const note = host
    .record(area.sheet)
    .notes.find((each) => each.area.row === area.row && each.area.column === area.column);
  return note ? { heading: "批注", words: note.content, isNote: true } : null;
}

function showCellMessage(area: Area): void {
  const card = cardOf(area);
  messageElement.hidden = card === null;
  if (card === null) return;
  const heading = document.createElement("strong");
  heading.textContent = card.heading;
  messageElement.replaceChildren(heading, card.words);
  messageElement.classList.toggle("hover-card--note", card.isNote);
  const cell = api.getActiveWorkbook()?.getActiveSheet().getRange(area.row, area.column).getCellRect();
  const sheet = sheetElement.getBoundingClientRect();
  // A cell's place counts from the corner of the canvas it is drawn on.
  const canvas = gridElement.querySelector("canvas[id*='univer-sheet-main-canvas']")?.getBoundingClientRect();
  const left = (canvas?.left ?? 0) - sheet.left + (cell?.left ?? 40);
  const top = (canvas?.top ?? 0) - sheet.top + (cell?.bottom ?? 0);
  messageElement.style.left = `${Math.max(8, Math.min(left, sheet.width - messageElement.offsetWidth - 16))}px`;
  messageElement.style.top = `${Math.min(top + 6, sheet.height - messageElement.offsetHeight - 48)}px`;
}

function followSelection(): void {
  const { selected, calculated } = engine.events;
  engine.events.selected = (area) => {
    selected?.(area);
    showCellMessage(area);
    statusBar.selectionChanged(area);
  };
  engine.events.calculated = () => {
    calculated?.();
    showCellMessage(engine.selection());
    statusBar.selectionChanged(engine.selection());
  };
}

/** People cannot change locked cells of a protected sheet with the keyboard either. */
function guardLockedCells(): void {
  const isLocked = (area: Area): boolean => {
    try {
      host.mustBeWritable(area);
      return false;
    } catch {
      return true;
    }
  };
  const tell = (): void => {
    api.showMessage({ content: "单元格受保护。要修改，请先撤消工作表保护。", type: MessageType.Warning });
  };
  api.addEvent(api.Event.BeforeSheetEditStart, (event) => {
    const sheet = event.worksheet.getSheetId();
    if (!isLocked({ sheet, row: event.row, column: event.column, rows: 1, columns: 1 })) return;
    event.cancel = true;
    tell();
  });
  api.addEvent(api.Event.BeforeCommandExecute, (event) => {
    if (!CHANGING_COMMANDS.has(event.id) || !isLocked(engine.selection())) return;
    event.cancel = true;
    tell();
  });
}

/** Where an input rule warns only, a person is asked about an entry it does not take. */
function warnOfEntries(): void {
  const warning = new EntryWarning(engine, element("entry-warning"));
  api.addEvent(api.Event.SheetEditStarted, ({ worksheet, row, column }) =>
    warning.begun({ sheet: worksheet.getSheetId(), row, column }),
  );
  api.addEvent(api.Event.SheetEditEnded, ({ worksheet, row, column, isConfirm }) => {
    if (isConfirm) void warning.ended({ sheet: worksheet.getSheetId(), row, column });
  });
}

/** Charts follow their cells, whoever changes them, and the sheet as it scrolls. */
function drawCharts(): void {
  api.addEvent(api.Event.CommandExecuted, ({ type }) => {
    if (type === CommandType.MUTATION) charts.changed();
    else charts.moved();
  });
  host.listener.worked = () => charts.changed();
  new ResizeObserver(() => charts.moved()).observe(gridElement);
}

// ---- files

async function save(): Promise<Uint8Array> {
  await engine.calculated();
  return writeXlsx(host, { functions: functionNames, documentSettings: addIn.documentSettings });
}

async function open(bytes: Uint8Array): Promise<void> {
  await openXlsx(host, bytes, { functions: functionNames });
  await becomeAnother();
}

async function startNew(): Promise<void> {
  await withoutAddIn(false);
  openBlank(host, "Sheet1");
  addIn.documentSettings.clear();
  showFileName(WORKBOOK_NAME);
  await becomeAnother();
  addIn.showPane(true);
}

/** Each workbook has its own add-in: it loads afresh beside the one that was opened. */
async function becomeAnother(): Promise<void> {
  addIn.functions.forget();
  await engine.calculated();
  charts.changed();
  await presence.reload();
}

/** Gives a person the file, as a browser does; what it does not hold is said first. */
async function download(): Promise<void> {
  element("notice").textContent = notKeptSentence(host.notKept);
  const link = document.createElement("a");
  link.href = URL.createObjectURL(new Blob([(await save()) as BlobPart], { type: XLSX }));
  link.download = fileName;
  link.click();
  URL.revokeObjectURL(link.href);
}

async function openChosen(input: HTMLInputElement): Promise<void> {
  const file = input.files?.[0];
  input.value = "";
  if (!file) return;
  await open(new Uint8Array(await file.arrayBuffer()));
  showFileName(file.name);
  element("notice").textContent = notKeptSentence(host.notKept);
}

function showFileName(name: string): void {
  fileName = name;
  element("workbook-name").textContent = name.replace(/\.xlsx$/i, "");
  document.title = `${name} – ${manifest?.name ?? ""}`;
}

/** What went wrong, below the sheets. */
function report(act: () => Promise<void>): void {
  const notice = element("notice");
  notice.textContent = "";
  act().catch((error: unknown) => {
    console.info(`Excel: ${String(error)}`);
    notice.textContent = "没有成功。文件可能不是 .xlsx 工作簿，或者已经损坏。";
  });
}

// ---- what the page looks like

async function theme(chosen: Theme): Promise<void> {
  useTheme(chosen);
  api.toggleDarkMode(chosen === "dark");
  element("theme").setAttribute("aria-pressed", String(chosen === "dark"));
  await presence.reload();
}

async function withoutAddIn(on: boolean): Promise<void> {
  element("without-add-in").setAttribute("aria-pressed", String(on));
  if (on) presence.leave();
  else await presence.comeBack();
  element("tab-addin").hidden = on;
  element("notice").textContent = "";
  showTab(on ? "home" : "addin");
}

const isPressed = (id: string): boolean => element(id).getAttribute("aria-pressed") === "true";

function listenToControls(): void {
  const file = element("file") as HTMLInputElement;
  element("tab-home").addEventListener("click", () => showTab("home"));
  element("tab-addin").addEventListener("click", () => showTab("addin"));
  element("pane-close").addEventListener("click", () => addIn.showPane(false));
  element("save").addEventListener("click", () => report(download));
  element("new").addEventListener("click", () => report(startNew));
  element("open").addEventListener("click", () => file.click());
  file.addEventListener("change", () => report(() => openChosen(file)));
  element("theme").addEventListener("click", () => report(() => theme(isPressed("theme") ? "light" : "dark")));
  element("without-add-in").addEventListener("click", () => report(() => withoutAddIn(!isPressed("without-add-in"))));
}

// ---- start

async function start(): Promise<void> {
  element("version").textContent =
    version === "365" ? "仿真 Excel · Microsoft 365" : `仿真 Excel · Office LTSC ${version}`;
  useTheme("light");
  listenToControls();
  keepButtonsNamed(gridElement);
  showTab("addin");
  followSelection();
  setInterval(() => statusBar.refresh(), 200);
  guardLockedCells();
  warnOfEntries();
  drawCharts();
  manifest = await readManifest("/manifest.xml", locale);
  showFileName(WORKBOOK_NAME);
  drawRibbon(manifest);
  extendContextMenu(manifest.contextMenu);
  addIn.ribbon.define({ tabs: [manifest.tab.id], controls: controlsOf(manifest) });
  await listenToShortcuts(manifest);
  const file = (await (await fetch(manifest.functionsUrl || "/functions.json")).json()) as FunctionsFile;
  const functions = functionsOf(file, manifest.namespace);
  functionNames = functions.map((each) => each.name);
  const paneUrl = new URL(manifest.paneUrl || "/taskpane.html", location.origin);
  await addIn.start(`${paneUrl.pathname}${paneUrl.search}`, functions, paneElement);
  markPane(true);
  if (options.get("workbook") !== "empty") writeSample(host);
}

window.workbench = createWorkbench({
  ready: start(),
  engine,
  host,
  addIn,
  frame,
  clickRibbon,
  save,
  open,
  startNew,
  theme,
  withoutAddIn,
});
