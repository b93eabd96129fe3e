// npm run test:attack: the attack suite in its long form, on a server and a database of its own. With --faults instead: of
// each defence, that its test fails without it.

import "./node-version.mjs";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { spawnSync } from "node:child_process";
import { findBrowser } from "./browser.mjs";
import { runFaults } from "./faults/run.mjs";
import { freePort, stopEmbedded } from "./postgres.mjs";

if (process.argv.includes("--faults")) {
  process.exitCode = (await runFaults()) ? 0 : 1;
} else {
  const data = mkdtempSync(path.join(tmpdir(), "courseline attack-"));
  const program = path.join("node_modules", "@playwright", "test", "cli.js");
  const env = { ...process.env, ATTACK: "long", CHROMIUM: await findBrowser(), E2E_PORT: String(await freePort()), E2E_DATA_DIR: data };
  const { status } = spawnSync(process.execPath, [program, "test", "--no-deps", "--project", "stories", "e2e/attack/", "e2e/matrix/"], { env, stdio: "inherit" });
  await stopEmbedded(data);
  rmSync(data, { recursive: true, force: true });
  process.exitCode = status ?? 1;
}
