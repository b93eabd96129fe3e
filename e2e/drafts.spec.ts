import { answer, caseloadRow, draftStored, expectAnswer, expectAnswered, expectAtItem, expectChart, expectTotal, fillSignIn, openForm, openRecorded, searchCaseload, signIn, typeAnswers } from "./clinic";
import { expect, expectAccessible, test } from "./fixtures";
import { givenCourse, givenScore, givenSession } from "./given";
import { demoPassword, people } from "./people";
import { endSessionElsewhere } from "./session";

test("twelve answers survive a reload, and the cursor waits at the thirteenth", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  const stored = draftStored(page, 12);
  await typeAnswers(page, "0123 4012 3401");
  await stored;
  await page.reload();
  await expectAnswered(page, 12);
  await expectAtItem(page, 13);
  for (const [index, rating] of [..."012340123401"].entries()) await expectAnswer(page, index + 1, Number(rating));
  await typeAnswers(page, "0".repeat(8));
  await page.keyboard.press("Enter");
  // 0+1+2+3+4+0+1+2+3+4+0+1 = 21, and eight zeros.
  await expectTotal(page, 21, "past month");
});

test("a form that lacks only its saving is opened where Enter saves it", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  const stored = draftStored(page, 20);
  await typeAnswers(page, "1".repeat(20));
  await stored;
  await page.reload();
  await expectAtItem(page, 20);
  await page.keyboard.press("Enter");
  await expectTotal(page, 20, "past month");
});

test("a form that was left is continued from the chart, and the caseload says so", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  const stored = draftStored(page, 12);
  await typeAnswers(page, "1".repeat(12));
  await stored;

  await page.goto("/caseload");
  await searchCaseload(page, newcomer.recordNumber);
  await expect(caseloadRow(page, newcomer)).toContainText("12 of 20, continue");
  await page.getByRole("link", { name: newcomer.name, exact: true }).click();
  await expect(page.getByText("12 of 20 answered by you, not saved yet.")).toBeVisible();
  await page.getByRole("link", { name: "Continue, 12 of 20" }).click();
  await expectAtItem(page, 13);
  await typeAnswers(page, "2".repeat(8));
  await page.keyboard.press("Enter");
  await expectTotal(page, 28, "past month");
  await expect(page.getByText("half-filled", { exact: false })).toHaveCount(0);
});

test("the last answer before leaving the page is kept too", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await typeAnswers(page, "3".repeat(7));
  await page.getByRole("link", { name: newcomer.name }).click();
  await expectChart(page, newcomer);
  await expect(async () => {
    await page.reload();
    await expect(page.getByRole("link", { name: "Continue, 7 of 20" })).toBeVisible({ timeout: 1_000 });
  }).toPass();
});

test("answers can be discarded, after a question", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  const stored = draftStored(page, 3);
  await typeAnswers(page, "123");
  await stored;
  await page.getByRole("button", { name: "Discard the answers" }).click();
  const question = page.getByRole("dialog", { name: "Discard the answers?" });
  await question.getByRole("button", { name: "Keep them" }).click();
  await expectAnswered(page, 3);
  await page.getByRole("button", { name: "Discard the answers" }).click();
  await question.getByRole("button", { name: "Discard", exact: true }).click();
  await expectChart(page, newcomer);
  await openForm(page, newcomer);
  await expectAnswered(page, 0);
});

