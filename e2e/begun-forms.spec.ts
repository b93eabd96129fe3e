// Forms that were begun: their tab dies, and what was typed is there when the page is opened again. For its person alone.

import type { BrowserContext, Page } from "@playwright/test";
import { expect, expectAccessible, test } from "./fixtures";
import type { GivenPatient } from "./given";
import type { Person } from "./people";

interface Begun {
  form: string;
  of: "patient" | "newcomer";
  /** Below the patient's address, or the whole of it. */
  at: string;
  type: (page: Page) => Promise<void>;
  /** The last that is typed, and what of it may not be read where it lies. */
  last: (page: Page) => Promise<void>;
  word: string;
  see: (page: Page) => Promise<void>;
  /** Saves it, or gives it up. */
  end: (page: Page) => Promise<void>;
}

const saved = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const sessions = (page: Page) => page.getByRole("list", { name: "Planned sessions" }).getByRole("listitem");

const forms: Begun[] = [
  {
    form: "a new patient", of: "newcomer", at: "/patients/new", word: "Okonkwo",
    type: (page) => page.getByLabel("Date of birth").fill("1979-04-02"),
    last: (page) => page.getByLabel("Family name").fill("Okonkwo"),
    see: async (page) => {
      await expect(page.getByLabel("Family name")).toHaveValue("Okonkwo");
      await expect(page.getByLabel("Date of birth")).toHaveValue("1979-04-02");
    },
    end: (page) => page.getByRole("button", { name: "Empty it" }).click(),
  },
  {
    form: "a study", of: "newcomer", at: "/cohort/studies/new", word: "Ulmenstein",
    type: async (page) => {
      await page.getByRole("radio", { name: /standard error/ }).check();
      await page.getByLabel("Change in points").fill("−6,");
    },
    last: (page) => page.getByLabel("Name", { exact: true }).fill("Ulmenstein 2025"),
    see: async (page) => {
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ulmenstein 2025");
      await expect(page.getByLabel("Change in points")).toHaveValue("−6,");
    },
    end: (page) => page.getByRole("button", { name: "Empty it" }).click(),
  },
  {
    form: "a patient's changes", of: "newcomer", at: "edit", word: "they/them",
    type: (page) => page.getByLabel("Sex").selectOption({ index: 1 }).then(() => undefined),
    last: (page) => page.getByLabel("Pronouns").fill("they/them"),
    see: async (page) => {
      await expect(page.getByLabel("Pronouns")).toHaveValue("they/them");
      await expect(page.getByLabel("Sex")).not.toHaveValue("");
    },
    end: (page) => saved(page, "Save changes"),
  },
  {
    form: "a course to be started", of: "newcomer", at: "course", word: "Road accident",
    type: async (page) => {
      await page.getByLabel("Template").selectOption({ label: "Eight weeks intranasal, therapy the day after each dose" });
      await page.getByRole("button", { name: "Remove Therapy session 8" }).click();
    },
    last: (page) => page.getByLabel("Index event").fill("Road accident 2019"),
    see: async (page) => {
      await expect(page.getByLabel("Index event")).toHaveValue("Road accident 2019");
      await expect(sessions(page)).toHaveCount(15);
    },
    end: (page) => saved(page, "Save with 15 sessions"),
  },
  {
    form: "a course's changes", of: "patient", at: "course", word: "Flood",
    type: (page) => page.getByLabel("Planned length").selectOption({ label: "8 weeks" }).then(() => undefined),
    last: (page) => page.getByLabel("Index event").fill("Flood 2021"),
    see: async (page) => {
      await expect(page.getByLabel("Index event")).toHaveValue("Flood 2021");
      await expect(page.getByLabel("Planned length")).toHaveValue("8");
    },
    end: (page) => saved(page, "Save changes"),
  },
  {
    form: "sessions to be added", of: "patient", at: "course", word: "twice-weekly",
    type: (page) => page.getByLabel("How often").selectOption({ label: "Twice a week" }).then(() => undefined),
    last: (page) => page.getByLabel("How many").fill("6"),
    see: async (page) => {
      await expect(page.getByLabel("How many")).toHaveValue("6");
      await expect(page.getByLabel("How often")).toHaveValue("twice-weekly");
    },
    end: (page) => saved(page, "Add"),
  },
  {
    form: "a session's changes", of: "patient", at: "course", word: "tonsillitis",
    type: async (page) => {
      await page.getByRole("button", { name: "Change Dose 2", exact: true }).click();
      await page.getByRole("dialog").getByRole("radio", { name: "Cancelled" }).check();
    },
    last: (page) => page.getByLabel("Why it was cancelled").fill("tonsillitis"),
    see: async (page) => {
      const dialog = page.getByRole("dialog", { name: "Change Dose 2" });
      await expect(dialog.getByRole("radio", { name: "Cancelled" })).toBeChecked();
      await expect(dialog.getByLabel("Why it was cancelled")).toHaveValue("tonsillitis");
    },
    end: (page) => page.getByRole("dialog").getByRole("button", { name: "Save changes" }).click(),
  },
  {
    form: "a plan of measures", of: "patient", at: "course", word: "gad-7",
    type: (page) => page.getByLabel("Plan of measures").selectOption({ label: "PCL-5 with depression and anxiety" }).then(() => undefined),
    last: (page) => page.getByRole("checkbox", { name: "GAD-7, Every week" }).uncheck(),
    see: async (page) => {
      await expect(page.getByLabel("Plan of measures")).toHaveValue("own");
      await expect(page.getByRole("checkbox", { name: "GAD-7, Every week" })).not.toBeChecked();
      await expect(page.getByRole("checkbox", { name: "PHQ-9, Every week" })).toBeChecked();
    },
    end: (page) => saved(page, "Save plan"),
  },
  {
    form: "the end of a course", of: "patient", at: "course", word: "Moved away",
    type: async (page) => {
      await saved(page, "End the course");
      await page.getByRole("radio", { name: "Discontinued" }).check();
    },
    last: (page) => page.getByLabel("Why it was discontinued").fill("Moved away"),
    see: async (page) => {
      await expect(page.getByRole("radio", { name: "Discontinued" })).toBeChecked();
      await expect(page.getByLabel("Why it was discontinued")).toHaveValue("Moved away");
    },
    end: (page) => page.getByRole("dialog").getByRole("button", { name: "Cancel" }).click(),
  },
];

