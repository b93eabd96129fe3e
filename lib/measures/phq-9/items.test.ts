import { expect, test } from "vitest";
import { findMeasure } from "../measures";

const phq9 = findMeasure("phq-9")!;

// Typed from the published form, not imported: this copy is what the definition is held against.
const printed = [
  "Little interest or pleasure in doing things",
  "Feeling down, depressed, or hopeless",
  "Trouble falling or staying asleep, or sleeping too much",
  "Feeling tired or having little energy",
  "Poor appetite or overeating",
  "Feeling bad about yourself — or that you are a failure or have let yourself or your family down",
  "Trouble concentrating on things, such as reading the newspaper or watching television",
  "Moving or speaking so slowly that other people could have noticed? Or the opposite — being so fidgety or restless that you have been moving around a lot more than usual",
  "Thoughts that you would be better off dead or of hurting yourself in some way",
  "If you checked off any problems, how difficult have these problems made it for you to do your work, take care of things at home, or get along with other people?",
];

test("nine items and the difficulty question, every character", () => {
  expect(phq9.items.map(({ number, text }) => [number, text])).toEqual(printed.map((text, index) => [index + 1, text]));
});

test("four options on the nine", () => {
  expect(phq9.options).toEqual([
    { value: 0, label: "Not at all" },
    { value: 1, label: "Several days" },
    { value: 2, label: "More than half the days" },
    { value: 3, label: "Nearly every day" },
  ]);
  expect(phq9.items.slice(0, 9).every(({ options, unscored, optional }) => !options && !unscored && !optional)).toBe(true);
});

test("the difficulty question has its own options, is never scored, and may stay blank", () => {
  expect(phq9.items[9]).toMatchObject({ unscored: true, optional: true });
  expect(phq9.items[9]?.options).toEqual([
    { value: 0, label: "Not difficult at all" },
    { value: 1, label: "Somewhat difficult" },
    { value: 2, label: "Very difficult" },
    { value: 3, label: "Extremely difficult" },
  ]);
});

test("the last two weeks, with the stem as printed and LOINC for panel and total", () => {
  expect(phq9.recalls).toEqual(["fortnight"]);
  const form = phq9.administration("fortnight");
  expect(form.stem).toBe("Over the last 2 weeks, how often have you been bothered by any of the following problems?");
  expect([form.codes.panel?.code, form.codes.total?.code]).toEqual(["44249-1", "44261-6"]);
});

test("0 to 27; item 9 above 0 calls for a person", () => {
  expect(phq9.range).toEqual({ min: 0, max: 27 });
  expect(phq9.safety).toMatchObject({ item: 9, from: 1 });
});
