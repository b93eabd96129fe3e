// What every story starts with: somebody signed in, a patient to work with, a page whose console stays clean, and
// the accessibility check. The server and its demo clinic are started by the test command.

import { AxeBuilder } from "@axe-core/playwright";
import { test as base, expect, type APIRequestContext, type BrowserContext, type BrowserContextOptions, type Page } from "@playwright/test";
import { signIn } from "./clinic";
import { givenCourse, givenPatient, givenSession, origin, type GivenPatient } from "./given";
import { Leaks } from "./leaks";
import type { Person } from "./people";

type SignedIn = Awaited<ReturnType<BrowserContext["storageState"]>>;

// Said outright: a new browser would otherwise take over the cookie of the story's own.
const nobody: SignedIn = { cookies: [], origins: [] };

interface StoryFixtures {
  /** Who the page belongs to; null for somebody not signed in. */
  signedInAs: Person | null;
  /** On Mara's team: ketamine with prolonged exposure, doses done 8 days ago and yesterday, the next in 6 days. */
  patient: GivenPatient;
  /** On Mara's team, without a course. */
  newcomer: GivenPatient;
  /** Another browser, with another person or none. */
  openAs: (who: Person | null, options?: BrowserContextOptions) => Promise<Page>;
  /** The browser reports failed requests as console errors; a story that causes one says so, and must see it. */
  expectConsole: (pattern: RegExp) => void;
  consoleErrors: ConsoleErrors;
  leaks: Leaks;
}

interface WorkerFixtures {
  enter: (who: Person) => Promise<SignedIn>;
  /** Asks the server as Mara would, without a browser: for what is there before a story begins. */
  given: APIRequestContext;
}

class ConsoleErrors {
  private readonly seen: string[] = [];
  private readonly expected: RegExp[] = [];

  watch(context: BrowserContext): void {
    context.on("console", (message) => {
      if (message.type() === "error") this.seen.push(`${message.text()} (${message.location().url})`);
    });
    context.on("weberror", (error) => this.seen.push(String(error.error().stack ?? error.error())));
  }

  expect(pattern: RegExp): void {
    this.expected.push(pattern);
  }

  check(): void {
    const surprising = this.seen.filter((text) => !this.expected.some((pattern) => pattern.test(text)));
    expect(surprising, "unexpected console errors").toEqual([]);
    const absent = this.expected.filter((pattern) => !this.seen.some((text) => pattern.test(text)));
    expect(absent.map(String), "console errors that were expected and did not come").toEqual([]);
  }
}

