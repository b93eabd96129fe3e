// npm run bench:score: the score command beside a floor that only parses and rewrites the same file, in turns, on this
// machine. A million PCL-5 forms, two in a hundred with something missing or wrong. --quick: a tenth of that, once.
import "../scripts/node-version.mjs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream, mkdtempSync, openSync, closeSync, readFileSync, rmSync } from "node:fs";
import os from "node:os";
import path from "node:path";
import { projectFolder } from "../scripts/environment.mjs";
import { median } from "./statistics.mjs";

const isQuick = process.argv.includes("--quick");
const rows = isQuick ? 100_000 : 1_000_000;
const rounds = isQuick ? 1 : 5;
const AIM = { ratio: 1.5, seconds: 20 };

/** Says at its end, on the fourth descriptor, what a process used. */
const ending =
  'data:text/javascript,import fs from "node:fs";process.on("exit",()=>{const u=process.resourceUsage();' +
  'fs.writeSync(3,JSON.stringify({cpu:(u.userCPUTime+u.systemCPUTime)/1e6,megabytes:u.maxRSS/1024}))})';
const programs = {
  score: ["--import", "tsx", "scripts/score.ts", "pcl-5"],
  floor: ["bench/score-floor.mjs"],
};

/** @param {string[]} args @param {string} input @param {string} output */
async function timed(args, input, output) {
  const files = [openSync(input, "r"), openSync(output, "w")];
  const from = performance.now();
  const child = spawn(process.execPath, ["--import", ending, ...args], { cwd: projectFolder, stdio: [files[0], files[1], "ignore", "pipe"] });
  let said = "";
  child.stdio[3]?.on("data", (piece) => (said += piece));
  await once(child, "close");
  for (const file of files) closeSync(file);
  return { seconds: (performance.now() - from) / 1000, .../** @type {{ cpu: number, megabytes: number }} */ (JSON.parse(said)) };
}

/** A fixed file: the same numbers every time. @param {string} file @param {number} count */
async function forms(file, count) {
  const out = createWriteStream(file);
  let seed = 20_260_101;
  const below = (/** @type {number} */ limit) => (seed = (seed * 48_271) % 2_147_483_647) % limit;
  out.write(`id,${Array.from({ length: 20 }, (_, at) => `item${at + 1}`).join(",")},site\n`);
  for (let row = 0; row < count; row += 1) {
    const cells = Array.from({ length: 20 }, () => String(below(5)));
    if (row % 50 === 0) cells[below(20)] = row % 1000 === 0 ? "7" : "";
    const line = `p${row},${cells.join(",")},${row % 100 === 0 ? '"Bern, south"' : "Zurich"}\n`;
    if (!out.write(line)) await once(out, "drain");
  }
  out.end();
  await once(out, "finish");
}

const folder = mkdtempSync(path.join(os.tmpdir(), "courseline-score-"));
try {
  const file = (/** @type {string} */ name) => path.join(folder, name);
  const [input, short, output] = /** @type {const} */ ([file("in.csv"), file("short.csv"), file("out.csv")]);
  await forms(input, rows);
  await forms(short, rows / 10);
  /** @type {Record<keyof typeof programs, Awaited<ReturnType<typeof timed>>[]>} */
  const runs = { floor: [], score: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const name of /** @type {const} */ (["floor", "score"])) {
      runs[name].push(await timed(programs[name], input, output));
      if (name === "floor" && !readFileSync(output).equals(readFileSync(input))) throw new Error("The floor did not rewrite the file as it was");
    }
  }
  const tenth = await timed(programs.score, short, output);
  const of = (/** @type {keyof typeof programs} */ name, /** @type {"seconds" | "cpu" | "megabytes"} */ what) => median(runs[name].map((run) => run[what]));
  for (const name of /** @type {const} */ (["floor", "score"])) {
    console.log(`${name}: ${of(name, "seconds").toFixed(2)} s, ${of(name, "cpu").toFixed(2)} s of processor, ${of(name, "megabytes").toFixed(0)} MB at most`);
  }
  console.log(`${(rows / of("score", "seconds")).toFixed(0)} forms a second; a tenth of them takes ${tenth.megabytes.toFixed(0)} MB at most`);
  const ratio = of("score", "cpu") / of("floor", "cpu");
  const wall = of("score", "seconds") / of("floor", "seconds");
  console.log(`score / floor: ${wall.toFixed(2)} by the clock, ${ratio.toFixed(2)} by processor time (aim ${AIM.ratio}); ${rows} forms within ${AIM.seconds} s: ${of("score", "seconds") <= AIM.seconds ? "yes" : "no"}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
