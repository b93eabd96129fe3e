// Two versions of one thing: what was sent, and what somebody else saved meanwhile. Which fields differ, and the one that
// comes of choosing between them. Fields are named by their path in what is sent: "familyName", "ratings.3".

export type Labels = Readonly<Record<string, string>>;

/** As the server tells it with a save that came too late (lib/records/problems.ts). */
export interface Newer {
  fields: Record<string, unknown>;
  known: Record<string, unknown>;
}

export interface Difference {
  path: string;
  label: string;
  mine: unknown;
  theirs: unknown;
}

/** In the order of the labels; a field without a label is not laid out, and stays as it was sent. */
export function differences(mine: object, { fields }: Newer, labels: Labels): readonly Difference[] {
  return Object.entries(labels).flatMap(([path, label]) => {
    const [one, other] = [at(mine, path), at(fields, path)];
    return same(one, other) ? [] : [{ path, label, mine: one, theirs: other }];
  });
}

/** What to send so that it stands: mine, but for the fields taken from theirs, over the version that is there. */
export function chosen<Body extends object>(mine: Body, { fields, known }: Newer, taken: ReadonlySet<string>): Body {
  const body = structuredClone(mine);
  for (const path of taken) put(body, path, at(fields, path));
  return Object.assign(body, known);
}

function at(from: unknown, path: string): unknown {
  return path.split(".").reduce<unknown>((part, name) => (part as Record<string, unknown> | null | undefined)?.[name], from);
}

function put(into: object, path: string, value: unknown): void {
  const names = path.split(".");
  const last = names.pop() ?? "";
  const part = at(into, names.join(".")) ?? into;
  (part as Record<string, unknown>)[last] = value;
}

/** Nothing is nothing, however it is written. */
function same(one: unknown, other: unknown): boolean {
  const plain = (value: unknown) => (value === undefined || value === "" ? null : value);
  return JSON.stringify(plain(one), inOrder) === JSON.stringify(plain(other), inOrder);
}

/** Keys in one order: the database keeps its own. */
function inOrder(_: string, value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)));
}
