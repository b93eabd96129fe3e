// What a line of the trail says about a write, as lines to read: "Family name: Rivera, then Riviera".

export interface Change {
  field: string;
  before: string | null;
  after: string | null;
}

type Values = Readonly<Record<string, unknown>> | null;

/** One for each column that changed; `before` is null where there was nothing, on both sides where a text is not shown. */
export function changesIn(before: Values, after: Values): Change[] {
  const names = [...new Set([...Object.keys(before ?? {}), ...Object.keys(after ?? {})])].sort();
  return names.map((name) => ({ field: fieldInWords(name), before: valueInWords(before?.[name]), after: valueInWords(after?.[name]) }));
}

const naming = /^patient( \d+)?\.(family_name|given_name|birth_date|sex|pronouns)$/;

/** For a reader who sees no patients: who somebody is, is not shown; that it changed is. */
export function unnamed(values: Values): Values {
  return values && Object.fromEntries(Object.entries(values).map(([name, value]) => [name, naming.test(name) && value !== null ? "not shown" : value]));
}

/** "patient.family_name" is "Family name"; the second row of a kind keeps its number. */
function fieldInWords(name: string): string {
  const [, number = "", column = name] = /^[a-z_]+(?: (\d+))?\.(.+)$/.exec(name) ?? [];
  const words = column.replaceAll("_", " ").replace(/ (id|at)$/, "");
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}${number && ` (${number})`}`;
}

function valueInWords(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "string" ? value : JSON.stringify(value);
}
