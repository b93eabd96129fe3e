// Where a measure is recorded, and the others that follow it in the same sitting.
export function recordHref(base: string, sitting: readonly string[]): string {
  const [first] = sitting;
  if (first === undefined) return `${base}/record`;
  const rest = sitting.length > 1 ? `&sitting=${sitting.join(",")}` : "";
  return `${base}/record?measure=${first}${rest}`;
}
