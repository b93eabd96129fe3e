import { expectChart, expectScoreRow, expectTotal, scoreRows } from "./clinic";
import { expectAnswer, expectAnswered, expectAtItem, expectNoAnswer, item, openForm, typeAnswers } from "./form";
import { expect, expectAccessible, test } from "./fixtures";

test("twenty digits and Enter: twenty-one keys from the open form to the chart", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await expectAccessible(page);
  for (let number = 1; number <= 20; number += 1) {
    await expectAtItem(page, number);
    await page.keyboard.press("2");
  }
  await page.keyboard.press("Enter");
  await expectChart(page, newcomer);
  await expectTotal(page, 40, "past month");
  const rows = await scoreRows(page);
  await expect(rows).toHaveCount(1);
  await expectScoreRow(rows.first(), { total: "40", clusters: "10 4 14 12", recall: "past month", provisional: "met" });
});

test("every answer of a mixed form arrives at its own item", async ({ page, newcomer }) => {
  // 3+4+3+4+3 = 17, 4+3 = 7, 2+1+2+2+3+3+2 = 15, 2+3+2+3+2+3 = 15, together 54.
  const ratings = "34343 43 2122332 232323";
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await typeAnswers(page, ratings);
  await expectAnswered(page, 20);
  for (const [index, rating] of [...ratings.replaceAll(" ", "")].entries()) await expectAnswer(page, index + 1, Number(rating));
  await page.keyboard.press("Enter");
  await expectTotal(page, 54, "past month");
  await expectScoreRow((await scoreRows(page)).first(), { total: "54", clusters: "17 7 15 15" });
});

test("zeros are answers: twenty of them make a scored form with a total of 0", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await typeAnswers(page, "0".repeat(20));
  await expectAnswered(page, 20);
  await page.keyboard.press("Enter");
  await expectTotal(page, 0, "past month");
  await expectScoreRow((await scoreRows(page)).first(), { total: "0", clusters: "0 0 0 0", state: "–" });
});

test("arrows and Backspace move without changing an answer; a digit changes it", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await typeAnswers(page, "0123");
  await expectAtItem(page, 5);
  await page.keyboard.press("Backspace");
  await expectAtItem(page, 4);
  await expectAnswer(page, 4, 3);
  await page.keyboard.press("ArrowUp");
  await expectAtItem(page, 3);
  await page.keyboard.press("4");
  await expectAnswer(page, 3, 4);
  await expectAtItem(page, 4);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expectAtItem(page, 6);
  await expectNoAnswer(page, 5);
  await expectAnswered(page, 4);
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("0");
  await expectAnswer(page, 5, 0);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("Delete");
  await expectNoAnswer(page, 5);
  await expectAnswered(page, 4);
});

test("at the first and the last item the keys stay, and a digit there is not lost", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await page.keyboard.press("Backspace");
  await page.keyboard.press("ArrowUp");
  await expectAtItem(page, 1);
  await typeAnswers(page, "1".repeat(19));
  await expectAtItem(page, 20);
  await page.keyboard.press("4");
  await expectAtItem(page, 20);
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("3");
  await expectAnswer(page, 20, 3);
  await page.keyboard.press("5");
  await expectAnswer(page, 20, 3);
  await page.keyboard.press("Enter");
  await expectTotal(page, 22, "past month");
});

test("the keyboard is trapped nowhere, and every item is one stop of the Tab key", async ({ page, newcomer }) => {
  await openForm(page, newcomer);
  await expectAtItem(page, 1);
  await page.keyboard.press("Tab");
  await expectAtItem(page, 2);
  await page.keyboard.press("Tab");
  await expectAtItem(page, 3);
  await page.keyboard.press("Shift+Tab");
  await expectAtItem(page, 2);
  await typeAnswers(page, "2".repeat(19));
  await expectAtItem(page, 20);
  await expect(item(page, 20)).toBeInViewport();
  await page.getByRole("button", { name: "Save", exact: true }).focus();
  await page.keyboard.press("Shift+Tab");
  await expect(page.getByRole("button", { name: "Save", exact: true })).not.toBeFocused();
});

test("until the script listens, no item looks ready for a key that nothing would hear", async ({ newcomer, openAs }) => {
  const page = await openAs("mara", { javaScriptEnabled: false });
  await openForm(page, newcomer);
  await expect(page.locator("[data-item]")).toHaveCount(20);
  await expect(page.locator("[data-item][data-current]")).toHaveCount(0);
});
