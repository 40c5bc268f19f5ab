/** The versions of Office the workbench can be: which requirement sets each declares. */

export const OFFICE_VERSIONS = ["2021", "2024", "365"] as const;
export type OfficeVersion = (typeof OFFICE_VERSIONS)[number];

/** Office LTSC 2021 and 2024 stand still; 365 goes on. */
const EXCEL_API: Record<OfficeVersion, string> = { "2021": "1.14", "2024": "1.17", "365": "1.19" };
const CUSTOM_FUNCTIONS_RUNTIME: Record<OfficeVersion, string> = { "2021": "1.3", "2024": "1.3", "365": "1.4" };

export const excelApi = (version: OfficeVersion): string => EXCEL_API[version];

/** What `Office.context.requirements.isSetSupported` answers from. */
export function requirementMatrix(version: OfficeVersion): Record<string, string> {
  return {
    ExcelApi: EXCEL_API[version],
    CustomFunctionsRuntime: CUSTOM_FUNCTIONS_RUNTIME[version],
    // The library's own set for speaking with its host about custom functions, unknown to add-ins.
    CustomFunctions: "1.7",
    SharedRuntime: version === "2021" ? "1.1" : "1.2",
    RibbonApi: "1.2",
    DialogApi: "1.2",
    Settings: "1.1",
    AddinCommands: "1.1",
    // Volume-licensed Office has no shortcuts of add-ins.
    ...(version === "365" ? { KeyboardShortcuts: "1.1" } : {}),
    RichApiRuntime: "1.2",
    RichApi: "1.1",
  };
}
