// The theme is a cookie so that the server can write it into <html data-theme> and nothing flashes.

export const themes = ["auto", "light", "dark"] as const;
export type Theme = (typeof themes)[number];

export const themeCookie = "courseline-theme";

/** Any value a cookie may hold; what is not a theme is "auto". */
export function readTheme(cookie: string | undefined): Theme {
  return cookie === "light" || cookie === "dark" ? cookie : "auto";
}

/** For <html data-theme={…}>: absent with "auto", where the reader's system decides. */
export function themeAttribute(theme: Theme): "light" | "dark" | undefined {
  return theme === "auto" ? undefined : theme;
}
