import { alert, fillSignIn, signIn, signOut } from "./clinic";
import { expect, expectAccessible, test } from "./fixtures";
import { demoPassword, people } from "./people";
import { endSessionElsewhere } from "./session";

test.use({ signedInAs: null });

test("a clinician signs in and sees the caseload", async ({ page }) => {
  await page.goto("/");
  await expect(page).toHaveURL(/\/sign-in/);
  await expectAccessible(page);
  await signIn(page, "mara");
  await expect(page).toHaveURL(/\/caseload$/);
  await expect(page.getByRole("heading", { level: 1, name: "Caseload" })).toBeVisible();
  await expect(page.getByText(people.mara.name)).toBeVisible();
});

test("an administrator signs in and sees the clinic", async ({ page }) => {
  await page.goto("/sign-in");
  await signIn(page, "ingrid");
  await expect(page).toHaveURL(/\/admin$/);
  await expect(page.getByText(people.ingrid.name).first()).toBeVisible();
});

test("a wrong password and an unknown person read the same", async ({ page, expectConsole }) => {
  expectConsole(/status of 401 .*api\/auth\/callback\/credentials/);
  await page.goto("/sign-in");
  const refusal = alert(page);
  await fillSignIn(page, people.mara.email, "this is not the password");
  await expect(refusal).toBeFocused();
  const wrongPassword = await refusal.innerText();
  await expectAccessible(page);
  await expect(page.getByLabel("E-mail address")).toHaveValue(people.mara.email);

  await page.reload();
  await fillSignIn(page, "nobody.at.all@courseline.example", "this is not the password");
  await expect(refusal).toBeFocused();
  expect(await refusal.innerText()).toBe(wrongPassword);
  await signIn(page, "mara");
});

test("an empty form asks for both, and leads to the fields", async ({ page }) => {
  await page.goto("/sign-in");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(alert(page)).toBeFocused();
  await page.getByRole("link", { name: "Enter your password" }).click();
  await expect(page.getByRole("textbox", { name: "Password" })).toBeFocused();
  await page.keyboard.type(demoPassword());
  await page.getByLabel("E-mail address").fill(people.mara.email);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/\/caseload$/);
});

test("after the session has ended, signing in leads back to the page one was on", async ({ page, newcomer }) => {
  await page.goto("/sign-in");
  await signIn(page, "mara");
  await page.goto(`${newcomer.path}/edit`);
  await expect(page.getByLabel("Family name")).toHaveValue(newcomer.familyName);
  await endSessionElsewhere(page);
  await page.reload();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(newcomer.familyName)).toHaveCount(0);
  await signIn(page, "mara");
  await expect(page).toHaveURL(new RegExp(`${newcomer.path}/edit$`));
  await expect(page.getByLabel("Family name")).toHaveValue(newcomer.familyName);
});

test("signing in leads nowhere outside the application", async ({ page }) => {
  await page.goto("/sign-in?next=https%3A%2F%2Fexample.org%2F");
  await signIn(page, "mara");
  await expect(page).toHaveURL(/localhost.*\/caseload$/);
});

test("signing out ends it at once, and Back shows nothing of a patient", async ({ page, newcomer }) => {
  await page.goto("/sign-in");
  await signIn(page, "mara");
  await page.goto(newcomer.path);
  await expect(page.getByRole("heading", { level: 1, name: newcomer.name })).toBeVisible();
  const cookies = await page.context().cookies();
  await signOut(page);
  await page.goBack();
  await expect(page).toHaveURL(/\/sign-in/);
  await expect(page.getByText(newcomer.familyName)).toHaveCount(0);

  await page.context().addCookies(cookies);
  await page.goto(newcomer.path);
  await expect(page, "a copy of the cookie is worth nothing").toHaveURL(/\/sign-in/);
});

test("after many wrong passwords the account has to wait, and says for how long", async ({ page, expectConsole }) => {
  expectConsole(/status of (401|429) .*api\/auth\/callback\/credentials/);
  await page.goto("/sign-in");
  const attempt = async () => {
    const answered = page.waitForResponse(/callback\/credentials/);
    await fillSignIn(page, "guessed.often@courseline.example", "wrong again and again");
    await answered;
    await expect(alert(page)).toBeFocused();
  };
  for (let count = 0; count < 10; count += 1) await attempt();
  await expect(alert(page)).not.toContainText("Too many attempts");
  await attempt();
  await expect(alert(page)).toContainText(/Too many attempts\. Wait 1[0-5] minutes, then try again\./);
});
