// Reasons, and what else a dialog or a short form asks for, begun before their tab died. As begun-forms.spec.ts.

import { randomUUID } from "node:crypto";
import type { APIRequestContext, Page } from "@playwright/test";
import { comesBack, hearsNothing, kept, notSaved, typeAndDie, type Begun, type Typed } from "./begun";
import { fillReading, givenDoseBegun, givenDosing, givenReading } from "./dosing";
import { expect, test } from "./fixtures";
import { givenScore, origin, type GivenPatient } from "./given";
import { study } from "./matrix/bodies";

interface BegunReason extends Begun {
  form: string;
  /** Makes what the form is about; the page's address. */
  given: (request: APIRequestContext, patient: GivenPatient) => Promise<string>;
}

const press = (page: Page, name: string | RegExp) => page.getByRole("button", { name, exact: typeof name === "string" }).click();
const inDialog = (page: Page, name: string) => page.getByRole("dialog").getByRole("button", { name, exact: true }).click();
const reads = (page: Page, label: string, value: string) => expect(page.getByLabel(label)).toHaveValue(value);
const ratings = "2".repeat(20);

async function givenStudy(request: APIRequestContext): Promise<string> {
  const path = `/studies/${randomUUID()}`;
  const answer = await request.put(`/api${path}`, { data: { ...study(), version: 0 }, headers: { origin: origin() } });
  expect(answer.ok(), await answer.text()).toBe(true);
  return `/cohort${path}`;
}

const reasons: BegunReason[] = [
  {
    form: "why a form is voided", word: "another patient",
    given: async (request, patient) => `${patient.path}/assessments/${await givenScore(request, patient, { day: -1, recall: "month", ratings })}`,
    type: async (page) => {
      await press(page, "Void this form");
      await page.getByLabel("Reason for voiding").fill("E");
    },
    last: (page) => page.getByLabel("Reason for voiding").fill("Entered for another patient"),
    see: (page) => reads(page, "Reason for voiding", "Entered for another patient"),
    end: (page) => inDialog(page, "Keep it"),
  },
  {
    form: "what was done about an answer", word: "Rang them",
    given: async (request, patient) => {
      await givenScore(request, patient, { day: -1, measure: "phq-9", recall: "fortnight", ratings: "000000001" });
      return patient.path;
    },
    type: async (page) => {
      await press(page, "Write down what was done");
      await page.getByLabel("What was done").fill("R");
    },
    last: (page) => page.getByLabel("What was done").fill("Rang them at once"),
    see: (page) => reads(page, "What was done", "Rang them at once"),
    end: (page) => press(page, "Acknowledge"),
  },
  {
    form: "another baseline", word: "acutely ill",
    given: async (request, patient) => {
      for (const day of [-9, -7, -1]) await givenScore(request, patient, { day, recall: "week", ratings });
      return patient.path;
    },
    type: async (page) => {
      await press(page, /^Set baseline of PCL-5/);
      await page.getByRole("dialog").getByRole("radio").nth(2).check();
    },
    last: (page) => page.getByRole("textbox", { name: "Reason" }).fill("acutely ill at intake"),
    see: async (page) => {
      await expect(page.getByRole("dialog").getByRole("radio").nth(2)).toBeChecked();
      await expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue("acutely ill at intake");
    },
    end: (page) => inDialog(page, "Set baseline"),
  },
  {
    form: "a record to be opened in an emergency", word: "Collapsed",
    given: () => Promise.resolve("/patients/emergency"),
    type: (page) => page.getByLabel("Record number").fill("T-42"),
    last: (page) => page.getByLabel("Reason").fill("Collapsed in the waiting room"),
    see: (page) => Promise.all([reads(page, "Record number", "T-42"), reads(page, "Reason", "Collapsed in the waiting room")]).then(() => undefined),
    end: (page) => press(page, "Empty it"),
  },
  {
    form: "why a study is removed", word: "Retracted",
    given: givenStudy,
    type: async (page) => {
      await press(page, "Remove");
      await page.getByLabel("Why it is removed").fill("R");
    },
    last: (page) => page.getByLabel("Why it is removed").fill("Retracted by its authors"),
    see: (page) => reads(page, "Why it is removed", "Retracted by its authors"),
    end: (page) => inDialog(page, "Remove"),
  },
  {
    form: "why a reading is voided", word: "slipped",
    given: async (request) => {
      const dosing = await givenDosing(request, 35);
      await givenDoseBegun(request, dosing, 30);
      await givenReading(request, dosing, 10);
      return dosing.path;
    },
    type: async (page) => {
      await press(page, /^Void the reading/);
      await page.getByRole("textbox", { name: "Reason" }).fill("C");
    },
    last: (page) => page.getByRole("textbox", { name: "Reason" }).fill("Cuff had slipped"),
    see: (page) => expect(page.getByRole("textbox", { name: "Reason" })).toHaveValue("Cuff had slipped"),
    end: (page) => inDialog(page, "Void"),
  },
  {
    form: "the end of a dose and why it is unusual", word: "noted late",
    given: async (request) => {
      const dosing = await givenDosing(request, 260);
      await givenDoseBegun(request, dosing, 250);
      return dosing.path;
    },
    type: (page) => page.getByRole("textbox", { name: /^The dose ran for/ }).fill("T"),
    last: (page) => page.getByRole("textbox", { name: /^The dose ran for/ }).fill("The end was noted late"),
    see: (page) => expect(page.getByRole("textbox", { name: /^The dose ran for/ })).toHaveValue("The end was noted late"),
    end: (page) => press(page, "Dose is over"),
  },
];

