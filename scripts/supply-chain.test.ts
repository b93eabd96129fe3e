// What the project is built of: versions to the digit, none below the floor of safe ones (docs/version-floor.json), no script of
// a package run on installing but by name, and a reason for every package in docs/DECISIONS.md.
import { readFileSync } from "node:fs";
import { describe, expect, it, test } from "vitest";

interface Floor {
  package: string;
  floor: string;
  why: string;
}

interface Entry {
  version?: string;
  resolved?: string;
  integrity?: string;
  hasInstallScript?: boolean;
  link?: boolean;
  optional?: boolean;
}

const json = <Type>(file: string) => JSON.parse(readFileSync(file, "utf8")) as Type;
const wanted = json<Record<"dependencies" | "devDependencies" | "optionalDependencies", Record<string, string>> & { allowScripts?: Record<string, boolean> }>("package.json");
const direct = { ...wanted.dependencies, ...wanted.devDependencies, ...wanted.optionalDependencies };
const { packages } = json<{ packages: Record<string, Entry> }>("package-lock.json");
const installed = Object.entries(packages).filter(([place]) => place !== "");
const nameOf = (place: string) => place.slice(place.lastIndexOf("node_modules/") + "node_modules/".length);

/** By the numbers alone: a version before a release, "-beta", is below it. */
function isBelow(version: string, floor: string): boolean {
  const [parts, least] = [version, floor].map((text) => text.split("-")[0]!.split(".").map(Number));
  for (const [at, number] of least!.entries()) if (parts![at] !== number) return parts![at]! < number;
  return version.includes("-") && !floor.includes("-");
}

test.each([["16.4.5", "16.4.6", true], ["16.4.6", "16.4.6", false], ["16.10.0", "16.4.6", false], ["15.99.99", "16.4.6", true], ["16.4.6-canary.1", "16.4.6", true], ["17.0.0", "16.4.6", false]])("%s below %s: %s", (version, floor, below) => {
  expect(isBelow(version, floor)).toBe(below);
});

describe("versions", () => {
  it("are exact, and the lockfile has them", () => {
    for (const [name, version] of Object.entries(direct)) {
      expect(version, name).toMatch(/^\d+\.\d+\.\d+(-[\w.-]+)?$/);
      expect(packages[`node_modules/${name}`]?.version, name).toBe(version);
    }
  });

  it.each(json<Floor[]>("docs/version-floor.json"))("$package is not below $floor", ({ package: name, floor, why }) => {
    const found = installed.filter(([place]) => nameOf(place) === name).map(([, { version }]) => version!);
    expect(found.length, `${name} is not used: take its line out`).toBeGreaterThan(0);
    for (const version of found) expect(isBelow(version, floor), `${name} ${version}: ${why}`).toBe(false);
    expect(why.length).toBeGreaterThan(20);
  });
});

describe("the lockfile", () => {
  it("has the hash of every package's contents, and names no other place than the registry", () => {
    for (const [place, { resolved, link }] of installed) {
      expect(link, place).toBeUndefined();
      expect(resolved ?? "https://registry.npmjs.org/", place).toMatch(/^https:\/\/registry\.npmjs\.org\//);
    }
    // npm leaves out the hash of a build for a platform it was not on, and takes it from the registry when it installs it there.
    const unhashed = installed.filter(([, { integrity = "" }]) => !integrity.startsWith("sha512-"));
    expect(unhashed.filter(([, { optional }]) => optional !== true).map(([place]) => nameOf(place))).toEqual([]);
  });
});

describe("scripts of packages", () => {
  it("do not run on installing", () => {
    expect(readFileSync(".npmrc", "utf8").split("\n")).toContain("ignore-scripts=true");
  });

  it("are known by name, each with the answer no", () => {
    const having = new Set(installed.filter(([, { hasInstallScript }]) => hasInstallScript === true).map(([place]) => nameOf(place)));
    expect(having.size).toBeGreaterThan(0);
    expect(wanted.allowScripts).toEqual(Object.fromEntries([...having].toSorted().map((name) => [name, false])));
  });
});

test("every package has its reason in docs/DECISIONS.md, and no reason is left of one that went", () => {
  const table = readFileSync("docs/DECISIONS.md", "utf8").split("\n## Dependencies\n")[1]!;
  const rows = table.split("\n").filter((line) => line.startsWith("| ") && !line.startsWith("| package")).map((line) => line.split("|").map((cell) => cell.trim()));
  const named = rows.flatMap(([, names = ""]) => names.replaceAll(/\(.*?\)/g, "").split(",").map((name) => name.trim()));
  const covers = (name: string) => named.some((each) => each === name || (each.endsWith("/*") && name.startsWith(each.slice(0, -1))));
  const ours = Object.keys(direct).filter((name) => !name.startsWith("@types/"));
  expect(ours.filter((name) => !covers(name)), "without a reason").toEqual([]);
  expect(named.filter((each) => !Object.keys(direct).some((name) => name === each || (each.endsWith("/*") && name.startsWith(each.slice(0, -1))))), "gone").toEqual([]);
  for (const [, names, purpose, why] of rows) expect(`${purpose}${why}`.length, names).toBeGreaterThan(10);
});
