import { randomUUID } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { defineConfig, devices } from "@playwright/test";
import { browserArguments, findBrowser } from "./scripts/browser.mjs";

// Each run has a server and an embedded database of its own. The workers read this file too and find it all set.
process.env.CHROMIUM ||= await findBrowser();
process.env.DEMO_PASSWORD ||= randomUUID();
process.env.E2E_PORT ||= "3999";
process.env.E2E_DATA_DIR ||= mkdtempSync(path.join(tmpdir(), "courseline stories-"));

const address = `http://localhost:${process.env.E2E_PORT}`;

export default defineConfig({
  testDir: "e2e",
  timeout: 120_000, // for a busy machine; nothing waits when all is well
  expect: { timeout: 20_000 },
  retries: 0,
  workers: 2,
  forbidOnly: true,
  // What changes the whole clinic's settings runs when nobody else is in it.
  projects: [
    { name: "stories", testIgnore: /settings\.spec/ },
    { name: "settings", testMatch: /settings\.spec/, dependencies: ["stories"] },
  ],
  use: {
    ...devices["Desktop Chrome"],
    baseURL: address,
    timezoneId: "America/Los_Angeles",
    contextOptions: { reducedMotion: "reduce" }, // nothing scrolls smoothly: a form takes a third of the time
    screenshot: "only-on-failure",
    trace: process.env.E2E_TRACE === "1" ? "retain-on-failure" : "off", // recording costs a tenth of the run
    launchOptions: { executablePath: process.env.CHROMIUM, args: browserArguments },
  },
  webServer: {
    command: `"${process.execPath}" scripts/start.mjs`,
    url: `${address}/api/health/ready`,
    timeout: 240_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    env: {
      DATABASE_URL: "",
      MIGRATE_DATABASE_URL: "",
      NEXTAUTH_URL: "",
      NEXTAUTH_SECRET: "",
      ENCRYPTION_KEY: "",
      REQUESTS_PER_MINUTE: "1000000", // stories are faster than people
      HOST: "",
      PORT: process.env.E2E_PORT,
      DATA_DIR: process.env.E2E_DATA_DIR,
      DEMO_PASSWORD: process.env.DEMO_PASSWORD,
      NEXT_DIST_DIR: ".next-test",
    },
  },
});
