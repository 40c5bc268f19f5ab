/** Univer with its user interface, in Chinese. */
import "@univerjs/preset-sheets-core/lib/index.css";
import "@univerjs/preset-sheets-conditional-formatting/lib/index.css";
import "@univerjs/preset-sheets-data-validation/lib/index.css";
import { LocaleType, LogLevel, mergeLocales, Univer, UniverInstanceType, type PluginCtor } from "@univerjs/core";
import { FUniver } from "@univerjs/core/facade";
import { UniverSheetsConditionalFormattingPreset } from "@univerjs/preset-sheets-conditional-formatting";
import colourRuleWords from "@univerjs/preset-sheets-conditional-formatting/locales/zh-CN";
import { UniverSheetsCorePreset } from "@univerjs/preset-sheets-core";
import coreWords from "@univerjs/preset-sheets-core/locales/zh-CN";
import { UniverSheetsDataValidationPreset } from "@univerjs/preset-sheets-data-validation";
import inputRuleWords from "@univerjs/preset-sheets-data-validation/locales/zh-CN";
import { IRenderManagerService } from "@univerjs/engine-render";
import { greenTheme } from "@univerjs/themes";
import { blankSheet, DEFAULT_FONT, UNIT, UniverEngine } from "../engine/univer/univerEngine";
import type { GridView } from "./chartLayer";
import { gridView } from "./gridView";

interface Preset {
  readonly plugins: readonly (PluginCtor | [PluginCtor, unknown])[];
}

export interface OpenSpreadsheet {
  readonly engine: UniverEngine;
  readonly api: FUniver;
  readonly view: GridView;
}

/** Draws an empty workbook into `container`. */
export function openSpreadsheet(container: HTMLElement, workbookName: string): OpenSpreadsheet {
  const univer = new Univer({
    locale: LocaleType.ZH_CN,
    locales: { [LocaleType.ZH_CN]: mergeLocales(coreWords, colourRuleWords, inputRuleWords) },
    logLevel: LogLevel.ERROR,
    theme: greenTheme,
  });
  const presets: Preset[] = [
    UniverSheetsCorePreset({
      container,
      ribbonType: "simple",
      disableAutoFocus: true,
      // The page has a status bar of its own, as Excel has.
      footer: { statisticBar: false },
      // Marks and warnings on text that looks like a number: each cell is parsed again on every frame for them.
      disableTextFormatAlert: true,
      disableTextFormatMark: true,
      sheets: { disableForceStringAlert: true, disableForceStringMark: true },
      customFontFamily: { list: [{ value: DEFAULT_FONT, label: DEFAULT_FONT, category: "sans-serif" }] },
    }),
    UniverSheetsDataValidationPreset(),
    UniverSheetsConditionalFormattingPreset(),
  ];
  for (const plugin of presets.flatMap((preset) => preset.plugins))
    if (Array.isArray(plugin)) univer.registerPlugin(plugin[0], plugin[1]);
    else univer.registerPlugin(plugin);
  univer.createUnit(UniverInstanceType.UNIVER_SHEET, {
    id: UNIT,
    name: workbookName,
    sheetOrder: ["sheet-1"],
    sheets: { "sheet-1": blankSheet("sheet-1", "Sheet1") },
  });
  const engine = new UniverEngine(univer);
  const drawn = univer.__getInjector().get(IRenderManagerService).getRenderById(UNIT);
  // While a request is worked off nothing is drawn: each frame costs as much as hundreds of actions.
  engine.painting = { pause: () => drawn?.deactivate(), resume: () => drawn?.activate() };
  return { engine, api: FUniver.newAPI(univer), view: gridView(univer, container) };
}
