import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { faulty } from "./fault.mjs";
import { faults } from "./list.mjs";

const root = path.join(import.meta.dirname, "..", "..");

describe("the faults", () => {
  it.each(faults.filter(({ file }) => file !== undefined).map((fault) => [fault.defence, fault] as const))("of the sources fit where they belong: %s", (_, fault) => {
    expect(faulty(fault)).not.toBe(readFileSync(path.join(root, fault.file ?? ""), "utf8"));
  });

  it("are each a change of a source or SQL, and name a test that is there", () => {
    for (const { file, sql, test } of faults) {
      expect([file, sql].filter((each) => each !== undefined)).toHaveLength(1);
      expect(readFileSync(path.join(root, test), "utf8")).toContain("expect(");
    }
    expect(new Set(faults.map(({ defence }) => defence)).size).toBe(faults.length);
  });

  it("are known to the tests alone: nothing that is built names them", () => {
    const built = ["app", "components", "lib"].flatMap((folder) => readdirSync(path.join(root, folder), { recursive: true, encoding: "utf8" }).map((file) => path.join(folder, file)));
    const sources = [...built.filter((file) => /\.(ts|tsx|css)$/.test(file) && !/\.test\.tsx?$/.test(file)), "next.config.js", "scripts/serve.mjs", "scripts/start.mjs", "scripts/build.mjs"];
    expect(sources.filter((file) => /COURSELINE_FAULT|scripts\/faults/.test(readFileSync(path.join(root, file), "utf8")))).toEqual([]);
  });
});
