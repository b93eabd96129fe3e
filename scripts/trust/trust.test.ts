import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { missing, trustPage } from "./page.mjs";
import { statements } from "./statements.mjs";

it("names tests that are there", () => {
  expect(missing()).toEqual([]);
});

it("has forty statements, each with a test", () => {
  expect(statements).toHaveLength(40);
  expect(statements.filter(({ shown }) => shown.length === 0)).toEqual([]);
});

it("is what docs/TRUST.md says: node scripts/trust/write.mjs", () => {
  expect(readFileSync(path.join(import.meta.dirname, "..", "..", "docs", "TRUST.md"), "utf8")).toBe(trustPage());
});