test.describe("when the session ends in the middle", () => {
  test.use({ signedInAs: null });

  test("one signs in in place and goes on; no answer is lost", async ({ page, newcomer, expectConsole }) => {
    expectConsole(/status of 401 .*api\/drafts/);
    await page.goto("/sign-in");
    await signIn(page, "mara");
    await openForm(page, newcomer);
    await expectAtItem(page, 1);
    const stored = draftStored(page, 5);
    await typeAnswers(page, "22222");
    await stored;
    await endSessionElsewhere(page);

    await typeAnswers(page, "333");
    await expect(page.getByText("signed out: 3 answers not yet saved, kept on this page").first()).toBeVisible();
    await page.getByRole("button", { name: "Sign in to go on" }).click();
    const dialog = page.getByRole("dialog", { name: "Sign in to go on" });
    await expect(dialog.getByLabel("E-mail address")).toHaveValue(people.mara.email);
    await expectAccessible(page);
    const caughtUp = draftStored(page, 8);
    await fillSignIn(page, people.mara.email, demoPassword());
    await caughtUp;
    await expect(dialog).toBeHidden();
    await expectAnswered(page, 8);

    await page.reload();
    await expectAtItem(page, 9);
    await typeAnswers(page, "0".repeat(12));
    await page.keyboard.press("Enter");
    await expectTotal(page, 19, "past month");
  });

  test("Save asks to sign in, then saves what was entered", async ({ page, newcomer, expectConsole }) => {
    expectConsole(/status of 401/);
    await page.goto("/sign-in");
    await signIn(page, "mara");
    await openForm(page, newcomer);
    await expectAtItem(page, 1);
    await typeAnswers(page, "2".repeat(20));
    await expectAnswered(page, 20);
    await endSessionElsewhere(page);
    await page.keyboard.press("Enter");
    const dialog = page.getByRole("dialog", { name: "Sign in to go on" });
    await expect(dialog).toBeVisible();
    await fillSignIn(page, people.mara.email, demoPassword());
    await expectChart(page, newcomer);
    await expectTotal(page, 40, "past month");
  });
});

test("a visit that was begun comes back after the page was lost, unreadable where it lies", async ({ page, context, newcomer }) => {
  const course = await givenCourse(page.request, newcomer, { day: -1 });
  const visit = `${newcomer.path}/visits/${await givenSession(page.request, course, { kind: "therapy", day: -1, time: "10:00" })}`;
  await page.goto(visit);
  await page.getByRole("radio", { name: "Attended", exact: true }).check();
  await page.getByLabel("Note").fill("Slept better since the dose");
  await page.close();

  const anew = await context.newPage();
  await anew.goto(visit);
  await expect(anew.getByText("Not saved yet.")).toBeVisible();
  await expect(anew.getByLabel("Note")).toHaveValue("Slept better since the dose");
  const kept = await anew.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toContain("courseline-draft/");
  expect(kept).not.toContain("Slept");
  await expectAccessible(anew);
  for (const name of ["Psychotic symptoms", "Manic symptoms"]) await anew.getByRole("group", { name }).getByRole("radio", { name: "No" }).check();
  await anew.getByRole("button", { name: "Save", exact: true }).click();
  await expect(anew).not.toHaveURL(/visits/);
  expect(await anew.evaluate(() => JSON.stringify(localStorage))).not.toContain("courseline-draft/");
});

test("without a connection answers stay on the page, and are sent once it is back", async ({ page, context, newcomer, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  const stored = draftStored(page, 4);
  await typeAnswers(page, "4444");
  await stored;
  await context.setOffline(true);
  await typeAnswers(page, "0000");
  await expect(page.getByText("offline: 4 answers not yet saved, kept on this page").first()).toBeVisible();
  await expectAtItem(page, 9);

  const caughtUp = draftStored(page, 8);
  await context.setOffline(false);
  await caughtUp;
  await expect(page.getByText("offline:", { exact: false })).toHaveCount(0);
  await page.reload();
  await expectAnswered(page, 8);
  await expectAnswer(page, 8, 0);
});

test("answers that never reached the server outlive their tab, unreadable where they lie, for their person alone", async ({ page, context, newcomer, openAs, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await page.waitForLoadState("networkidle");
  await context.setOffline(true);
  const lies = () => page.evaluate(() => Object.entries(localStorage).find(([name]) => name.startsWith("courseline-draft/"))?.[1].length ?? 0);
  await typeAnswers(page, "4");
  await expect.poll(lies).toBeGreaterThan(0);
  const one = await lies();
  await typeAnswers(page, "321");
  await expect(page.getByText("offline: 4 answers not yet saved, kept on this page").first()).toBeVisible();
  await expect.poll(lies).toBe(one - 12); // "null" is three letters longer than a digit, and three letters are four when encrypted
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toContain("courseline-draft/");
  expect(kept).not.toContain("ratings");
  await page.close();
  await context.setOffline(false);

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

test("somebody of another team sees neither the draft nor the patient", async ({ page, newcomer, openAs, expectConsole }) => {
  expectConsole(/status of 404/);
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  const stored = draftStored(page, 2);
  await typeAnswers(page, "44");
  await stored;
  const other = await openAs("tomas");
  const answered = await other.goto(`${newcomer.path}/record`);
  expect(answered?.status()).toBe(404);
  await expect(other.getByText(newcomer.familyName)).toHaveCount(0);
});
