/** What the library asks for by name besides the workbook: custom functions, the runtime's state, the ribbon. */
import type { Host } from "./model/host";
import { Service } from "./batch";
import type { CustomFunctions } from "./customFunctions";

/** Who carries out what the add-in asks of Excel's window. */
export interface AddInWindow {
  /** The library can take calls of custom functions now. */
  functionsReady(): void;
  showPane(visible: boolean): void;
  button(id: string, enabled: boolean): void;
  tab(id: string, visible: boolean): void;
}

/** The services by the names under which the library asks for them. */
export function addInServices(host: Host, functions: CustomFunctions, window: AddInWindow): Record<string, Service> {
  const results = (answers: unknown): null => {
    functions.results(answers as Parameters<CustomFunctions["results"]>[0]);
    return null;
  };
  const start = (state: unknown): null => {
    host.startState = String(state);
    return null;
  };
  const runtime = (state: unknown): null => {
    host.runtimeState = String(state);
    window.showPane(state === "Visible");
    return null;
  };
  return {
    "Microsoft.ExcelServices.CustomFunctions": new Service({
      _SetOsfControlContainerReadyForCustomFunctions: () => {
        window.functionsReady();
        functions.ready();
        return null;
      },
      _GetEnabledFeatures: () => [],
      SetInvocationArrayResults: results,
      SetInvocationResults: results,
    }),
    "Microsoft.AppRuntime.AppRuntimeService": new Service({
      SetAppRuntimeState: runtime,
      GetAppRuntimeState: () => host.runtimeState,
    }),
    "Microsoft.AppRuntime.AppRuntimePersistenceService": new Service({
      SetAppRuntimeStartState: start,
      GetAppRuntimeStartState: () => host.startState,
    }),
    // The library reports once that the add-in's command handlers are in place.
    "Microsoft.InternalService.AddinInternalService": new Service({ NotifyActionHandlerReady: () => null }),
    "Microsoft.DynamicRibbon.DynamicRibbon": new Service({
      GetTab: (id) =>
        new Service({
          SetVisibility: (visible) => {
            window.tab(String(id), visible === true);
            return null;
          },
        }),
      GetButton: (id) => {
        const set = (enabled: unknown): null => {
          window.button(String(id), enabled === true);
          return null;
        };
        return new Service({ SetEnabled: set }, { Enabled: set });
      },
      ExecuteRequestUpdate: () => null,
      ExecuteRequestCreate: () => null,
    }),
  };
}
