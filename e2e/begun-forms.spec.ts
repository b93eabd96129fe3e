// Forms that were begun: their tab dies, and what was typed is there when the page is opened again. For its person alone.

import type { Page } from "@playwright/test";
import { comesBack, kept, notSaved, typeAndDie, type Begun } from "./begun";
import { expect, test } from "./fixtures";
import type { GivenPatient } from "./given";

interface BegunForm extends Begun {
  form: string;
  of: "patient" | "newcomer";
  /** Below the patient's address, or the whole of it. */
  at: string;
}

const saved = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const sessions = (page: Page) => page.getByRole("list", { name: "Planned sessions" }).getByRole("listitem");

const forms: BegunForm[] = [
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

const pathOf = (at: string, patient: GivenPatient) => (at.startsWith("/") ? at : `${patient.path}/${at}`);
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
