import { expect, test } from "vitest";
import { planSessions } from "./plan-sessions";
import { planInWords } from "./plan-words";

test("one session is said without a span", () => {
  expect(planInWords([{ kind: "assessment", at: "2026-11-23T09:05" }])).toBe(
    "1 assessment visit, Mon 23 Nov at 09:05",
  );
});

test("doses and the therapy after them are said together", () => {
  const sessions = planSessions({
    kind: "dose",
    at: "2026-11-23T10:00",
    repeat: "weekly",
    times: 4,
    therapyAfter: "14:00",
  });
  expect(planInWords(sessions)).toBe(
    "4 doses, Mon 23 Nov to Mon 14 Dec at 10:00, and 4 therapy sessions, Tue 24 Nov to Tue 15 Dec at 14:00",
  );
});
