// Answers the server does not have lie on the device, encrypted, and come back where they were given.

import { hearsNothing, unreachable } from "./begun";
import { expectTotal, openRecorded, signIn } from "./clinic";
import { answer, draftStored, expectAnswer, expectAnswered, expectAtItem, openForm, typeAnswers } from "./form";
import { expect, expectAccessible, test } from "./fixtures";
import { givenScore } from "./given";

test("answers that never reached the server outlive their tab, unreadable where they lie, for their person alone", async ({ page, context, newcomer, openAs }) => {
  await unreachable(page, "/api/drafts/");
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await page.waitForLoadState("networkidle");
  const lies = () => page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith("courseline-draft/"))?.[1].length ?? 0);
  await typeAnswers(page, "4");
  await expect.poll(lies).toBeGreaterThan(0);
  const one = await lies();
  await typeAnswers(page, "321");
  await expect(page.getByText("offline: 4 answers not yet saved, kept on this device").first()).toBeVisible();
  await expect.poll(lies).toBe(one - 12); // "null" is three letters longer than a digit, and three letters are four when encrypted
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toContain("courseline-draft/");
  expect(kept).not.toContain("ratings");
  await page.close();

  const other = await openAs("petra", { storageState: await context.storageState() });
  await other.context().clearCookies();
  await other.goto("/sign-in");
  await signIn(other, "petra");
  await openForm(other, newcomer);
  await expectAtItem(other, 1);
  await expectAnswered(other, 0);

  const anew = await context.newPage();
  const caughtUp = draftStored(anew, 4);
  await openForm(anew, newcomer);
  await caughtUp;
  for (const [index, rating] of [4, 3, 2, 1].entries()) await expectAnswer(anew, index + 1, rating);
  await expectAtItem(anew, 5);
  await expect.poll(() => anew.evaluate(() => JSON.stringify(localStorage))).not.toContain("courseline-draft/");
  await typeAnswers(anew, "0".repeat(16));
  await anew.keyboard.press("Enter");
  await expectTotal(anew, 10, "past month");
  await openForm(anew, newcomer);
  await expectAnswered(anew, 0);
});

test("a form whose saving was never heard of is not stored twice by its answers coming back", async ({ page, context, newcomer, expectConsole }) => {
  expectConsole(/ERR_FAILED|status of 409/);
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await page.waitForLoadState("networkidle");
  await page.route("**/api/drafts/**", (route) => route.abort());
  await page.route("**/api/assessments/**", async (route) => {
    await route.fetch(); // it is stored, and its page never hears of it
    await route.abort();
  });
  await typeAnswers(page, "1".repeat(20));
  await page.keyboard.press("Enter");
  await expect(page.getByRole("main").getByRole("alert")).toContainText("cannot be reached");
  await page.close();

  const anew = await context.newPage();
  await openForm(anew, newcomer);
  await expect(anew.getByText(/This form has already been saved/).first()).toBeVisible();
  await anew.goto(newcomer.path);
  await expectTotal(anew, 20, "past month");
  await openForm(anew, newcomer);
  await expectAnswered(anew, 0);
});

test("a correction that was begun comes back after its tab was lost, and can be given up", async ({ page, context, newcomer }) => {
  await hearsNothing(context);
  await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: "2".repeat(20) });
  await page.goto(newcomer.path);
  await openRecorded(page);
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await answer(page, 1, "Extremely").click();
  await page.getByLabel("Reason for the correction").fill("The paper says 4");
  await expect.poll(() => page.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith("courseline-draft/")).length)).toBe(1);
  const address = page.url();
  await page.close();

  const anew = await context.newPage();
  await anew.goto(address);
  await expect(anew.getByText("before the page was opened anew")).toBeVisible();
  await expectAnswer(anew, 1, 4);
  await expect(anew.getByText("was 2", { exact: true })).toBeVisible();
  await expect(anew.getByLabel("Reason for the correction")).toHaveValue("The paper says 4");
  await expectAccessible(anew);
  await anew.getByRole("button", { name: "Empty it" }).click();
  await expect(anew.getByText("before the page was opened anew")).toHaveCount(0);
  await expectAnswer(anew, 1, 2);
});
