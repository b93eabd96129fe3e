import { spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, describe, expect, it } from "vitest";

const root = path.join(import.meta.dirname, "..");
const house = mkdtempSync(path.join(tmpdir(), "courseline house-"));
copyFileSync(path.join(root, ".oxlintrc.json"), path.join(house, ".oxlintrc.json"));
afterAll(() => rmSync(house, { recursive: true }));

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(house, file)), { recursive: true });
  writeFileSync(path.join(house, file), text);
}

const refused: [file: string, imported: string][] = [
  ["lib/measures/a.ts", "react"],
  ["lib/measures/a.ts", "zod"],
  ["lib/measures/a.ts", "temporal-polyfill"],
  ["lib/measures/a.ts", "node:fs"],
  ["lib/measures/a.ts", "@/lib/dates"],
  ["lib/measures/a.ts", "../course/course"],
  ["lib/measures/pcl-5/a.ts", "../../change/judge"],
  ["lib/measures/pcl-5/a.ts", "../../../components/ui/button"],
  ["lib/course/a.ts", "next/headers"],
  ["lib/course/a.ts", "../change/judge"],
  ["lib/course/a.ts", "@/prisma/generated/client"],
  ["lib/change/a.ts", "temporal-polyfill"],
  ["lib/change/a.ts", "../cohort/effect"],
  ["lib/change/a.ts", "../records/patients"],
  ["lib/change/a.test.ts", "@/lib/records/patients"],
  ["lib/change/a.test.ts", "next"],
  ["lib/cohort/a.ts", "../db"],
  ["lib/course/a.ts", "temporal-polyfill"],
  ["lib/exchange/a.ts", "zod"],
  ["lib/exchange/a.ts", "@/lib/records/patients"],
  ["lib/exchange/a.ts", "../db"],
  ["lib/exchange/a.ts", "../../prisma/connect"],
  ["lib/schemas/a.ts", "react"],
  ["lib/schemas/a.ts", "@/lib/records/patients"],
  ["lib/schemas/a.ts", "@/lib/db"],
  ["lib/schemas/a.ts", "../auth/viewer"],
  ["lib/trail/a.ts", "zod"],
  ["lib/trail/a.ts", "../measures/measure"],
  ["lib/records/a.ts", "@/components/ui/button"],
  ["lib/records/a.ts", "../../app/page"],
  ["lib/records/a.ts", "next/headers"],
  ["lib/records/a.ts", "@/prisma/connect"],
  ["lib/auth/a.ts", "../../prisma/connect"],
  ["app/a.ts", "@/prisma/connect"],
  ["components/trajectory/a.tsx", "@/lib/records/chart"],
  ["components/trajectory/a.tsx", "../../lib/db"],
  ["components/trajectory/a.tsx", "@/app/page"],
  ["components/trajectory/a.tsx", "@/prisma/generated/client"],
  ["components/trajectory/a.tsx", "server-only"],
  ["components/trajectory/a.tsx", "next/headers"],
  ["components/ui/a.tsx", "@/components/trajectory/chart"],
  ["components/ui/a.tsx", "../trajectory/chart"],
  ["components/ui/a.tsx", "@/lib/measures/measure"],
];

const welcome: [file: string, imported: string][] = [
  ["lib/measures/pcl-5/a.ts", "../measure"],
  ["lib/course/a.ts", "../measures/measure"],
  ["lib/course/a.test.ts", "temporal-polyfill"],
  ["lib/change/a.ts", "../course/course"],
  ["lib/cohort/a.ts", "../change/judge"],
  ["lib/cohort/a.test.ts", "fast-check"],
  ["lib/cohort/a.test.ts", "vitest"],
  ["lib/cohort/a.test.ts", "node:fs"],
  ["lib/exchange/a.ts", "../measures/measure"],
  ["lib/exchange/a.ts", "../schemas/assessment"],
  ["lib/schemas/a.ts", "zod"],
  ["lib/schemas/a.ts", "./assessment"],
  ["lib/schemas/a.ts", "@/lib/course/course"],
  ["lib/schemas/a.ts", "@/lib/trail/actions"],
  ["lib/trail/a.ts", "./actions"],
  ["lib/db.ts", "@/prisma/connect"],
  ["lib/records/a.ts", "@/prisma/generated/client"],
  ["lib/records/a.ts", "@/lib/db"],
  ["lib/records/a.ts", "zod"],
  ["lib/records/a.db.test.ts", "@/prisma/test-database"],
  ["components/trajectory/a.tsx", "@/lib/change/judge"],
  ["components/trajectory/a.tsx", "@/components/ui/button"],
  ["components/trajectory/a.tsx", "recharts"],
  ["components/trajectory/a.tsx", "next/link"],
  ["components/ui/a.tsx", "@/components/ui/button"],
  ["components/ui/a.tsx", "./button"],
  ["app/a.ts", "@/lib/records/chart"],
  ["app/a.ts", "next/headers"],
];

interface Report {
  diagnostics: { code: string; filename: string; labels: { span: { line: number } }[] }[];
}

/** Each import on a line of its own; the lint says of which lines it complains. */
function complaints(cases: [file: string, imported: string][], rule: string): string[] {
  const files = new Map<string, string[]>();
  for (const [file, imported] of cases) files.set(file, [...(files.get(file) ?? []), imported]);
  for (const [file, imports] of files) write(file, imports.map((name) => `import "${name}";\n`).join(""));
  const program = path.join(root, "node_modules/oxlint/bin/oxlint");
  const { stdout } = spawnSync(process.execPath, [program, "--format=json", ...files.keys()], { cwd: house, encoding: "utf8" });
  const { diagnostics }: Report = JSON.parse(stdout);
  return diagnostics
    .filter(({ code }) => code === rule)
    .map(({ filename, labels }) => `${filename}: ${files.get(filename)?.[(labels[0]?.span.line ?? 0) - 1]}`)
    .sort();
}

describe("the house's floors", () => {
  it("are there", () => {
    const globs = [...readFileSync(path.join(root, ".oxlintrc.json"), "utf8").matchAll(/"files": \[([^\]]+)\]/g)].flatMap(([, list]) => [...(list ?? "").matchAll(/"([^"]+)"/g)].map(([, glob]) => glob ?? ""));
    expect(globs.length).toBeGreaterThan(10);
    expect(globs.filter((glob) => !existsSync(path.join(root, glob.replace(/[*{].*/, ""))))).toEqual([]);
  });

  it("refuses every import that points up or across", () => {
    const expected = refused.map(([file, imported]) => `${file}: ${imported}`).sort();
    expect(complaints(refused, "eslint(no-restricted-imports)")).toEqual(expected);
  });

  it("lets every import that points down pass", () => {
    expect(complaints(welcome, "eslint(no-restricted-imports)")).toEqual([]);
  });

  it("refuses a circle", () => {
    write("lib/a.ts", 'export { b } from "./b";\nexport const a = 1;\n');
    write("lib/b.ts", 'export { a } from "./a";\nexport const b = 2;\n');
    const program = path.join(root, "node_modules/oxlint/bin/oxlint");
    const { stdout } = spawnSync(process.execPath, [program, "--format=json", "lib/a.ts", "lib/b.ts"], { cwd: house, encoding: "utf8" });
    const { diagnostics }: Report = JSON.parse(stdout);
    expect(diagnostics.map(({ code }) => code)).toContain("import(no-cycle)");
  });
});
