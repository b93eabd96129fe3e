// A form that was begun on one device goes on at another, for the same person alone.

import type { Page } from "@playwright/test";
import { hearsNothing, kept, notSaved } from "./begun";
import { openRecorded } from "./clinic";
import { answer, expectAnswer } from "./form";
import { expect, expectAccessible, test } from "./fixtures";
import { givenScore, origin } from "./given";

const heard = (page: Page) => page.waitForResponse((response) => response.url().endsWith("/api/begun") && response.ok());
const looked = (page: Page) => page.waitForResponse((response) => response.url().endsWith("/api/begun/look"));
const pronouns = (page: Page) => page.getByLabel("Pronouns");

async function open(page: Page, path: string): Promise<Page> {
  const answered = looked(page);
  await page.goto(path);
  await answered;
  return page;
}

test("what was begun on one device goes on at another, and is gone everywhere once it is saved", async ({ page, newcomer, openAs }) => {
  const path = `${newcomer.path}/edit`;
  await open(page, path);
  const onServer = heard(page);
  await pronouns(page).fill("they/them");
  await onServer;
  await expect.poll(() => kept(page), "the device holds what the server lacks, and no more").toBe("[]");

  const other = await open(await openAs("mara"), path);
  await expect(notSaved(other)).toBeVisible();
  await expect(pronouns(other)).toHaveValue("they/them");
  await expectAccessible(other);
  const colleague = await open(await openAs("petra"), path);
  await expect(pronouns(colleague)).toHaveValue("");
  await expect(notSaved(colleague)).toHaveCount(0);

  const over = heard(other);
  await pronouns(other).fill("she/her");
  await other.getByRole("button", { name: "Save changes" }).click();
  await over;
  await expect(other).toHaveURL(new RegExp(`${newcomer.path}$`));
  await open(page, path);
  await expect(pronouns(page)).toHaveValue("she/her");
  await expect(notSaved(page)).toHaveCount(0);
});

test("without a connection the page says where it is, and sends it when there is one", async ({ page, context, newcomer, openAs, expectConsole }) => {
  expectConsole(/ERR_INTERNET_DISCONNECTED/);
  await open(page, `${newcomer.path}/edit`);
  await context.setOffline(true);
  await pronouns(page).fill("he/him");
  const said = page.getByText("A form you began is not on the server yet: kept on this device");
  await expect(said).toBeVisible();
  expect(await kept(page)).not.toBe("[]");
  await expectAccessible(page);
  await page.setViewportSize({ width: 390, height: 420 });
  await page.getByLabel("Record number").focus();
  for (let field = 0; field < 7; field += 1) {
    await page.keyboard.press("Tab");
    const covered = await page.evaluate(() => {
      const bar = [...document.querySelectorAll("output")].find(({ textContent }) => textContent?.includes("not on the server yet"));
      return (document.activeElement?.getBoundingClientRect().bottom ?? 0) - (bar?.getBoundingClientRect().top ?? 0);
    });
    expect(covered, "pixels of what has the focus that lie under the notice").toBeLessThanOrEqual(0);
  }
  const onServer = heard(page);
  await context.setOffline(false);
  await onServer;
  await expect(said).toHaveCount(0);
  const other = await open(await openAs("mara"), `${newcomer.path}/edit`);
  await expect(pronouns(other)).toHaveValue("he/him");
});

test("what a device still holds does not come back over what was finished on another since", async ({ page, context, newcomer, openAs }) => {
  const path = `${newcomer.path}/edit`;
  await hearsNothing(context);
  await open(page, path);
  await pronouns(page).fill("ze/hir");
  await expect.poll(() => kept(page)).not.toBe("[]");
  await page.close();

  const other = await open(await openAs("mara"), path);
  await expect(notSaved(other)).toHaveCount(0);
  const begun = heard(other);
  await pronouns(other).fill("she/her");
  await begun;
  const over = heard(other);
  await other.getByRole("button", { name: "Save changes" }).click();
  await over;

  const anew = await open(await context.newPage(), path);
  await expect.poll(() => kept(anew)).toBe("[]");
  await expect(notSaved(anew)).toHaveCount(0);
  await expect(pronouns(anew)).toHaveValue("she/her");
});

test("a correction that was begun goes on at another device", async ({ page, newcomer, openAs }) => {
  await givenScore(page.request, newcomer, { day: -1, recall: "month", ratings: "2".repeat(20) });
  await page.goto(newcomer.path);
  await openRecorded(page);
  await page.getByRole("link", { name: "Correct", exact: true }).click();
  await answer(page, 1, "Extremely").click();
  const onServer = page.waitForResponse((response) => response.url().endsWith("/api/begun") && (response.request().postData() ?? "").includes("says 4"));
  await page.getByLabel("Reason for the correction").fill("The paper says 4");
  await onServer;

  const other = await open(await openAs("mara"), page.url());
  await expect(notSaved(other)).toBeVisible();
  await expectAnswer(other, 1, 4);
  await expect(other.getByLabel("Reason for the correction")).toHaveValue("The paper says 4");
});

test("a form that comes back stays over what it was begun over, however often the page is opened", async ({ page, newcomer, openAs, expectConsole }) => {
  expectConsole(/409/);
  const path = `${newcomer.path}/edit`;
  await open(page, path);
  const onServer = heard(page);
  await pronouns(page).fill("they/them");
  await onServer;

  const colleague = await open(await openAs("petra"), path);
  await pronouns(colleague).fill("she/her");
  await colleague.getByRole("button", { name: "Save changes" }).click();
  await expect(colleague).toHaveURL(new RegExp(`${newcomer.path}$`));

  for (const _ of ["once", "again"]) {
    await open(page, path);
    await expect(notSaved(page)).toBeVisible();
    await expect(pronouns(page)).toHaveValue("they/them");
  }
  await page.getByRole("button", { name: "Save changes" }).click();
  await expect(page.getByRole("dialog")).toContainText("she/her");
});

test("what one person typed is not another's who signs in beside them in the same browser", async ({ page, context, newcomer, openAs, expectConsole }) => {
  expectConsole(/401/);
  const path = `${newcomer.path}/edit`;
  await open(page, path);
  await context.addCookies((await (await openAs("petra")).context().storageState()).cookies);
  const refused = page.waitForResponse((response) => response.url().endsWith("/api/begun") && response.status() === 401);
  await pronouns(page).fill("they/them");
  await refused;
  expect(await kept(page)).not.toBe("[]");
  const colleague = await open(await context.newPage(), path);
  await expect(pronouns(colleague)).toHaveValue("");
  await expect(notSaved(colleague)).toHaveCount(0);
});

test("what an older version left of a form comes back into the form of this one", async ({ page, newcomer, given }) => {
  const left = { values: { chosen: "own", fields: { indexEvent: "Road accident", plannedWeeks: 8 }, was: "asked then" }, at: Date.now() };
  const sent = await given.put("/api/begun", { headers: { origin: origin() }, data: { name: `${newcomer.id}/start`, step: Date.now(), entered: JSON.stringify(left) } });
  expect(sent.ok()).toBe(true);
  await open(page, `${newcomer.path}/course`);
  await expect(notSaved(page)).toBeVisible();
  await expect(page.getByLabel("Index event")).toHaveValue("Road accident");
  await page.getByRole("button", { name: "Save and plan sessions" }).click();
  await expect(page.getByRole("heading", { name: "Planned and done" })).toBeVisible();
  await expect(page.getByLabel("Index event")).toHaveValue("Road accident");
});
