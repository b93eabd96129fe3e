import { caseloadRow, searchCaseload } from "./clinic";
import { expect, expectAccessible, test } from "./fixtures";
import { givenCourse, givenPatient, givenScore, givenSession, unique, type GivenPatient } from "./given";
import type { APIRequestContext } from "@playwright/test";

const twos = "2".repeat(20); // 40
const threes = "3".repeat(20); // 60

/** Four people of one family name: better, worse, without any score, and one whose session nobody marked. */
async function family(request: APIRequestContext): Promise<Record<"anna" | "bert" | "cora" | "dirk", GivenPatient>> {
  const familyName = `Abernathy${unique()}`;
  const [anna, bert, cora, dirk] = [
    await givenPatient(request, { familyName, givenName: "Anna", birthDate: "1970-01-01" }),
    await givenPatient(request, { familyName, givenName: "Bert", birthDate: "1971-01-01" }),
    await givenPatient(request, { familyName, givenName: "Cora", birthDate: "1972-01-01" }),
    await givenPatient(request, { familyName, givenName: "Dirk", birthDate: "1973-01-01" }),
  ];
  await givenScore(request, anna, { day: -9, recall: "week", ratings: threes });
  await givenScore(request, anna, { day: -1, recall: "week", ratings: twos });
  await givenScore(request, bert, { day: -9, recall: "week", ratings: twos });
  await givenScore(request, bert, { day: -1, recall: "week", ratings: threes });
  const course = await givenCourse(request, dirk, { day: -3 });
  await givenSession(request, course, { kind: "dose", day: -3, status: "planned" });
  return { anna, bert, cora, dirk };
}

test("search finds by family name, given name and record number as one types", async ({ page }) => {
  const { anna, bert, cora, dirk } = await family(page.request);
  await page.goto("/caseload");
  await searchCaseload(page, anna.familyName.slice(0, -1).toLowerCase());
  for (const each of [anna, bert, cora, dirk]) await expect(caseloadRow(page, each)).toBeVisible();
  await expect(page.getByText("4 patients", { exact: true })).toBeVisible();
  await searchCaseload(page, `${anna.familyName} ber`); // no hexadecimal digits: they could stand in a record number
  await expect(caseloadRow(page, bert)).toBeVisible();
  await expect(caseloadRow(page, anna)).toHaveCount(0);
  await searchCaseload(page, cora.recordNumber);
  await expect(caseloadRow(page, cora)).toBeVisible();
  const slip = `${anna.familyName.slice(0, 2)}${anna.familyName[3]}${anna.familyName[2]}${anna.familyName.slice(4)}`;
  await searchCaseload(page, `${slip} Bert`);
  await expect(page.getByText("These names are like it.")).toBeVisible();
  await expect(caseloadRow(page, bert)).toBeVisible();
  await expectAccessible(page);
  await searchCaseload(page, "Nobodyofthatname");
  await expect(page.getByRole("heading", { name: "No patient matches “Nobodyofthatname”" })).toBeVisible();
  await expectAccessible(page);
});

test("a row says the latest score, its window, the change with its verdict, and what is overdue", async ({ page }) => {
  const { anna, bert, cora, dirk } = await family(page.request);
  await page.goto("/caseload");
  await searchCaseload(page, anna.familyName);
  await expect(caseloadRow(page, anna)).toContainText("40");
  await expect(caseloadRow(page, anna)).toContainText("past week");
  await expect(caseloadRow(page, anna)).toContainText("−20");
  await expect(caseloadRow(page, anna)).toContainText("Reliably improved");
  await expect(caseloadRow(page, anna)).toContainText("since the first score");
  await expect(caseloadRow(page, bert)).toContainText("+20");
  await expect(caseloadRow(page, bert)).toContainText("Reliably worse");
  await expect(caseloadRow(page, cora)).toContainText("No course yet");
  await expect(caseloadRow(page, dirk)).toContainText("IV ketamine + PE");
  await expect(caseloadRow(page, dirk)).toContainText("Overdue 3 days · Baseline: PCL-5");
});

test("sorting and filtering by keyboard", async ({ page }) => {
  const { anna, bert, cora, dirk } = await family(page.request);
  await page.goto("/caseload");
  await searchCaseload(page, anna.familyName);
  await expect(page.getByText("4 patients", { exact: true })).toBeVisible();
  const named = page.getByRole("table", { name: "Patients" }).locator("tbody").getByRole("link");
  const column = (name: string) => page.getByRole("columnheader", { name });

  await column("Latest").getByRole("button").focus();
  await page.keyboard.press("Enter");
  await expect(named).toHaveText([bert.name, anna.name, cora.name, dirk.name]);
  await expect(column("Latest")).toHaveAttribute("aria-sort", "descending");
  await page.keyboard.press("Enter");
  await expect(named).toHaveText([anna.name, bert.name, cora.name, dirk.name]);
  await expect(column("Latest")).toHaveAttribute("aria-sort", "ascending");
  await column("Patient").getByRole("button").focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await expect(named).toHaveText([dirk.name, cora.name, bert.name, anna.name]);

  const filter = (name: RegExp) => page.getByRole("group", { name: "Show" }).getByRole("button", { name });
  await filter(/^Attention/).focus();
  await page.keyboard.press("Space");
  await expect(named).toHaveText([dirk.name, bert.name]);
  await expect(filter(/^Attention/)).toHaveAttribute("aria-pressed", "true");
  await filter(/^Overdue/).focus();
  await page.keyboard.press("Space");
  await expect(named).toHaveText([dirk.name]);
  await filter(/^All/).focus();
  await page.keyboard.press("Space");
  await expect(named).toHaveCount(4);
});