const kept = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).filter(([name]) => name.startsWith("courseline-draft/"))));

/** Types, and closes the tab as a crash does: the page is told nothing. */
async function typeAndDie(context: BrowserContext, path: string, { type, last, word }: Pick<Begun, "type" | "last" | "word">): Promise<void> {
  const page = await context.newPage();
  await page.goto(path);
  await type(page);
  await expect.poll(() => kept(page)).not.toBe("[]");
  const before = await kept(page);
  await last(page);
  await expect.poll(() => kept(page)).not.toBe(before);
  expect(await kept(page)).not.toContain(word);
  await page.close();
}

/** Another sign-in in the same browser, as when a session has ended and a colleague takes over. */
async function becomes(context: BrowserContext, who: Person, enter: (who: Person) => ReturnType<BrowserContext["storageState"]>): Promise<void> {
  await context.clearCookies();
  await context.addCookies((await enter(who)).cookies);
}

const pathOf = (at: string, patient: GivenPatient) => (at.startsWith("/") ? at : `${patient.path}/${at}`);
const notSaved = (page: Page) => page.getByText("Not saved yet.");

/** How many forms begun lie on the device. */
const begun = async (page: Page) => (JSON.parse(await kept(page)) as unknown[]).length;

async function comesBack(context: BrowserContext, enter: (who: Person) => ReturnType<BrowserContext["storageState"]>, path: string, { type, last, word, see, end }: Begun): Promise<void> {
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

for (const each of forms) {
  const words = `${each.form}: back after the tab was lost, for its person alone, and gone at the end`;
  if (each.of === "patient") test(words, ({ context, enter, patient }) => comesBack(context, enter, pathOf(each.at, patient), each));
  else test(words, ({ context, enter, newcomer }) => comesBack(context, enter, pathOf(each.at, newcomer), each));
}

test.describe("the clinic's settings", () => {
  test.use({ signedInAs: "ingrid" });

  test("what was begun is back after the tab was lost, and can be emptied", async ({ context }) => {
    const own = (page: Page) => page.getByLabel(/^Your text for/).first();
    await typeAndDie(context, "/admin/settings", {
      type: (page) => page.getByLabel("On these dates").fill("2027-01-01"),
      last: (page) => own(page).fill("Call the patient that day"),
      word: "Call the patient",
    });
    const anew = await context.newPage();
    await anew.goto("/admin/settings");
    await expect(notSaved(anew)).toBeVisible();
    await expect(own(anew)).toHaveValue("Call the patient that day");
    await expect(anew.getByLabel("On these dates")).toHaveValue("2027-01-01");
    await anew.getByRole("button", { name: "Empty it" }).click();
    await expect(own(anew)).not.toHaveValue("Call the patient that day");
    await expect.poll(() => kept(anew)).toBe("[]");
  });
});
