// Between the page and the server: a line that is gone, a page that is left in the very moment, a server that does not take it.
import { expectChart, expectTotal, signIn } from "./clinic";
import { beginForm, draftStored, expectAnswer, expectAnswered, expectAtItem, openForm, typeAnswers } from "./form";
import { expect, test } from "./fixtures";

test("answers that reach the server while the next page is already on its way stand on that page", async ({ page, newcomer }) => {
  await beginForm(page, newcomer, "01234");
  let letGo = (): void => undefined;
  const wait = new Promise<void>((resolve) => (letGo = resolve));
  await page.route("**/api/drafts/**", async (route) => {
    await wait;
    await route.continue();
  });
  await page.route((url) => url.pathname.endsWith("/record"), async (route) => {
    const readBefore = await route.fetch();
    const heard = page.waitForEvent("requestfinished", (request) => request.url().includes("/api/drafts/"));
    letGo();
    await heard;
    await route.fulfill({ response: readBefore });
  });
  page.on("dialog", (dialog) => void dialog.accept());
  await typeAnswers(page, "43");
  await page.reload();
  await expectAnswered(page, 7);
  await page.unrouteAll({ behavior: "wait" });
  await page.reload();
  await expectAnswered(page, 7);
});

test("without a connection answers stay on the page, and are sent once it is back", async ({ page, context, newcomer, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  await beginForm(page, newcomer, "4444");
  await context.setOffline(true);
  await typeAnswers(page, "0000");
  await expect(page.getByText("offline: 4 answers not yet saved, kept on this device").first()).toBeVisible();
  await expectAtItem(page, 9);

  const caughtUp = draftStored(page, 8);
  await context.setOffline(false);
  await caughtUp;
  await expect(page.getByText("offline:", { exact: false })).toHaveCount(0);
  await page.reload();
  await expectAnswered(page, 8);
  await expectAnswer(page, 8, 0);
});

test("where the device keeps nothing, the page says that it alone has them", async ({ page, context, newcomer, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no room", "QuotaExceededError");
    };
  });
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await context.setOffline(true);
  await typeAnswers(page, "44");
  await expect(page.getByText("offline: 2 answers not yet saved, kept on this page only, do not close it").first()).toBeVisible();
  const caughtUp = draftStored(page, 2);
  await context.setOffline(false);
  await caughtUp;
});

test("saving without a connection loses nothing: the same Enter works once it is back", async ({ page, context, newcomer, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await typeAnswers(page, "1".repeat(20));
  await context.setOffline(true);
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("cannot be reached");
  await expectAnswered(page, 20);
  await context.setOffline(false);
  await page.getByRole("button", { name: "Save", exact: true }).click();
  await expectChart(page, newcomer);
  await expectTotal(page, 20, "past month");
});

test.describe("at the end of a session of its own", () => {
  test.use({ signedInAs: null });

  test("who signs out and deletes what the server does not have leaves nothing of it on the device", async ({ page, newcomer, expectConsole }) => {
    expectConsole(/status of 503 .*api\/drafts/);
    await page.goto("/sign-in");
    await signIn(page, "mara");
    await beginForm(page, newcomer, "444");
    await page.route("**/api/drafts/**", (route) => route.fulfill({ status: 503, headers: { "retry-after": "60" }, json: { error: { kind: "unavailable", message: "" } } }));
    await typeAnswers(page, "00");
    const kept = () => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("courseline-draft/")).length);
    await expect.poll(kept).toBe(1);
    page.on("dialog", (dialog) => void dialog.accept());
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.getByRole("button", { name: "Sign out and delete it" }).click();
    await expect(page.getByLabel("Password", { exact: true })).toBeVisible();
    expect(await kept()).toBe(0);
  });
});