export const test = base.extend<StoryFixtures, WorkerFixtures>({
  // The form is filled in once for each person and worker; every story gets a fresh browser with that cookie.
  enter: [
    async ({ browser }, use, { project }) => {
      const known = new Map<Person, Promise<SignedIn>>();
      const enter = async (who: Person): Promise<SignedIn> => {
        const context = await browser.newContext({ baseURL: project.use.baseURL, storageState: nobody });
        const page = await context.newPage();
        await page.goto("/sign-in");
        await signIn(page, who);
        await expect(page.getByRole("button", { name: "Sign out" })).toBeAttached();
        const state = await context.storageState();
        await context.close();
        return state;
      };
      await use((who) => {
        const state = known.get(who) ?? enter(who);
        known.set(who, state);
        return state;
      });
    },
    { scope: "worker" },
  ],

  given: [
    async ({ enter, playwright }, use, { project }) => {
      const request = await playwright.request.newContext({ baseURL: project.use.baseURL, storageState: await enter("mara") });
      await use(request);
      await request.dispose();
    },
    { scope: "worker" },
  ],

  signedInAs: ["mara", { option: true }],

  storageState: async ({ enter, signedInAs, playwright, baseURL }, use) => {
    const state = signedInAs === null ? nobody : await enter(signedInAs);
    await use(state);
    if (signedInAs === null) return;
    const asks = await playwright.request.newContext({ baseURL, storageState: state, extraHTTPHeaders: { origin: origin(), "x-unattended": "1" } });
    expect((await asks.post("/api/session")).status(), "other stories share this sign-in: one that ends it signs in itself").toBe(200);
    await asks.dispose();
  },

  consoleErrors: [
    async ({}, use) => {
      const errors = new ConsoleErrors();
      await use(errors);
      errors.check();
    },
    { auto: true },
  ],

  expectConsole: async ({ consoleErrors }, use) => {
    await use((pattern) => consoleErrors.expect(pattern));
  },

  leaks: async ({}, use) => {
    await use(new Leaks());
  },

  context: async ({ context, consoleErrors, leaks }, use) => {
    consoleErrors.watch(context);
    leaks.watch(context);
    await tellApart(context);
    await use(context);
    expect(await leaks.lookAround(), "what is about a patient, where it may not be").toEqual([]);
  },

  openAs: async ({ browser, enter, consoleErrors, leaks, baseURL, timezoneId, locale }, use) => {
    const opened: BrowserContext[] = [];
    await use(async (who, options = {}) => {
      const storageState = who === null ? nobody : await enter(who);
      const context = await browser.newContext({ baseURL, timezoneId, locale, storageState, ...options });
      consoleErrors.watch(context);
      leaks.watch(context);
      await tellApart(context);
      opened.push(context);
      return context.newPage();
    });
    for (const context of opened) await context.close();
  },

  newcomer: async ({ given }, use) => {
    await use(await givenPatient(given));
  },

  patient: async ({ newcomer, given }, use) => {
    const course = await givenCourse(given, newcomer, { day: -8 });
    for (const day of [-8, -1]) await givenSession(given, course, { kind: "dose", day, time: "10:00", status: "done" });
    await givenSession(given, course, { kind: "therapy", day: -7, time: "11:00", status: "done" });
    await givenSession(given, course, { kind: "dose", day: 6, time: "10:00" });
    await use(newcomer);
  },
});

export { expect };

/** Stories of one person run side by side: a form begun that no id tells apart would come back in each other's pages. */
async function tellApart(context: BrowserContext): Promise<void> {
  await context.route("**/api/begun", (route) => {
    const { name, step } = route.request().postDataJSON() as { name: string; step: number };
    return /^(new|emergency|clinic)\b/.test(name) ? route.fulfill({ json: { step, kept: true } }) : route.fallback();
  });
}

const wcag = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa"];

// Legacy: in the page alone. The other way opens a second page for each check, and is for frames, of which there are none.
/** Nothing on the page breaks WCAG 2.0 to 2.2, A or AA, as far as a program can tell; `colours`: its contrasts alone. */
export async function expectAccessible(page: Page, rules: "all" | "colours" = "all"): Promise<void> {
  // For a moment after a change of theme and width the browser tells colours of both: what is wrong stays wrong, and is looked at again.
  await expect(async () => {
    // Loaded once for each document, and told of violations alone, it does not describe every node that passed: a third of the work.
    const loaded = await page.evaluate(() => "axe" in window);
    const axe = new AxeBuilder({ page, ...(loaded ? { axeSource: ";" } : {}) }).setLegacyMode().options({ resultTypes: ["violations"] });
    const { violations } = await (rules === "all" ? axe.withTags(wcag) : axe.withRules(["color-contrast"])).analyze();
    const found = violations.map(({ id, help, nodes }) => `${id}: ${help}\n${nodes.map(({ html, failureSummary }) => `  ${html.slice(0, 200)} ${failureSummary}`).join("\n")}`);
    expect(found, `accessibility of ${new URL(page.url()).pathname}`).toEqual([]);
  }).toPass({ timeout: 10_000 });
}

/** The page itself never scrolls sideways; a wide table scrolls in its own frame. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const over = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  await expect.poll(over, { message: "pixels that stick out at the side" }).toBeLessThanOrEqual(0);
}
