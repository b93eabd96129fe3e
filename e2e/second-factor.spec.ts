import { alert, fillSignIn, signOut } from "./clinic";
import { expect, expectAccessible, test } from "./fixtures";
import { givenClinic } from "./own-clinic";
import { codeOf } from "./totp";

test.use({ signedInAs: null });

test("an administrator sets up a second factor, without which the password opens nothing; no code works twice", async ({ page, openAs, expectConsole }) => {
  expectConsole(/status of 422 .*api\/sign-in\/code/);
  expectConsole(/status of 422 .*api\/invitation\/look/);
  expectConsole(/status of 403 .*api\/invitations/);
  expectConsole(/status of 422 .*api\/account\/fresh/);
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
  const [recovery, another] = [await page.getByRole("listitem").nth(0).innerText(), await page.getByRole("listitem").nth(1).innerText()];
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

  await test.step("and invites a clinician, who joins by the link with a password and a second factor of their own", async () => {
    await page.getByRole("link", { name: "Invite a person" }).click();
    await page.getByLabel("Name", { exact: true }).fill("Ines Vale");
    await page.getByLabel("E-mail address").fill(`second.${email}`);
    await expectAccessible(page);
    // As if ten minutes had passed since the code: the server asks again, and what was typed goes on by itself.
    await page.route(/\/api\/invitations\//, (route) => route.fulfill({ status: 403, json: { error: { kind: "fresh", message: "Confirm that it is you, then this goes on.", ask: "code" } } }), { times: 1 });
    await page.getByRole("button", { name: "Make the invitation" }).click();
    const dialog = page.getByRole("dialog", { name: "Confirm that it is you" });
    await expect(dialog.getByLabel("Code from your authenticator app")).toBeFocused();
    await expectAccessible(page);
    await dialog.getByLabel("Code from your authenticator app").fill(recovery);
    await dialog.getByRole("button", { name: "Confirm" }).click();
    await expect(dialog.getByRole("alert")).toContainText("The code is not right");
    await dialog.getByLabel("Code from your authenticator app").fill(another);
    await dialog.getByRole("button", { name: "Confirm" }).click();
    const link = await page.getByLabel("Link").inputValue();
    await expectAccessible(page);
    const theirs = await openAs(null);
    await theirs.goto(link);
    await expect(theirs.getByText(`You will sign in as second.${email}.`)).toBeVisible();
    expect(theirs.url(), "what opens it is out of the address").not.toContain("#");
    await expectAccessible(theirs);
    await theirs.getByLabel("New password", { exact: true }).fill("quay lantern soup 7");
    await theirs.getByRole("button", { name: "Join" }).click();
    await theirs.getByLabel("Code the app shows").fill(codeOf(await theirs.locator("code").innerText()));
    await theirs.getByRole("button", { name: "Set up", exact: true }).click();
    await theirs.getByRole("button", { name: "I have kept them, go on" }).click();
    await expect(theirs).toHaveURL(/\/caseload$/);

    await page.goto("/admin");
    await page.getByRole("link", { name: "Change Ines Vale" }).click();
    await page.getByRole("button", { name: "Reset the second factor of Ines Vale" }).click();
    await page.getByRole("button", { name: "Reset", exact: true }).click();
    await expect(page.getByText("No second factor is set up.")).toBeVisible();
    expect((await theirs.request.get("/caseload", { maxRedirects: 0 })).status(), "ended with the factor").toBe(307);
    await theirs.goto(link);
    await expect(alert(theirs)).toContainText("no longer works");
  });
});
