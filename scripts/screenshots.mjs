// npm run screenshots: the pictures in docs/, taken from the demo clinic in a folder of its own, so that they stay true.

import "./node-version.mjs";
import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { browserArguments, findBrowser } from "./browser.mjs";
import { projectFolder } from "./environment.mjs";
import { freePort } from "./postgres.mjs";
import { step } from "./steps.mjs";
import { command } from "./trouble.mjs";

const password = crypto.randomUUID();
const target = path.join(projectFolder, "docs", "screenshots");
const clinician = "mara.quill@courseline.example";

/** @type {{ name: string, width: number, height: number, theme: "light" | "dark", address: (chart: string) => string }[]} */
const pictures = [
  { name: "patient-chart-light", width: 1440, height: 1000, theme: "light", address: (chart) => chart },
  { name: "patient-chart-dark", width: 1440, height: 1000, theme: "dark", address: (chart) => chart },
  { name: "patient-chart-tablet", width: 820, height: 1180, theme: "light", address: (chart) => chart },
  { name: "patient-chart-phone", width: 390, height: 844, theme: "light", address: (chart) => chart },
  { name: "caseload-light", width: 1440, height: 1000, theme: "light", address: () => "/caseload" },
  { name: "since-dose-light", width: 1440, height: 1000, theme: "light", address: (chart) => `${chart}/doses` },
  { name: "today-light", width: 1440, height: 1000, theme: "light", address: () => "/today" },
  { name: "record-pcl5-light", width: 1440, height: 1000, theme: "light", address: (chart) => `${chart}/record` },
];

await command(async () => {
  const [dataDir, port] = [mkdtempSync(path.join(tmpdir(), "courseline pictures-")), await freePort()];
  const settings = { PORT: String(port), HOST: "127.0.0.1", DATA_DIR: dataDir, DEMO_PASSWORD: password, DATABASE_URL: "", NEXTAUTH_URL: "", NEXTAUTH_SECRET: "", ENCRYPTION_KEY: "" };
  const server = spawn(process.execPath, ["scripts/start.mjs"], { cwd: projectFolder, env: { ...process.env, ...settings }, stdio: ["ignore", "pipe", "inherit"] });
  const gone = once(server, "exit");
  try {
    await step("Courseline", async () => {
      await ready(server, gone);
      return "answering";
    });
    const { chromium } = await import("@playwright/test");
    const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
    mkdirSync(target, { recursive: true });
    for (const picture of pictures) await step(picture.name, () => take(browser, `http://localhost:${port}`, picture));
    await browser.close();
  } finally {
    server.kill("SIGTERM");
    await gone;
    rmSync(dataDir, { recursive: true, force: true });
  }
});

/**
 * @param {import("node:child_process").ChildProcess} server
 * @param {Promise<unknown>} gone
 */
async function ready(server, gone) {
  let said = "";
  const up = new Promise((resolve) => server.stdout?.on("data", (text) => (said += text).includes("Ready in") && resolve(true)));
  const left = gone.then(() => {
    throw new Error(`It did not start:\n${said}`);
  });
  left.catch(() => {});
  await Promise.race([up, left]);
}

/**
 * @param {import("@playwright/test").Browser} browser
 * @param {string} origin
 * @param {(typeof pictures)[number]} picture
 */
async function take(browser, origin, { name, width, height, theme, address }) {
  const page = await browser.newPage({ viewport: { width, height }, colorScheme: theme, baseURL: origin, reducedMotion: "reduce" });
  // A picture has no scrollbar, and the chart is drawn for the width it will have.
  await page.addInitScript(() => document.addEventListener("DOMContentLoaded", () => (document.documentElement.style.scrollbarGutter = "auto")));
  await page.goto("/sign-in");
  await page.getByLabel("E-mail address").fill(clinician);
  await page.getByLabel("Password", { exact: true }).fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  const chart = await page.getByRole("link", { name: /^Rivera, Alex/ }).first().getAttribute("href");
  await page.goto(address(chart ?? ""));
  await page.waitForLoadState("networkidle");
  await page.screenshot({ path: path.join(target, `${name}.png`) });
  await page.close();
  return `${width} × ${height}`;
}
