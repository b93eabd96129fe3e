// Runs a program of the project on the database that Courseline works with: the one named in the environment,
// or the embedded one, which is brought up for the while unless npm start has it running.

import "./node-version.mjs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { loadEnvFile, projectFolder, readSettings } from "./environment.mjs";
import { findEmbedded, openEmbedded } from "./postgres.mjs";
import { Trouble, command } from "./trouble.mjs";

await command(async () => {
  const [program, ...args] = process.argv.slice(2);
  if (program === undefined) throw new Trouble("Name the program to run.");
  loadEnvFile();
  const { databaseUrl, migrateUrl, dataDir, port, encryptionKey } = readSettings(process.env);
  if (databaseUrl !== null && migrateUrl !== null) return run(program, args, databaseUrl, migrateUrl, encryptionKey ?? "");

  const running = await findEmbedded(dataDir);
  if (running !== null) return run(program, args, running.appUrl, running.ownerUrl, encryptionKey ?? running.encryptionKey);
  const server = await openEmbedded(dataDir, { address: `a command, port ${port}` });
  try {
    await run(program, args, server.appUrl, server.ownerUrl, encryptionKey ?? server.encryptionKey);
  } finally {
    await server.stop();
  }
});

/**
 * @param {string} program
 * @param {string[]} args
 * @param {string} databaseUrl
 * @param {string} migrateUrl
 * @param {string} keys
 */
async function run(program, args, databaseUrl, migrateUrl, keys) {
  const child = spawn(process.execPath, [...process.execArgv, "--import", "tsx", program, ...args], {
    cwd: projectFolder,
    env: { ...process.env, DATABASE_URL: databaseUrl, MIGRATE_DATABASE_URL: migrateUrl, ENCRYPTION_KEY: keys, ENCRYPTION_KEYS_OLD: "" },
    stdio: "inherit",
  });
  const ignore = () => {}; // the child gets it too; we stay to stop the database
  process.on("SIGINT", ignore).on("SIGTERM", () => child.kill("SIGTERM"));
  const [status] = await once(child, "exit");
  if (status !== 0) process.exitCode = 1;
}