test("a long list comes in pages", async ({ page }) => {
  const familyName = `Zimmermann${unique()}`;
  await Promise.all(
    Array.from({ length: 26 }, (_, index) => givenPatient(page.request, { familyName, givenName: `Number ${String(index + 1).padStart(2, "0")}` })),
  );
  await page.goto("/caseload");
  await searchCaseload(page, familyName);
  await expect(page.getByText("1–25 of 26 patients")).toBeVisible();
  await page.getByRole("button", { name: "Next", exact: true }).focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("26–26 of 26 patients")).toBeVisible();
  await expect(page.getByRole("link", { name: `${familyName}, Number 26` })).toBeVisible();
  await page.getByRole("button", { name: "Previous", exact: true }).click();
  await expect(page.getByRole("link", { name: `${familyName}, Number 01` })).toBeVisible();
});

test("no name ever gets into an address", async ({ page, newcomer }) => {
  const addresses: string[] = [];
  page.on("request", (request) => addresses.push(decodeURIComponent(request.url())));
  page.on("framenavigated", (frame) => addresses.push(decodeURIComponent(frame.url())));
  await page.goto("/caseload");
  await searchCaseload(page, newcomer.familyName);
  await page.getByRole("group", { name: "Show" }).getByRole("button", { name: /^All/ }).click();
  await page.getByRole("link", { name: newcomer.name, exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: newcomer.name })).toBeVisible();
  expect(await page.title(), "nor into the title, which ends up in the history").not.toContain(newcomer.familyName);
  await page.goBack();
  await expect(page.getByRole("heading", { level: 1, name: "Caseload" })).toBeVisible();
  const telling = addresses.filter((address) => address.toLowerCase().includes(newcomer.familyName.toLowerCase()) || address.includes(newcomer.recordNumber));
  expect(telling).toEqual([]);
});

test("without a connection the list stays and says that it is old", async ({ page, context, newcomer, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  await page.goto("/caseload");
  await searchCaseload(page, newcomer.familyName);
  await expect(caseloadRow(page, newcomer)).toBeVisible();
  await context.setOffline(true);
  await page.getByRole("searchbox").fill(`${newcomer.familyName}x`);
  await expect(page.getByRole("main").getByRole("alert")).toContainText("Offline.");
  await expect(caseloadRow(page, newcomer)).toBeVisible();
  await context.setOffline(false);
  await page.getByRole("button", { name: "Try again" }).click();
  await expect(page.getByText(/^No patient matches .*These names are like it\.$/)).toBeVisible();
});

test.describe("saved views", () => {
  test("a view is saved under a name, chosen, renamed and removed by keyboard", async ({ page, expectConsole }) => {
    expectConsole(/422/); // without a name at first
    await page.goto("/caseload?filter=overdue&sort=due");
    const views = page.getByRole("navigation", { name: "Saved views" });
    const name = `Late ${unique()}`;
    await views.getByRole("button", { name: "Save this view" }).press("Enter");
    const saving = page.getByRole("dialog", { name: "Save this view" });
    await saving.getByLabel("Name").press("Enter");
    await expect(saving.getByText("Enter the name")).toBeVisible();
    await expectAccessible(page);
    await saving.getByLabel("Name").fill(name);
    await page.keyboard.press("Enter");
    await expect(views.getByRole("link", { name })).toHaveAttribute("aria-current", "true");
    await expect(views.getByRole("button", { name: "Save this view" })).toBeFocused();

    await page.goto("/caseload");
    const link = views.getByRole("link", { name });
    await expect(link).not.toHaveAttribute("aria-current");
    await link.press("Enter");
    await expect(page).toHaveURL(/filter=overdue&sort=due$/);
    await expect(page.getByRole("group", { name: "Show" }).getByRole("button", { name: /^Overdue/ })).toHaveAttribute("aria-pressed", "true");

    await views.getByRole("button", { name: "Your views" }).press("Enter");
    const own = page.getByRole("dialog", { name: "Your views" });
    await own.getByLabel(`Name of “${name}”`).fill(`${name} today`);
    await page.keyboard.press("Enter");
    await expect(own.getByLabel(`Name of “${name} today”`)).toBeVisible();
    await expectAccessible(page);
    await own.getByRole("button", { name: `Remove ${name} today` }).press("Enter");
    await expect(own.getByLabel(`Name of “${name} today”`)).toHaveCount(0);
    await page.keyboard.press("Escape");
    await expect(views.getByRole("link", { name })).toHaveCount(0);
    await page.reload();
    await expect(views.getByRole("link", { name })).toHaveCount(0);
    await expectAccessible(page);
  });
});
