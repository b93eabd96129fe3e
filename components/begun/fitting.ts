/**
 * What an earlier page left of a form, in the shape this page's form has: a deploy may lie between the two. A field that was not there
 * then begins as it does now, so does one that was a list and is a single value, or the like; the rest is as it was entered, and
 * nothing else is taken away.
 */
export function fitting<Values>(shape: Values, left: unknown): Values {
  if (shape === null || shape === undefined) return left as Values;
  if (kindOf(left) !== kindOf(shape)) return shape;
  if (!isObject(shape) || !isObject(left)) return left as Values;
  const fields = Object.entries(shape).map(([field, value]) => {
    if (!(field in left)) return [field, value] as const;
    return [field, left[field] === null ? null : fitting(value, left[field])] as const;
  });
  return { ...left, ...Object.fromEntries(fields) } as Values;
}

function kindOf(value: unknown): "list" | "fields" | "value" {
  if (Array.isArray(value)) return "list";
  return isObject(value) ? "fields" : "value";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
