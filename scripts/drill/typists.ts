// Clinicians at real browsers: each types the answers of one form after another, as people do, and now and then their own page is
// reloaded, their tab dies, their connection goes, their session ends. What stands in the ledger is what was typed and seen on the page,
// and what the page said was saved.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import type { Browser, BrowserContext, Page } from "@playwright/test";
import type { DrillClinic, Person } from "./clinic";
import type { Database } from "./database";
import { countTyped } from "./count-typed";
import { newForm } from "./writers";

export interface TypedForm {
  patientId: string;
  person: Person;
  ratings: number[];
  /** So many of them were typed. */
  typed: number;
  saved: boolean;
}

export interface Typing {
  forms: TypedForm[];
  answers: number;
  /** Own faults by their name. */
  faults: Map<string, number>;
  /** Typed, and not on the page that was opened afterwards. */
  missing: string[];
}

interface Tools {
  browser: Browser;
  database: Database;
  clinic: DrillClinic;
  origin: string;
  random: () => number;
}

/** Ends once `going` says so, with the form in hand finished. */
export async function typist({ browser, database, clinic, origin, random }: Tools, person: Person, typing: Typing, going: () => boolean): Promise<void> {
  const context = await browser.newContext({ baseURL: origin, reducedMotion: "reduce" });
  await enter(context, origin, person.token);
  let page = await anotherTab(context);
  while (going()) {
    const form: TypedForm = { ...newForm(clinic, person.id), person, typed: 0 };
    typing.forms.push(form);
    const half = random() < 0.25 ? 1 + Math.floor(random() * 18) : 20;
    await openForm(page, form.patientId);
    for (; form.typed < half; typing.answers += 1) {
      await page.keyboard.press(String(form.ratings[form.typed]));
      await page.locator(`[data-item="${form.typed}"] input:checked`).waitFor({ state: "attached", timeout: 20_000 });
      form.typed += 1;
      await pause(40 + random() * 160);
      if (random() < 0.03) await ownFault(form);
    }
    if (half === 20) await save(form);
  }
  await openWhatWasLeft();
  await context.close();

  async function ownFault(form: TypedForm): Promise<void> {
    const fault = ["reloaded", "tab killed", "connection gone", "tab killed without a connection", "session ended"][Math.floor(random() * 5)] ?? "";
    typing.faults.set(fault, (typing.faults.get(fault) ?? 0) + 1);
    if (fault === "connection gone" || fault.endsWith("without a connection")) {
      await context.setOffline(true);
      await typeOn(form);
      if (fault === "connection gone") await pause(random() * 2_000);
      else page = await killTab();
      await context.setOffline(false);
      if (fault === "connection gone") return;
    } else if (fault === "session ended") {
      await insist(() => database.query("DELETE FROM sign_in WHERE token_hash = $1", [digest(person.token)]));
      await typeOn(form);
      person.token = await signedInAnew(database, person.id);
      await enter(context, origin, person.token);
    } else if (fault === "tab killed") page = await killTab();
    await comeBack(form, fault);
  }

  /** A few answers more, while something is wrong. */
  async function typeOn(form: TypedForm): Promise<void> {
    for (let more = 0; more < 3 && form.typed < 19; more += 1, typing.answers += 1) {
      await page.keyboard.press(String(form.ratings[form.typed]));
      await page.locator(`[data-item="${form.typed}"] input:checked`).waitFor({ state: "attached", timeout: 20_000 });
      form.typed += 1;
      await pause(40 + random() * 160);
    }
  }

  async function killTab(): Promise<Page> {
    await page.close({ runBeforeUnload: false });
    return anotherTab(context);
  }

  /** The form is opened again, and what was typed is looked for on it. */
  async function comeBack(form: TypedForm, fault: string): Promise<void> {
    await openForm(page, form.patientId);
    const wanted = form.ratings.slice(0, form.typed).join("");
    for (let tries = 0; tries < 50; tries += 1) {
      if ((await answersOn(page)) === wanted) return;
      await pause(100);
    }
    const found = await answersOn(page);
    typing.missing.push(`${fault}: typed ${wanted}, found ${found}`);
    form.typed = found.length;
    form.ratings = [...found].map(Number).concat(form.ratings.slice(found.length));
  }

  /** Enter, and again until the chart is there; sometimes the tab dies in between, and one looks whether it was saved. */
  async function save(form: TypedForm): Promise<void> {
    const isChart = () => new URL(page.url()).pathname === `/patients/${form.patientId}`;
    while (!isChart()) {
      await page.getByRole("button", { name: "Save", exact: true }).click({ timeout: 5_000 }).catch(() => null);
      if (random() < 0.05) {
        typing.faults.set("tab killed while saving", (typing.faults.get("tab killed while saving") ?? 0) + 1);
        page = await killTab();
        await pause(1_000);
        if (await isStored(form)) break;
        await comeBack(form, "tab killed while saving");
        continue;
      }
      await page.waitForURL((url) => url.pathname === `/patients/${form.patientId}`, { timeout: 3_000 }).catch(() => null);
    }
    form.saved = true;
  }

  /** What did not reach the server waits on the device until its form is opened again. */
  async function openWhatWasLeft(): Promise<void> {
    const own = typing.forms.filter((form) => form.person === person && !form.saved);
    for (const form of (await insist(() => countTyped(database, own))).missing) {
      await openForm(page, form.patientId);
      for (let tries = 0; tries < 50 && (await insist(() => countTyped(database, [form]))).missing.length > 0; tries += 1) await pause(200);
    }
  }

  /** As the person would see in the chart. */
  async function isStored({ patientId }: TypedForm): Promise<boolean> {
    return (await insist(() => database.query("SELECT 1 FROM assessment WHERE patient_id = $1", [patientId]))).length > 0;
  }
}

/** Until the database is there. */
async function insist<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    const answer = await ask().then((value) => ({ value }), () => null);
    if (answer !== null) return answer.value;
    await pause(200);
  }
}

/** However long the server is away; an answer can be given once it is there. */
export async function openForm(page: Page, patientId: string): Promise<void> {
  for (;;) {
    if (page.isClosed()) throw new Error("The browser is gone");
    const there = await page.goto(`/patients/${patientId}/record?measure=pcl-5`, { timeout: 20_000 }).then((answer) => answer?.status() === 200, () => false);
    const ready = () => document.querySelector("[data-item][data-current]") !== null;
    if (there && (await page.waitForFunction(ready, undefined, { timeout: 5_000 }).then(() => true, () => false))) return;
    await pause(200);
  }
}

/** The answers in their order, up to the first that is open. */
async function answersOn(page: Page): Promise<string> {
  return page.evaluate(() => [...document.querySelectorAll("[data-item]")].map((item) => item.querySelector<HTMLInputElement>("input:checked")?.value ?? "-").join("").replace(/-+$/, ""));
}

async function anotherTab(context: BrowserContext): Promise<Page> {
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept().catch(() => null));
  return page;
}

const digest = (token: string) => createHash("sha256").update(token).digest();
const enter = (context: BrowserContext, origin: string, token: string) => context.addCookies([{ name: "courseline-session", value: token, url: origin, httpOnly: true, sameSite: "Lax" }]);

async function signedInAnew(database: Database, userId: string): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await insist(() => database.query("INSERT INTO sign_in (id, token_hash, user_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours') ON CONFLICT DO NOTHING", [randomUUID(), digest(token), userId]));
  return token;
}
