import { expect, it } from "vitest";
import { symptomWords } from "./symptoms";

it.each([
  [true, false, "Psychotic symptoms were noted at Dose 2 on 23 Nov 2026, when they were last asked about."],
  [false, true, "Manic symptoms were noted at Dose 2 on 23 Nov 2026, when they were last asked about."],
  [true, true, "Psychotic and manic symptoms were noted at Dose 2 on 23 Nov 2026, when they were last asked about."],
  [false, false, null],
])("psychotic %s, manic %s", (psychotic, manic, words) => {
  expect(symptomWords({ psychotic, manic }, "Dose 2", "2026-11-23")).toBe(words);
});
