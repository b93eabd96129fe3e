// On a slow line a page can be filled in before its script is there.
import type { Page } from "@playwright/test";
import { alert, fillPatient, fillSignIn } from "./clinic";
import { expect, test } from "./fixtures";
import { answer } from "./form";
import { givenScore, unique } from "./given";
import { demoPassword, people } from "./people";

/** Opens the page and lets none of its scripts through; the answer lets them. */
async function openWithoutScripts(page: Page, path: string): Promise<() => void> {
  let open = (): void => undefined;
  const held = new Promise<void>((resolve) => (open = resolve));
  await page.route("**/_next/static/**/*.js*", async (route) => {
    await held;
    await route.continue();
  });
  await page.goto(path, { waitUntil: "commit" });
  return open;
}

test("a patient filled in and sent before the script has come is added once it has, and once", async ({ page }) => {
  const patient = { recordNumber: `T-${unique()}`, familyName: `Eriksen${unique()}`, givenName: "Tove", birthDate: "1984-07-19" };
  const sent: string[] = [];
  page.on("request", (request) => request.method() !== "GET" && sent.push(`${request.method()} ${new URL(request.url()).pathname.replace(/[\w-]{36}/, "…")}`));
  const scripts = await openWithoutScripts(page, "/patients/new");
  await fillPatient(page, patient);
  const add = page.getByRole("button", { name: "Add patient" });
  await add.click();
  await add.click();
  await expect(page).toHaveURL(/\/patients\/new$/);
  await expect(page.getByLabel("Record number")).toHaveValue(patient.recordNumber);
  expect(sent).toEqual([]);
  scripts();
  await expect(page.getByRole("heading", { level: 1, name: `${patient.familyName}, ${patient.givenName}` })).toBeVisible();
  expect(sent.filter((each) => each.endsWith("/api/patients/…"))).toEqual(["PUT /api/patients/…"]);
});

test("a password sent before the script has come leaves the page by no other way than the script's", async ({ page, expectConsole }) => {
  expectConsole(/status of 422 .*api\/account\/password/);
  const scripts = await openWithoutScripts(page, "/account");
  await page.getByLabel("Password you have", { exact: true }).fill(demoPassword());
  await page.getByLabel("New password", { exact: true }).fill("courseline 2026");
  await page.getByLabel("New password", { exact: true }).press("Enter");
  scripts();
  await expect(alert(page)).toContainText("Made of your name, your address or the clinic's name");
  await expect(page.getByLabel("New password", { exact: true })).toHaveValue("courseline 2026");
});

test("an answer and a reason given before the script has come are the correction, and the focus stays where one types", async ({ page, newcomer }) => {
  const id = await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: "22222 22 2222222 222222" });
  const scripts = await openWithoutScripts(page, `${newcomer.path}/assessments/${id}/correct`);
  for (const words of ["Extremely", "Not at all", "Extremely"]) await answer(page, 1, words).click();
  const reason = page.getByLabel("Reason for the correction");
  await reason.fill("The paper says");
  scripts();
  const save = page.getByRole("button", { name: "Save the correction" });
  await expect(save).toBeEnabled();
  await expect(page.getByText("was 2", { exact: true })).toHaveCount(1);
  await expect(reason).toBeFocused();
  await page.keyboard.type(" 4 for item 1");
  await expect(reason).toHaveValue("The paper says 4 for item 1");
  await save.click();
  const newest = page.getByRole("table", { name: "History of this PCL-5" }).locator("tbody").getByRole("row").first();
  await expect(newest).toContainText("The paper says 4 for item 1");
  await expect(newest).toContainText(/1\. Unwanted memories: 2.*4/);
  await expect(newest).toContainText("42");
});

test("a correction begun before is not lost to what is entered before its page has heard of it: both stand", async ({ page, newcomer }) => {
  const id = await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: "22222 22 2222222 222222" });
  const path = `${newcomer.path}/assessments/${id}/correct`;
  await page.goto(path);
  const reason = page.getByLabel("Reason for the correction");
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/begun") && answer.ok() && Boolean(answer.request().postData()?.includes("Read out")));
  await answer(page, 20, "Not at all").click();
  await expect(page.getByText("was 2", { exact: true })).toHaveCount(1);
  await reason.fill("Read out again.");
  await kept;
  page.on("dialog", (dialog) => void dialog.accept());
  const scripts = await openWithoutScripts(page, path);
  await answer(page, 1, "Extremely").click();
  await reason.fill("By telephone.");
  scripts();
  await expect(page.getByText("was 2", { exact: true })).toHaveCount(2);
  await expect(reason).toHaveValue("Read out again.\nBy telephone.");
  await expect(reason).toBeFocused();
  await page.keyboard.type(" 9 Nov");
  await expect(reason).toHaveValue("Read out again.\nBy telephone. 9 Nov");
  await expect(page.getByText("was 2", { exact: true })).toHaveCount(2);
});

test("a file chosen before the script has come is read once it has", async ({ page }) => {
  const scripts = await openWithoutScripts(page, "/import");
  await page.getByLabel("File", { exact: false }).first().setInputFiles({ name: "rows.csv", mimeType: "text/csv", buffer: Buffer.from("record_number,measure\nT-1,pcl-5\n") });
  scripts();
  await expect(page.getByLabel("Or paste rows from a spreadsheet")).toHaveValue(/^record_number,measure\nT-1/);
});

test.describe("signed out", () => {
  test.use({ signedInAs: null });

  test("Enter pressed before the script has come signs in once it has", async ({ page }) => {
    const scripts = await openWithoutScripts(page, "/sign-in");
    await fillSignIn(page, people.mara.email, demoPassword());
    await page.getByLabel("Password", { exact: true }).press("Enter");
    scripts();
    await expect(page).not.toHaveURL(/sign-in/);
  });
});
