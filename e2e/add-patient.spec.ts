import { addPatient, alert, fillPatient } from "./clinic";
import { clinicDay } from "./clinic-days";
import { expect, expectAccessible, test } from "./fixtures";
import { unique } from "./given";

test("a patient is added and stands in the caseload", async ({ page }) => {
  const patient = { recordNumber: `T-${unique()}`, familyName: `Okonkwo${unique()}`, givenName: `Ada${unique()}`, birthDate: "1990-02-28" };
  await addPatient(page, patient);
  await expect(page.getByText(`Record ${patient.recordNumber}`)).toBeVisible();
  await page.goto("/caseload");
  await page.getByRole("searchbox").fill(patient.recordNumber);
  await expect(page.getByRole("link", { name: `${patient.familyName}, ${patient.givenName}` })).toBeVisible();
});

test("a date of birth in the future is refused, and everything typed stays", async ({ page, expectConsole }) => {
  expectConsole(/status of 422 .*api\/patients/);
  const typed = { recordNumber: `T-${unique()}`, familyName: "Ní Dhomhnaill", givenName: "Nuala", birthDate: clinicDay(1) };
  await page.goto("/patients/new");
  await fillPatient(page, typed);
  await page.getByLabel("Pronouns").fill("she/her");
  await page.getByRole("button", { name: "Add patient" }).click();
  const summary = alert(page);
  await expect(summary).toBeFocused();
  await expect(page.getByLabel("Date of birth")).toHaveAccessibleDescription(/not in the future/);
  await expectAccessible(page);
  for (const [label, value] of [["Record number", typed.recordNumber], ["Family name", typed.familyName], ["Given name", typed.givenName], ["Pronouns", "she/her"]] as const) {
    await expect(page.getByLabel(label)).toHaveValue(value);
  }
  await summary.getByRole("link").first().click();
  await expect(page.getByLabel("Date of birth")).toBeFocused();
});

test("what was missing is filled in and saved by one click", async ({ page }) => {
  const typed = { recordNumber: `T-${unique()}`, familyName: `Ames${unique()}`, givenName: "Lou", birthDate: "1979-05-06" };
  await page.goto("/patients/new");
  await page.getByRole("button", { name: "Add patient" }).click();
  await expect(alert(page)).toBeFocused();
  await fillPatient(page, typed);
  await page.getByRole("button", { name: "Add patient" }).click({ delay: 150 }); // a finger rests, and nothing may move meanwhile
  await expect(page.getByRole("heading", { level: 1, name: `${typed.familyName}, ${typed.givenName}` })).toBeVisible();
});

test("a date that does not exist cannot be entered", async ({ page }) => {
  await page.goto("/patients/new");
  await fillPatient(page, { recordNumber: `T-${unique()}`, familyName: `Calder${unique()}`, givenName: "June" });
  await page.getByLabel("Date of birth").focus();
  await page.keyboard.type("02311990");
  await page.getByRole("button", { name: "Add patient" }).click();
  await expect(alert(page)).toBeFocused();
  await expect(page.getByLabel("Date of birth")).toHaveAccessibleDescription(/Enter a date that exists/);
  await expect(page).toHaveURL(/\/patients\/new$/);
});

test("a record number that is already in use is refused beside its field", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of 422 .*api\/patients/);
  const typed = { recordNumber: newcomer.recordNumber, familyName: `Vance${unique()}`, givenName: `Ira${unique()}`, birthDate: "1971-12-01" };
  await page.goto("/patients/new");
  await fillPatient(page, typed);
  await page.getByRole("button", { name: "Add patient" }).click();
  await expect(alert(page)).toBeFocused();
  await expect(page.getByLabel("Record number")).toHaveAccessibleDescription(/already in use/);
  await expect(page.getByLabel("Given name")).toHaveValue(typed.givenName);

  const another = `T-${unique()}`;
  await page.getByLabel("Record number").fill(another);
  await page.getByRole("button", { name: "Add patient" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${typed.familyName}, ${typed.givenName}` })).toBeVisible();
  await expect(page.getByText(`Record ${another}`)).toBeVisible();
});

test("a likely duplicate is shown before saving; going back keeps what was typed", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of 409 .*api\/patients/);
  const typed = { recordNumber: `T-${unique()}`, familyName: newcomer.familyName.toUpperCase(), givenName: newcomer.givenName, birthDate: "1985-09-03" };
  await page.goto("/patients/new");
  await fillPatient(page, typed);
  await page.getByRole("button", { name: "Add patient" }).click();
  const question = page.getByRole("dialog", { name: /same person/ });
  await expect(question).toContainText(newcomer.name);
  await expect(question).toContainText(newcomer.recordNumber);
  await expectAccessible(page);
  await question.getByRole("button", { name: "Go back" }).click();
  await expect(page.getByLabel("Family name")).toHaveValue(typed.familyName);
  await expect(page.getByLabel("Date of birth")).toHaveValue(typed.birthDate);

  await page.getByRole("button", { name: "Add patient" }).click();
  await question.getByRole("button", { name: "Save as another person" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${typed.familyName}, ${typed.givenName}` })).toBeVisible();
});

test("a patient is edited; an edit from an older copy lays both versions side by side", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of 409 .*api\/patients/);
  const other = await page.context().newPage();
  for (const each of [page, other]) {
    await each.goto(`${newcomer.path}/edit`);
    await expect(each.getByLabel("Given name")).toHaveValue(newcomer.givenName);
  }
  await page.getByLabel("Given name").fill("Robyn");
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("heading", { level: 1, name: `${newcomer.familyName}, Robyn` })).toBeVisible();

  await other.getByLabel("Given name").fill("Robert");
  await other.getByLabel("Pronouns").fill("he/him");
  await other.getByRole("button", { name: "Save changes" }).click();
  const both = other.getByRole("dialog", { name: "Somebody saved this meanwhile" });
  await expect(both.getByRole("group")).toHaveCount(2);
  await expect(both.getByRole("radio", { name: "Yours Robert" })).toBeChecked();
  await expect(both.getByRole("group", { name: "Pronouns" })).toContainText("Theirs nothing");
  await expectAccessible(other);
  await both.getByRole("button", { name: "Go back" }).click();
  await expect(other.getByLabel("Given name")).toHaveValue("Robert");

  await other.getByRole("button", { name: "Save changes" }).click();
  await both.getByRole("radio", { name: "Theirs Robyn" }).check();
  await both.getByRole("button", { name: "Save as chosen" }).click();
  await expect(other.getByRole("heading", { level: 1, name: `${newcomer.familyName}, Robyn` })).toBeVisible();
  await page.goto(`${newcomer.path}/edit`);
  await expect(page.getByLabel("Given name")).toHaveValue("Robyn");
  await expect(page.getByLabel("Pronouns")).toHaveValue("he/him");
});
