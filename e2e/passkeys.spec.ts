import type { Page } from "@playwright/test";
import { fillSignIn, pressUntil, signOut } from "./clinic";
import { expect, expectAccessible, test } from "./fixtures";
import { givenClinic } from "./own-clinic";

test.use({ signedInAs: null });

/** The browser's own authenticator for tests, whose owner confirms at once. */
async function giveAuthenticator(page: Page): Promise<void> {
  const browser = await page.context().newCDPSession(page);
  await browser.send("WebAuthn.enable");
  const options = { protocol: "ctap2", transport: "internal", hasResidentKey: true, hasUserVerification: true, isUserVerified: true, automaticPresenceSimulation: true } as const;
  await browser.send("WebAuthn.addVirtualAuthenticator", { options });
}

test("a passkey is the first second factor: set up at the first sign-in, it signs in, confirms, and has a name", async ({ page, expectConsole }) => {
  expectConsole(/status of 403 .*api\/account\/recovery-codes/);
  const { email, password } = givenClinic();
  await giveAuthenticator(page);
  await page.goto("/sign-in?next=/account");
  await fillSignIn(page, email, password);
  await pressUntil(page.getByRole("button", { name: "Set up a passkey" }), page.getByRole("heading", { name: "Recovery codes" }));
  await expect(page.getByRole("heading", { name: "Recovery codes" })).toBeFocused();
  const first = await page.getByRole("listitem").nth(0).innerText();
  await page.getByRole("button", { name: "I have kept them, go on" }).click();
  await pressUntil(page.getByRole("button", { name: /^Rename/ }), page.getByRole("dialog").getByLabel("Name"));
  await page.getByRole("dialog").getByLabel("Name").fill("Tablet in room 2");
  await page.getByRole("button", { name: "Save the name" }).click();
  const factors = page.getByRole("list", { name: "Second factors" });
  await expect(factors.getByRole("strong").filter({ hasText: "Tablet in room 2" })).toBeVisible();
  await expectAccessible(page);
  await signOut(page);

  await page.goto("/sign-in?next=/account");
  await fillSignIn(page, email, password);
  const use = page.getByRole("button", { name: "Use a passkey" });
  await expect(use).toBeFocused();
  await expectAccessible(page);
  await use.press("Enter");
  await expect(factors.getByText(/last used/)).toBeVisible();

  await page.route("**/api/account/recovery-codes", (route) => route.fulfill({ status: 403, json: { error: { kind: "fresh", message: "Confirm that it is you, then this goes on.", ask: "passkey" } } }), { times: 1 });
  await pressUntil(page.getByRole("button", { name: "New recovery codes" }), page.getByRole("button", { name: "Make new codes" }));
  await page.getByRole("button", { name: "Make new codes" }).click();
  await expect(page.getByRole("dialog", { name: "Confirm that it is you" }).getByRole("button", { name: "Use a passkey" })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("heading", { name: "Recovery codes" })).toBeFocused();
  await expect(page.getByText(first), "the ones before are dead").toHaveCount(0);
  await page.getByRole("button", { name: "I have kept them, go on" }).click();

  await expect(factors.getByText(/your only one/)).toBeVisible();
  await expect(page.getByRole("button", { name: /^Remove/ })).toHaveCount(0);
});
