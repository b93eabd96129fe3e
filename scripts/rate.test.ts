import { expect, test } from "vitest";
import { bucket, tooFast } from "./rate.mjs";

test("so many at once, then one for each part of a minute, each key for itself", () => {
  const wait = bucket(60);
  const at = 1_000_000;
  expect(Array.from({ length: 60 }, () => wait("a", at)).every((seconds) => seconds === 0)).toBe(true);
  expect(wait("a", at)).toBe(1);
  expect(wait("b", at)).toBe(0);
  expect(wait("a", at + 500), "half a request is not one").toBe(1);
  expect(wait("a", at + 1000)).toBe(0);
  expect(wait("a", at + 1000)).toBe(1);
  expect(Array.from({ length: 61 }, () => wait("a", at + 600_000)).filter((seconds) => seconds > 0), "a pause fills it, and no further").toEqual([1]);
});

test("a slow bucket says how long it takes", () => {
  const wait = bucket(2);
  expect([wait("a", 0), wait("a", 0), wait("a", 0)]).toEqual([0, 0, 30]);
});

test("a page is told in words, our own script in the shape it reads", () => {
  expect(tooFast("/caseload", 1).body).toBe("Too many requests came from here just now. Wait 1 second and try again; nothing you typed is lost.");
  expect(JSON.parse(tooFast("/api/drafts/x", 5).body)).toEqual({ error: { kind: "throttled", message: expect.stringContaining("Wait 5 seconds") } });
});
