import { readFileSync } from "node:fs";
import { expect, it } from "vitest";

interface Entry {
  version?: string;
  optionalDependencies?: Record<string, string>;
}

// Where a package for another platform could not be looked up while the lockfile was written, npm leaves it out
// without a word; `npm ci` then refuses the lockfile, here and on that platform.
it("has every optional dependency, for every platform, in the lockfile", () => {
  const lock: { packages: Record<string, Entry> } = JSON.parse(readFileSync("package-lock.json", "utf8"));
  const wanted = Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {} }]) =>
    Object.keys(optionalDependencies).map((name) => ({ place, name })),
  );
  expect(wanted.map(({ name }) => name)).toContain("@next/swc-darwin-arm64");
  const left = wanted.filter(
    ({ place, name }) =>
      lock.packages[`node_modules/${name}`] === undefined &&
      lock.packages[`${place}/node_modules/${name}`] === undefined,
  );
  expect(left).toEqual([]);
});
