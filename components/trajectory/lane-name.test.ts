import fc from "fast-check";
import { expect, test } from "vitest";
import { laneName } from "./lane-name";

test.each([
  ["Doses", ["Doses"], "Doses"],
  ["PE sessions", ["PE sessions"], "PE sessions"],
  ["Trauma-focused therapy sessions", ["Trauma-focused", "therapy sessions"], "Trauma-focused therapy sessions"],
  ["Narrative exposure therapy sessions", ["Narrative", "exposure therapy"], "Narrative exposure therapy sessions"],
  ["Psychotraumatherapie sessions", ["Psychotraumathe…"], "Psychotraumatherapie sessions"],
  ["Skills training in affective and interpersonal regulation sessions", ["Skills training", "in affective…"], "Skills training in affective and…"],
])("%s", (full, wide, narrow) => {
  expect(laneName(full)).toEqual({ full, wide, narrow });
});

test("any name fits: two rows of 16 characters in the margin, one of 42 on a phone", () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 80 }), (name) => {
      const { full, wide, narrow } = laneName(`${name} sessions`);
      expect(full).toBe(`${name} sessions`);
      expect(wide.length).toBeLessThanOrEqual(2);
      for (const row of wide) expect(row.length).toBeLessThanOrEqual(16);
      expect(narrow.length).toBeLessThanOrEqual(42);
    }),
  );
});
