/** Light or dark, as Excel is. */

const DARKEST_LIGHT = 0.35; // relative luminance between Office's dark grey (0.13) and its colourful grey (0.79)

/** Marks the page as light or dark by the background Excel gives the pane; light where Excel does not say. */
export function followOfficeTheme(): void {
  // Declared as always there, yet missing on some hosts.
  const theme = Office.context.officeTheme as Office.OfficeTheme | undefined;
  const background = theme?.bodyBackgroundColor;
  const isDark = background !== undefined && luminance(background) < DARKEST_LIGHT;
  document.documentElement.dataset["theme"] = isDark ? "dark" : "light";
}

/** Relative luminance of a colour written as #RRGGBB, 0 for black to 1 for white (WCAG 2). */
export function luminance(colour: string): number {
  const channels = /^#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})/i.exec(colour)?.slice(1) ?? ["ff", "ff", "ff"];
  const [red = 1, green = 1, blue = 1] = channels.map((channel) => {
    const share = parseInt(channel, 16) / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
