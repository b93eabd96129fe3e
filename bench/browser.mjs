// The browser that pages are measured in: the one the stories run in.

import { chromium } from "@playwright/test";
import { browserArguments, findBrowser } from "../scripts/browser.mjs";

/** @returns {Promise<import("@playwright/test").Browser>} */
export async function openBrowser() {
  return chromium.launch({ executablePath: await findBrowser(), args: browserArguments });
}
