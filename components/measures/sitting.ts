// One sitting: several measures entered one after the other. Its address names the measures and, by their ids,
// the forms already saved in it; nothing a patient answered is in it.

export interface Sitting {
  /** In the order in which they are entered. */
  measures: readonly string[];
  /** Ids of the forms saved so far. */
  saved: readonly string[];
}

/**
 * Where recording begins: at a form, at the first of a sitting, or, for no measure at all, at the choice of
 * what to record. `base` is the patient's address.
 */
export function sittingHref(base: string, measures: readonly string[], at: { measure?: string; saved?: readonly string[] } = {}): string {
  const [only] = measures;
  if (only === undefined) return `${base}/record/choose`;
  if (measures.length === 1) return `${base}/record?measure=${only}`;
  const { measure, saved = [] } = at;
  const parts = [measure && `measure=${measure}`, `sitting=${measures.join(",")}`, saved.length > 0 && `saved=${saved.join(",")}`];
  return `${base}/record?${parts.filter(Boolean).join("&")}`;
}

/** The measure after this one that is not recorded yet; null at the end. What was skipped is not asked again. */
export function nextMeasure(measures: readonly string[], recorded: ReadonlySet<string>, current: string): string | null {
  const later = measures.slice(measures.indexOf(current) + 1);
  return later.find((measure) => !recorded.has(measure)) ?? null;
}

/** Where a sitting is taken up: at what was left half filled, else at the first that is not recorded. */
export function currentMeasure(measures: readonly string[], recorded: ReadonlySet<string>, drafted: readonly string[]): string | null {
  const open = measures.filter((measure) => !recorded.has(measure));
  return drafted.find((measure) => open.includes(measure)) ?? open[0] ?? measures[0] ?? null;
}

/** The values of one name in an address: "a,b" and a repeated "a", "b" alike. */
export function listed(value: string | readonly string[] | undefined): string[] {
  return [...new Set([value ?? []].flat().flatMap((part) => part.split(",")))].filter((part) => part !== "");
}
