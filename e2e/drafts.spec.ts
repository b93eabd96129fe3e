import { hearsNothing } from "./begun";
import { caseloadRow, expectChart, expectTotal, fillSignIn, searchCaseload, signIn } from "./clinic";
import { beginForm, draftStored, expectAnswer, expectAnswered, expectAtItem, openForm, typeAnswers } from "./form";
import { expect, expectAccessible, test } from "./fixtures";
import { givenCourse, givenSession } from "./given";
import { demoPassword, people } from "./people";
import { endSessionElsewhere } from "./session";

test("twelve answers survive a reload, and the cursor waits at the thirteenth", async ({ page, newcomer }) => {
  await beginForm(page, newcomer, "0123 4012 3401");
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
  await beginForm(page, newcomer, "1".repeat(20));
  await page.reload();
  await expectAtItem(page, 20);
  await page.keyboard.press("Enter");
  await expectTotal(page, 20, "past month");
});

test("a form that was left is continued from the chart, and the caseload says so", async ({ page, newcomer }) => {
  await beginForm(page, newcomer, "1".repeat(12));

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
  await beginForm(page, newcomer, "123");
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
    await beginForm(page, newcomer, "22222");
    await endSessionElsewhere(page);

    await typeAnswers(page, "333");
    await expect(page.getByText("signed out: 3 answers not yet saved, kept on this device").first()).toBeVisible();
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
  await hearsNothing(context);
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
  await expect.poll(() => anew.evaluate(() => JSON.stringify(localStorage))).not.toContain("courseline-draft/");
});

test("somebody of another team sees neither the draft nor the patient", async ({ page, newcomer, openAs, expectConsole }) => {
  expectConsole(/status of 404/);
  await beginForm(page, newcomer, "44");
  const other = await openAs("tomas");
  const answered = await other.goto(`${newcomer.path}/record`);
  expect(answered?.status()).toBe(404);
  await expect(other.getByText(newcomer.familyName)).toHaveCount(0);
});
