/** What the library asks for by name besides the workbook: custom functions, the runtime's state, the ribbon. */
import type { Host } from "./model/host";
import { Service } from "./batch";
import type { CustomFunctions } from "./customFunctions";
import { OfficeError } from "./errors";
import type { Ribbon } from "./ribbon";
import type { Shortcuts } from "./shortcuts";

/** Who carries out what the add-in asks of Excel's window. */
export interface AddInWindow {
  /** The library can take calls of custom functions now. */
  functionsReady(): void;
  showPane(visible: boolean): void;
  readonly ribbon: Ribbon;
  readonly shortcuts: Shortcuts;
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
            window.ribbon.show(String(id), visible);
            return null;
          },
        }),
      GetButton: (id) => {
        const set = (enabled: unknown): null => {
          window.ribbon.enable(String(id), enabled);
          return null;
        };
        return new Service({ SetEnabled: set }, { Enabled: set });
      },
      ExecuteRequestUpdate: () => null,
      ExecuteRequestCreate: () => {
        throw new OfficeError("NotImplemented", "the workbench has no contextual tabs");
      },
    }),
    "Microsoft.Office.ActionService": new Service({
      GetShortcuts: () => window.shortcuts.all(),
      AreShortcutsInUse: (combinations) => window.shortcuts.areInUse(combinations),
      ReplaceShortcuts: (wanted) => {
        window.shortcuts.replace(wanted);
        return null;
      },
    }),
  };
}
