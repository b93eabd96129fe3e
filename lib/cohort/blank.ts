/**
 * A figure left blank: its words and its shape stay, so that a table keeps its rows, and every number is null.
 */

/** The same shape, any number of which may be blank. */
export type Blankable<T> = T extends number ? number | null : T extends object ? { readonly [K in keyof T]: Blankable<T[K]> } : T;

/**
 * Every number of it null, words kept; an interval or an effect is null whole, as where there is none, since that there is one tells
 * that there are two patients, or three. Example: blank({ window: "week-1", n: 3, interval: { lower: 1, upper: 2 } }) is
 * { window: "week-1", n: null, interval: null }.
 */
export function blank<T>(shown: T): Blankable<T> {
  if (typeof shown === "number") return null as Blankable<T>;
  if (Array.isArray(shown)) return shown.map(blank) as Blankable<T>;
  if (typeof shown !== "object" || shown === null) return shown as Blankable<T>;
  if ("lower" in shown || "yi" in shown) return null as Blankable<T>;
  return Object.fromEntries(Object.entries(shown).map(([key, value]) => [key, blank(value)])) as Blankable<T>;
}

/** Shows a figure, or leaves it blank and notes the path of what was left out. */
export type Keep = <T>(hide: boolean, path: string, shown: T) => Blankable<T>;
