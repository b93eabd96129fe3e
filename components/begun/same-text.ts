/** The same for values that are the same, in whatever order their fields were set. */
export function sameText(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) => (each !== null && typeof each === "object" && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).toSorted(([a], [b]) => (a < b ? -1 : 1))) : each));
}