for (const each of reasons) {
  test(`${each.form}: back after the tab was lost, for its person alone, and gone at the end`, async ({ context, enter, given, patient }) => {
    await comesBack(context, enter, await each.given(given, patient), each);
  });
}

test("a reading that was refused, opened again and not yet mended: back after the tab was lost", async ({ context, given, expectConsole }) => {
  expectConsole(/status of 422/);
  await hearsNothing(context);
  const dosing = await givenDosing(given, 35);
  await givenDoseBegun(given, dosing, 30);
  await context.clock.install({ time: Date.now() + 3_600_000 }); // what this device takes for now is to come
  const page = await context.newPage();
  await page.goto(dosing.path);
  await fillReading(page, { systolic: 121, diastolic: 77, pulse: 66, spo2: 97, sedation: 5, dissociation: 2 });
  await press(page, "Save reading");
  await press(page, "Open it again");
  await expect.poll(() => kept(page)).not.toBe("[]");
  await page.close();
  const anew = await context.newPage();
  await anew.goto(dosing.path);
  await expect(notSaved(anew)).toBeVisible();
  await expect(anew.getByRole("textbox", { name: "Systolic pressure" })).toHaveValue("121");
  await expect(anew.getByRole("group", { name: "Dissociation" }).getByRole("radio", { name: /^2\b/ })).toBeChecked();
});

interface Administered extends Typed {
  form: string;
  path: string;
  see: (page: Page) => Promise<void>;
}

const administered: Administered[] = [
  {
    form: "an invitation", path: "/admin/invite", word: "Halvorsen",
    type: async (page) => {
      await page.getByRole("checkbox", { name: /^Assistant/ }).check();
      await page.getByLabel("E-mail address").fill("ida@clinic.example");
    },
    last: (page) => page.getByLabel("Name", { exact: true }).fill("Ida Halvorsen"),
    see: async (page) => {
      await expect(page.getByLabel("Name", { exact: true })).toHaveValue("Ida Halvorsen");
      await reads(page, "E-mail address", "ida@clinic.example");
      await expect(page.getByRole("checkbox", { name: /^Assistant/ })).toBeChecked();
    },
  },
  {
    form: "a new team", path: "/admin/teams/new", word: "Harbour",
    type: (page) => page.getByLabel("Name of the team").fill("H"),
    last: (page) => page.getByLabel("Name of the team").fill("Harbour"),
    see: (page) => reads(page, "Name of the team", "Harbour"),
  },
  {
    form: "a person's roles and teams", path: "/admin", word: "researcher",
    type: async (page) => {
      await page.getByRole("link", { name: /Sam Ortega/ }).click();
      await page.getByRole("checkbox", { name: /^Researcher/ }).check();
    },
    last: (page) => page.getByRole("checkbox", { name: /^Auditor/ }).check(),
    see: async (page) => {
      for (const role of [/^Assistant/, /^Researcher/, /^Auditor/]) await expect(page.getByRole("checkbox", { name: role })).toBeChecked();
    },
  },
];

test.describe("what an administrator began", () => {
  test.use({ signedInAs: "ingrid" });
  for (const { form, path, see, ...typed } of administered) {
    test(`${form}: back after the tab was lost, and can be emptied`, async ({ context }) => {
      const address = await typeAndDie(context, path, typed);
      const anew = await context.newPage();
      await anew.goto(address);
      await expect(notSaved(anew)).toBeVisible();
      await see(anew);
      await press(anew, "Empty it");
      await expect(notSaved(anew)).toHaveCount(0);
      await expect.poll(() => kept(anew)).toBe("[]");
    });
  }
});
