// The synthetic clinic: every story told in its own row. Totals are the stories'; verdicts follow from them by Marx
// 2022 (15 points or more; 28 or below, from above, is recovered; 9 to 14 fewer is improved below reliability).

import { expect, test } from "./fixtures";

const stories: readonly { story: string; recordNumber: string; row: readonly (string | RegExp)[] }[] = [
  { story: "recovers", recordNumber: "004-2217", row: ["29", "past week", "−33", "Reliably improved"] },
  { story: "a late responder", recordNumber: "004-2244", row: ["30", "−30", "Reliably improved"] },
  { story: "an early drop, lost between doses", recordNumber: "004-2301", row: ["49", "−2", "No reliable change"] },
  { story: "worsens", recordNumber: "004-1986", row: ["71", "+15", "Reliably worse"] },
  { story: "no change", recordNumber: "004-2290", row: ["63", "−3", "No reliable change"] },
  { story: "one visit only", recordNumber: "004-2296", row: ["57", "past month", "One score so far"] },
  { story: "a gap", recordNumber: "004-2268", row: ["47", "−11", "Improved below reliability"] },
  { story: "an incomplete form", recordNumber: "004-2307", row: ["50", "−9", "Improved below reliability"] },
  { story: "all zeros", recordNumber: "004-2312", row: ["of 280past week", "No reliable change"] },
  { story: "all fours", recordNumber: "004-2310", row: ["80", "No reliable change"] },
  { story: "the switch from month to week", recordNumber: "004-2299", row: ["43", "−8", "since the first score"] },
  { story: "eight weeks of nasal esketamine", recordNumber: "004-2251", row: ["Intranasal esketamine + PE", "38", "−24", "of 56"] },
  { story: "prolonged exposure alone", recordNumber: "004-2283", row: ["004-2283PEDay", "34", "−17", "Reliably improved"] },
  { story: "cognitive processing therapy alone", recordNumber: "004-2259", row: ["004-2259CPTDay", "17", "−30", "Recovered"] },
  { story: "just starting", recordNumber: "004-2320", row: ["IV ketamine + PE", "Baseline: "] },
  { story: "a form half filled in", recordNumber: "004-2304", row: ["12 of 20, continue"] },
  { story: "overdue", recordNumber: "004-2293", row: ["Overdue 3 days"] },
  { story: "a long name", recordNumber: "004-2318", row: ["Szczepańska-Wawrzyniak"] },
];

test("every story of the issue is in the caseload, and everybody is labelled synthetic", async ({ page }) => {
  await page.goto("/caseload");
  await page.getByRole("searchbox").fill("004-");
  await expect(page.getByText(/^2[0-5] patients$/)).toBeVisible();
  await expect(page.getByRole("complementary", { name: "Synthetic patients" })).toBeVisible();
  for (const { story, recordNumber, row } of stories) {
    const found = page.getByRole("row").filter({ hasText: recordNumber });
    for (const text of row) await expect.soft(found, story).toContainText(text);
  }
});

test("an incomplete form and a corrected one are told apart on their charts", async ({ page }) => {
  for (const [recordNumber, words] of [["004-2307", "Not scored: 17 of 20 answered, items 8, 16 and 19 missing"], ["004-2277", "Corrected"]] as const) {
    await page.goto("/caseload");
    await page.getByRole("searchbox").fill(recordNumber);
    await page.getByRole("row").filter({ hasText: recordNumber }).getByRole("link").click();
    await page.getByRole("tab", { name: "Table" }).click();
    await expect(page.getByRole("table", { name: /^PCL-5 scores/ })).toContainText(words);
  }
});
