// npm run drill: injects each fault for real into the production build and a real PostgreSQL, and prints what it came to; beside
// each stands a control that shows the drill can fail. `--short` is the form inside npm test, `--long` has ten thousand
// acknowledged writes for each crash; names after it choose. It ends with 1 where anything was lost, doubled or did not hold.
// kill -9 shows safety from crashes of processes, not from power failure.

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { ensureBuild } from "../build.mjs";
import { say } from "../steps.mjs";
import { command } from "../trouble.mjs";
import { closeConnections } from "./ask";
import { drills } from "./drills";
import type { Drill, Length, Outcome } from "./drill";
import { openWorld } from "./world";

const flags = process.argv.slice(2);
const length: Length = flags.includes("--short") ? "short" : flags.includes("--long") ? "long" : "usual";
const chosen = flags.filter((flag) => !flag.startsWith("--"));

async function main(): Promise<void> {
  const folder = mkdtempSync(path.join(tmpdir(), "courseline drill "));
  if (length !== "short") await ensureBuild({ ...process.env, ...unused });
  const world = await openWorld(folder);
  let [failed, held] = [0, 0];
  try {
    for (const drill of drills.filter(({ name, lengths }) => lengths.includes(length) && (chosen.length === 0 || chosen.some((word) => name.includes(word))))) {
      const lines = await drilled(drill);
      if (lines.failed) failed += 1;
      else held += 1;
      say(lines.text);
    }
  } finally {
    closeConnections();
    await world.close();
    rmSync(folder, { recursive: true, force: true });
  }
  say(`\n${held} of ${held + failed} held`);
  if (failed > 0 || held === 0) process.exitCode = 1;

  async function drilled(drill: Drill): Promise<{ failed: boolean; text: string }> {
    const missing = drill.missing?.() ?? null;
    if (missing !== null) return { failed: false, text: `  ${drill.name}: not here, ${missing}` };
    const began = performance.now();
    try {
      const outcome = await drill.run(world, length);
      const failures = outcome.problems.map((problem) => `      ! ${problem}`);
      return { failed: failures.length > 0, text: [row(drill.name, outcome, performance.now() - began), ...failures].join("\n") };
    } catch (error) {
      return { failed: true, text: `  ${drill.name}\n      ! ${error instanceof Error ? error.stack : String(error)}\n${world.said()}` };
    }
  }
}

const unused = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", NEXTAUTH_URL: "http://localhost:1", NEXTAUTH_SECRET: "x".repeat(32), ENCRYPTION_KEY: `${"A".repeat(43)}=` };

function row(name: string, { n, lost, doubled, recoveredMs, seen, control }: Outcome, tookMs: number): string {
  const figures = [`N ${n}`, lost !== null && `lost ${lost}`, doubled !== null && `doubled ${doubled}`, recoveredMs !== null && `back after ${(recoveredMs / 1000).toFixed(1)} s`].filter(Boolean).join(", ");
  return `  ${name.padEnd(38)}${figures.padEnd(54)}${`${(tookMs / 1000).toFixed(1)} s`.padStart(8)}\n      ${seen}\n      control, ${control}`;
}

await command(main);
process.exit();
