import { expectChart, expectTotal } from "./clinic";
import { answer, expectAnswer, expectAnswered, expectAtItem, expectNoAnswer, item, openForm } from "./form";
import { expect, expectNoSidewaysScroll, test } from "./fixtures";

test.describe("with the mouse", () => {
  test("a click on the words answers and goes on; a second click there mends it", async ({ page, newcomer }) => {
    await openForm(page, newcomer);
    await answer(page, 1, "Quite a bit").click();
    await expectAnswer(page, 1, 3);
    await expect(item(page, 2)).toBeInViewport({ ratio: 1 });
    await answer(page, 1, "Not at all").click();
    await expectAnswer(page, 1, 0);
    await page.getByRole("button", { name: "Clear item 1", exact: true }).click();
    await expectNoAnswer(page, 1);
    for (let number = 1; number <= 20; number += 1) await answer(page, number, "Moderately").click();
    await expectAnswered(page, 20);
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await expectChart(page, newcomer);
    await expectTotal(page, 40, "past month");
  });
});

test.describe("with a finger on a phone", () => {
  test.use({ hasTouch: true, isMobile: true, viewport: { width: 390, height: 844 } });

  test("a form that begins is seen from its top, with the focus on item 1", async ({ page, newcomer }) => {
    await openForm(page, newcomer);
    await expectAtItem(page, 1);
    expect(await page.evaluate(() => window.scrollY)).toBe(0);
    await expect(page.getByRole("radio", { name: "Past month" })).toBeInViewport();
    await answer(page, 1, "Extremely").tap();
    await expectAtItem(page, 2);
    await expect(item(page, 2)).toBeInViewport({ ratio: 1 });
  });

  test("twenty taps and Save, every target large enough for a finger", async ({ page, newcomer }) => {
    await openForm(page, newcomer);
    await expectNoSidewaysScroll(page);
    for (let number = 1; number <= 20; number += 1) {
      const extremely = answer(page, number, "Extremely");
      const box = await extremely.boundingBox();
      expect(Math.min(box?.width ?? 0, box?.height ?? 0), `pixels of item ${number}'s target`).toBeGreaterThanOrEqual(44);
      await extremely.tap();
      await expectAnswer(page, number, 4);
    }
    await expectAnswered(page, 20);
    await page.getByRole("button", { name: "Save", exact: true }).tap();
    await expectChart(page, newcomer);
    await expectTotal(page, 80, "past month");
  });
});
