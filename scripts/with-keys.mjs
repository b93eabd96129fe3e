// Runs a program of the project that needs the keys and no database: what checks a backup brings up its own. Works where the
// database is gone, and on another machine, given ENCRYPTION_KEY.

import "./node-version.mjs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { loadEnvFile, projectFolder, readSettings } from "./environment.mjs";
import { readSecrets } from "./secrets.mjs";
import { Trouble, command } from "./trouble.mjs";

await command(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (program === undefined) throw new Trouble("Name the program to run.");
  loadEnvFile();
  const { encryptionKey, dataDir } = readSettings(process.env);
  const keys = encryptionKey ?? readSecrets(dataDir)?.encryption;
  if (!keys) throw new Trouble("Set ENCRYPTION_KEY: the key that Courseline ran with when the backup was made.");
  const child = spawn(process.execPath, ["--conditions=react-server", "--import", "tsx", program, ...args], {
    cwd: projectFolder,
    env: { ...process.env, DATA_DIR: dataDir, ENCRYPTION_KEY: keys, ENCRYPTION_KEYS_OLD: "" },
    stdio: "inherit",
  });
  process.on("SIGINT", () => {}).on("SIGTERM", () => child.kill("SIGTERM")); // the child gets it too, and tidies up
  const [status] = await once(child, "exit");
  if (status !== 0) process.exitCode = 1;
});
