import type { Locator, Page } from "@playwright/test";
import { alert, fillSignIn, signIn } from "./clinic";
import { expect, expectAccessible, test } from "./fixtures";
import { demoPassword, people } from "./people";
import { endSessionElsewhere } from "./session";

test.use({ signedInAs: null });

test("a person sees where they are signed in and ends a session elsewhere, which holds no longer", async ({ page, openAs }) => {
  await page.goto("/sign-in");
  await signIn(page, "tomas");
  const elsewhere = await openAs(null, { userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0" });
  await elsewhere.goto("/sign-in");
  await signIn(elsewhere, "tomas");
  await page.getByRole("link", { name: /Your account/ }).click();
  const sessions = page.getByRole("list", { name: "Where you are signed in" });
  await expect(sessions.getByText("now, on this page")).toHaveCount(1);
  await expectAccessible(page);
  await sessions.getByRole("listitem").filter({ hasText: "Firefox on Windows" }).getByRole("button", { name: /^End/ }).click();
  await expect(sessions.getByText("Firefox on Windows")).toHaveCount(0);
  await expect.poll(async () => (await elsewhere.request.get("/caseload", { maxRedirects: 0 })).status()).toBe(307);
  await page.reload();
  await expect(sessions.getByText("now, on this page"), "this one goes on").toHaveCount(1);
});

test("a new password is asked with the old one, says what is wrong with it, and is not stored until it is right", async ({ page, expectConsole }) => {
  expectConsole(/status of 422 .*api\/account\/password/);
  await page.goto("/sign-in?next=/account");
  await signIn(page, "tomas");
  await page.getByLabel("New password", { exact: true }).fill("courseline 2026");
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(alert(page)).toContainText("Enter the password you have");
  await page.getByLabel("Password you have", { exact: true }).fill(demoPassword());
  await page.getByRole("button", { name: "Change password" }).click();
  await expect(alert(page)).toContainText("Made of your name, your address or the clinic's name");
  await expect(page.getByLabel("New password", { exact: true })).toHaveValue("courseline 2026");
  await expectAccessible(page);
});

/** Lets the idle time go by, again should the page not have been listening yet, until the page says something. */
async function afterMinutesFor(page: Page, said: Locator): Promise<void> {
  await expect(async () => {
    await page.clock.fastForward("13:02");
    await expect(said).toBeVisible({ timeout: 2_000 });
  }).toPass();
}

test("a session about to end says so; once it has ended one signs in on the same page, and nothing typed is lost", async ({ page, newcomer, expectConsole }) => {
  expectConsole(/status of 401 .*api\/session/);
  expectConsole(/status of 404/); // the patient is not the other person's
  await page.clock.install();
  await page.goto(`/sign-in?next=${newcomer.path}/edit`);
  await signIn(page, "mara");
  const kept = page.waitForResponse((answer) => answer.url().endsWith("/api/begun") && answer.ok());
  await page.getByLabel("Given name").fill("Typed and not saved");
  await kept; // else it is refused once the session has ended, and tried again
  await page.route("**/api/session", (route) => route.fulfill({ json: { seconds: 119 } }), { times: 1 });
  await afterMinutesFor(page, page.getByRole("dialog", { name: "Still there?" }));
  await page.getByRole("button", { name: "Stay signed in" }).click();
  await expect(page.getByRole("dialog")).toHaveCount(0);

  await endSessionElsewhere(page);
  const dialog = page.getByRole("dialog", { name: "Sign in to go on" });
  await afterMinutesFor(page, dialog);
  await fillSignIn(page, people.mara.email, demoPassword());
  await expect(dialog).toHaveCount(0);
  await expect(page.getByLabel("Given name")).toHaveValue("Typed and not saved");

  await endSessionElsewhere(page);
  await afterMinutesFor(page, dialog);
  page.on("dialog", (question) => expect(question.message(), "nothing is asked of another person").toBe(""));
  await fillSignIn(page, people.tomas.email, demoPassword());
  await expect(page.getByText("Typed and not saved"), "another person finds nothing of it").toHaveCount(0);
  await expect(page.getByRole("heading", { level: 1, name: "There is nothing here for you" })).toBeVisible();
});
