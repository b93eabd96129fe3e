// A Chromium for the stories: the one named in CHROMIUM, the system's, Playwright's own, or one installed now.

import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import path from "node:path";
import { projectFolder } from "./environment.mjs";
import { runQuietly } from "./run.mjs";
import { Trouble } from "./trouble.mjs";

// The first is Chromium without its window: a story's fresh page costs it a quarter of the work.
const usualPlaces = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome-stable",
  "/usr/bin/google-chrome",
  "/snap/bin/chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe",
];

/** Where else PATH leads: package managers have folders of their own. */
const onPath = (process.env.PATH ?? "").split(path.delimiter).filter(Boolean)
  .flatMap((folder) => ["chromium", "chromium-browser", "google-chrome"].map((name) => path.join(folder, name)));

const isRoot = process.getuid?.() === 0;

/** What keeps a browser quiet and, for root, lets it start at all. */
export const browserArguments = [
  ...(isRoot ? ["--no-sandbox"] : []),
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** @returns {Promise<string>} the program's path */
export async function findBrowser() {
  const named = process.env.CHROMIUM;
  if (named) {
    if (starts(named)) return named;
    throw new Trouble(`CHROMIUM is ${named}, which does not start. Set it to the path of a Chromium or Chrome.`);
  }
  const found = [...usualPlaces, ...onPath].find(starts) ?? (await playwrightsOwn());
  if (found !== undefined) return found;
  const installed = (await installWithApt()) ?? (await installWithPlaywright());
  if (installed !== undefined) return installed;
  throw new Trouble("No browser was found and none could be installed: install Chromium or Chrome, or set CHROMIUM to its path.");
}

/** @param {string} program */
function starts(program) {
  if (!existsSync(program)) return false;
  if (process.platform === "win32") return true; // Chrome there opens a window instead of telling its version
  return spawnSync(program, ["--version"], { timeout: 30_000 }).status === 0;
}

async function playwrightsOwn() {
  const { chromium } = await import("@playwright/test");
  const program = chromium.executablePath();
  return starts(program) ? program : undefined;
}

const hasApt = isRoot && existsSync("/usr/bin/apt-get");

async function installWithApt() {
  if (!hasApt) return undefined;
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
  await runQuietly("apt-get", ["update", "-q"], { env });
  for (const browser of ["chromium-headless-shell", "chromium"]) {
    await runQuietly("apt-get", ["install", "-y", "-q", "--no-install-recommends", browser], { env });
    const installed = usualPlaces.find(starts);
    if (installed !== undefined) return installed;
  }
  return undefined;
}

async function installWithPlaywright() {
  const cli = path.join(projectFolder, "node_modules", "@playwright", "test", "cli.js");
  await runQuietly(process.execPath, [cli, "install", ...(hasApt ? ["--with-deps"] : []), "chromium"]);
  return playwrightsOwn();
}
