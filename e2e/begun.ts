// A form that was begun and whose tab dies before the server has it: what a story types, and where it finds it again.

import type { BrowserContext, Page } from "@playwright/test";
import { expect, expectAccessible } from "./fixtures";
import type { Person } from "./people";

type Enter = (who: Person) => ReturnType<BrowserContext["storageState"]>;

export interface Typed {
  type: (page: Page) => Promise<void>;
  /** The last that is typed, and what of it may not be read where it lies. */
  last: (page: Page) => Promise<void>;
  word: string;
}

export interface Begun extends Typed {
  see: (page: Page) => Promise<void>;
  /** Saves it, or gives it up. */
  end: (page: Page) => Promise<void>;
}

/** What the device holds of forms begun, as it lies there. */
export const kept = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([name]) => name.startsWith("courseline-draft/"))));

/**
 * Pages opened from here on cannot reach this address: what they would send there lies on the device alone. (A request that the story
 * stopped, or that was sent without a connection as a page closed, arrives after all once there is a line.)
 */
export const unreachable = (from: BrowserContext | Page, address: string) =>
  from.addInitScript((address) => {
    const send = window.fetch;
    window.fetch = (to, with_) => (String(to).startsWith(address) && to !== "/api/begun/look" ? Promise.reject(new TypeError("Failed to fetch")) : send(to, with_));
  }, address);

export const hearsNothing = (context: BrowserContext) => unreachable(context, "/api/begun");

/** Types, and closes the tab as a crash does: the page is told nothing. The address where it was. */
export async function typeAndDie(context: BrowserContext, path: string, { type, last, word }: Typed): Promise<string> {
  await hearsNothing(context);
  const page = await context.newPage();
  await page.goto(path);
  await type(page);
  await expect.poll(() => kept(page)).not.toBe("[]");
  const before = await kept(page);
  await last(page);
  await expect.poll(() => kept(page)).not.toBe(before);
  expect(await kept(page)).not.toContain(word);
  const address = page.url();
  await page.close();
  return address;
}

/** Another sign-in in the same browser, as when a session has ended and a colleague takes over. */
async function becomes(context: BrowserContext, who: Person, enter: Enter): Promise<void> {
  await context.clearCookies();
  await context.addCookies((await enter(who)).cookies);
}

export const notSaved = (page: Page) => page.getByText("Not saved yet.");

/** How many forms begun lie on the device. */
const begun = async (page: Page) => (JSON.parse(await kept(page)) as unknown[]).length;

export async function comesBack(context: BrowserContext, enter: Enter, path: string, { type, last, word, see, end }: Begun): Promise<void> {
  await typeAndDie(context, path, { type, last, word });

  await becomes(context, "petra", enter);
  const theirs = await context.newPage();
  await theirs.goto(path);
  await type(theirs); // what is on the device is read before anything is written there
  await expect.poll(() => begun(theirs)).toBe(2);
  await expect(notSaved(theirs)).toHaveCount(0);
  await theirs.close();

  await becomes(context, "mara", enter);
  const anew = await context.newPage();
  await anew.goto(path);
  await expect(notSaved(anew)).toBeVisible();
  await see(anew);
  await expectAccessible(anew);
  await end(anew);
  await expect.poll(() => begun(anew), "only the other person's is left").toBe(1);
}
