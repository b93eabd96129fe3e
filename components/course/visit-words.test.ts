import { expect, test } from "vitest";
import { checkWords, doseBeforeWords, recordWords } from "./visit-words";

test("the dose before in a line, its events with what they were", () => {
  const dose = { days: 1, givenMg: 35, medicine: "ketamine", events: [] };
  expect(doseBeforeWords(dose)).toBe("the day before: 35 mg ketamine; no event recorded");
  const events = [{ term: "Headache", severity: "mild", serious: false }, { term: "Nausea", severity: "severe", serious: true }];
  expect(doseBeforeWords({ ...dose, days: 6, givenMg: null, events })).toBe("6 days before: amount not recorded; Headache (mild), Nausea (severe, serious)");
  expect(doseBeforeWords({ ...dose, days: 0 })).toMatch(/^earlier the same day/);
});

test("a version in a line: zero is said, what was not asked is left out", () => {
  const record = { attendance: "attended", protocolSession: 4, homework: "partly", sudsBefore: 40, sudsPeak: 80, sudsEnd: 0, note: null } as const;
  expect(recordWords(record)).toBe("Attended; protocol session 4; homework partly done; SUDS 40, peak 80, 0");
  expect(recordWords({ ...record, attendance: "not_attended", protocolSession: null, homework: null, sudsBefore: null, sudsPeak: null, sudsEnd: null, note: "Ill" })).toBe("Did not come; Ill");
  expect(checkWords({ psychotic: false, manic: true, note: "Elated" })).toBe("Psychotic symptoms no; manic symptoms yes; Elated");
});
