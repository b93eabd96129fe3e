import { alert, fillSignIn, signOut } from "./clinic";
import { expect, expectAccessible, test } from "./fixtures";
import { givenClinic } from "./own-clinic";
import { codeOf } from "./totp";

test.use({ signedInAs: null });

test("the first sign-in sets up a second factor; from then on the password alone opens nothing, and no code works twice", async ({ page, expectConsole }) => {
  expectConsole(/status of 422 .*api\/sign-in\/code/);
  const { email, password, name } = givenClinic();
  const code = page.getByLabel("Code from your authenticator app");
  const wrong = async (given: string) => {
    await code.fill(given);
    await page.getByRole("button", { name: "Sign in", exact: true }).click();
    await expect(alert(page)).toContainText("The code is not right");
  };

  await page.goto("/sign-in?next=/account");
  await fillSignIn(page, email, password);
  await expect(page.getByRole("heading", { level: 1, name: "Set up a second factor" })).toBeVisible();
  await expectAccessible(page);
  for (const address of ["/admin", "/account"]) expect((await page.request.get(address, { maxRedirects: 0 })).status(), address).toBe(307);
  const key = await page.locator("code").innerText();
  const [first, second] = [codeOf(key), codeOf(key, 1)];
  await page.getByLabel("Code the app shows").fill(first);
  await page.getByRole("button", { name: "Set up", exact: true }).click();
  await expect(page.getByRole("heading", { name: "Recovery codes" })).toBeFocused();
  const recovery = await page.getByRole("listitem").first().innerText();
  await expectAccessible(page);
  await page.getByRole("button", { name: "I have kept them, go on" }).click();
  await expect(page.getByText("10 of 10 recovery codes are left")).toBeVisible();
  await expect(page.getByText(name)).toBeVisible();
  await signOut(page);

  await fillSignIn(page, email, password);
  await expect(code).toBeFocused();
  await expectAccessible(page);
  expect((await page.request.get("/admin", { maxRedirects: 0 })).status(), "between the steps").toBe(307);
  await wrong(first);
  await code.fill(second);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/admin$/);
  await signOut(page);

  await fillSignIn(page, email, password);
  await wrong(second);
  await code.fill(recovery);
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await expect(page).toHaveURL(/\/admin$/);
});
