/** A link to a page that opens outside the pane, which stays as it is. */
import { html, nothing, type TemplateResult } from "lit";

/**
 * Excel on the desktop and on the iPad opens a person's browser when asked; in a browser the link itself opens a tab.
 * @param name what is read out in place of its label, which is a part of it @param title shown when pointed at
 */
export function outsideLink(
  address: string,
  label: string,
  { name, title }: { readonly name?: string; readonly title?: string } = {},
): TemplateResult {
  return html`<a
    href=${address}
    target="_blank"
    rel="noopener noreferrer"
    aria-label=${name ?? nothing}
    title=${title ?? nothing}
    @click=${pressed}
    >${label}</a
  >`;
}

function pressed(event: Event): void {
  const { requirements, ui } = Office.context;
  if (!requirements.isSetSupported("OpenBrowserWindowApi", "1.1")) return;
  event.preventDefault();
  ui.openBrowserWindow((event.currentTarget as HTMLAnchorElement).href);
}
