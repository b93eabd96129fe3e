// On a slow line a page can be filled in before its script is there.
import type { Page } from "@playwright/test";
import { alert, fillPatient, fillSignIn } from "./clinic";
import { expect, test } from "./fixtures";
import { unique } from "./given";
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
