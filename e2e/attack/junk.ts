// What no form of ours sends: values, keys and bodies that have broken other programs, and a body with one of them in it.

import fc from "fast-check";

const deep = (levels: number): unknown => Array.from({ length: levels }).reduce<unknown>((inside) => [inside], null);

/** Keys that a table, a prototype or a record has, and no form. */
export const strangeKeys = [
  "id", "organisationId", "organisation_id", "patientId", "teamId", "userId", "createdById", "byId", "createdAt", "version", "revision", "total", "computedMg", "voidedAt",
  "disabledAt", "roles", "passwordHash", "stage", "freshAt", "__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "$where", "",
];

export const values: readonly unknown[] = [
  null, true, false, 0, -1, 1.5, 1e21, -1e308, 2 ** 53, 2 ** 31, "", " ", "\u0000", "a\u0000b", "\ud800", "\u202e\u200b", "x".repeat(9_000), "🜍".repeat(3_000),
  "'; DROP TABLE patient; --", "1 OR 1=1", "${7*7}", "{{7*7}}", "../../../etc/passwd", "<script>alert(1)</script>", "=HYPERLINK(\"http://elsewhere.example\")", "%s%n", "null", "NaN", "true",
  "2026-02-30", "0000-00-00", "9999-12-31", "9999-12-31T23:59", "+275760-09-13T00:00:00.000Z", "-000001-01-01T00:00:00.000Z", "2026-11-25T24:00", "0001-01-01T00:00:00Z",
  "00000000-0000-0000-0000-000000000000", "ffffffff-ffff-ffff-ffff-ffffffffffff", {}, [], [[]], [null], [{}], { $ne: null }, { length: 1e9 }, { toString: 1 }, deep(200), Array(200).fill(0), Array(3_000).fill(null),
];

type Json = Record<string, unknown>;
type Path = readonly (string | number)[];

/** Every place in a body that holds something. */
export function placesIn(body: unknown, here: Path = []): Path[] {
  if (typeof body !== "object" || body === null) return [here];
  return [here, ...Object.entries(body).flatMap(([key, value]) => placesIn(value, [...here, Array.isArray(body) ? Number(key) : key]))];
}

function changed(body: unknown, [key, ...rest]: Path, to: (there: unknown) => unknown): unknown {
  if (key === undefined) return to(body);
  if (Array.isArray(body)) return body.map((each, index) => (index === key ? changed(each, rest, to) : each));
  const entries = Object.entries(body as Json).flatMap(([name, value]) => {
    const put = name === key ? changed(value, rest, to) : value;
    return put === undefined ? [] : [[name, put]];
  });
  return Object.fromEntries(entries);
}

export const withKey = (body: Json, key: string, value: unknown): string => `${JSON.stringify(body).slice(0, -1)}${Object.keys(body).length > 0 ? "," : ""}${JSON.stringify(key)}:${JSON.stringify(value)}}`;

/** A body that was valid, with one or two of its places filled with something else, or emptied. */
export function broken(body: Json): fc.Arbitrary<unknown> {
  const place = fc.constantFrom(...placesIn(body));
  const junk = fc.oneof({ weight: 4, arbitrary: fc.constantFrom(...values) }, { weight: 1, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary: fc.jsonValue({ maxDepth: 2 }) }, { weight: 1, arbitrary: fc.string({ unit: "binary" }) });
  return fc.array(fc.tuple(place, junk), { minLength: 1, maxLength: 2 }).map((changes) =>
    changes.reduce<unknown>((rest, [path, to]) => {
      try {
        return changed(rest, path, () => to);
      } catch {
        return to; // the place went with what held it
      }
    }, body),
  );
}
