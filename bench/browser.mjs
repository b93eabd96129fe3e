// The browser that pages are measured in.

import { existsSync } from "node:fs";
import { chromium } from "@playwright/test";

const places = [process.env.CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome", chromium.executablePath()];

/** @returns {Promise<import("@playwright/test").Browser | null>} null where there is none */
export async function openBrowser() {
  const executablePath = places.find((place) => place && existsSync(place));
  if (executablePath === undefined) return null;
  return chromium.launch({
    executablePath,
    args: [
      "--disable-gpu", "--disable-background-networking", "--disable-component-update", "--disable-sync",
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
    ],
  });
}
