/** Light or dark: the page's own colours, the grid's surroundings, and what `Office.context.officeTheme` tells the add-in. */

export type Theme = "light" | "dark";

/** Excel's colours for a pane, in its light and its black theme. */
const OFFICE_THEMES = {
  light: {
    bodyBackgroundColor: "#FFFFFF",
    bodyForegroundColor: "#242424",
    controlBackgroundColor: "#F5F5F5",
    controlForegroundColor: "#242424",
  },
  dark: {
    bodyBackgroundColor: "#262626",
    bodyForegroundColor: "#FFFFFF",
    controlBackgroundColor: "#333333",
    controlForegroundColor: "#FFFFFF",
  },
} as const;
const CONTEXT_ASKED = "ContextActivationManager_getAppContextAsync";

/** The library's own objects in the add-in's frame. */
interface OfficeFrame {
  readonly OSF?: { readonly DDA?: { readonly Context?: { readonly prototype: object } } };
}

let theme: Theme = "light";

/** Takes effect on the page at once; the add-in's page reads it when it loads. */
export function useTheme(chosen: Theme): void {
  theme = chosen;
  document.documentElement.dataset["theme"] = chosen;
}

/**
 * Excel on the web leaves `Office.context.officeTheme` out, Excel on a computer has it. The workbench offers it in the add-in's
 * frame: the context gets the property when the library asks for the context, before any code of the add-in has seen it.
 */
export function offerTheme(frame: HTMLIFrameElement): void {
  window.addEventListener("message", (message) => {
    if (message.source !== frame.contentWindow || !String(message.data).includes(CONTEXT_ASKED)) return;
    const context = (frame.contentWindow as OfficeFrame | null)?.OSF?.DDA?.Context?.prototype;
    if (context && !("officeTheme" in context))
      Object.defineProperty(context, "officeTheme", { get: () => ({ ...OFFICE_THEMES[theme] }), configurable: true });
  });
}
