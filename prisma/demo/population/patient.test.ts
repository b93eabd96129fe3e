import { expect, test } from "vitest";
import { addDays } from "@/lib/course/calendar";
import { clinicClock } from "../clinic-clock";
import { patientRows } from "../patient-rows";
import { drawnStory } from "./patient";
import { shares, totals, wayFor, type Way } from "./way";

const day = "2026-11-25"; // a Wednesday
const clock = clinicClock(new Date(`${day}T05:00:00Z`), "America/New_York");
const place = { organisationId: "o", teamId: "t", clinicianId: "c" };
const stories = Array.from({ length: 300 }, (_, number) => drawnStory(7, number, 3));
const rows = stories.map((story) => patientRows(story, clock, place));

test("a seed and a number make one patient, another seed another", () => {
  expect(drawnStory(7, 12, 3)).toEqual(stories[12]);
  expect(drawnStory(8, 12, 3).patient).not.toEqual(stories[12]!.patient);
  expect(new Set(stories.map(({ patient }) => patient.record)).size).toBe(300);
});

test("about ten forms for each patient, and every sort of course is there", () => {
  const forms = rows.reduce((sum, { assessments }) => sum + assessments.length, 0) / rows.length;
  expect(forms).toBeGreaterThan(8);
  expect(forms).toBeLessThan(12);
  const courses = rows.flatMap((each) => each.courses);
  expect(new Set(courses.map(({ therapy }) => therapy))).toEqual(new Set(["pe", "cpt", "other"]));
  expect(new Set(courses.map(({ medicine, route }) => `${medicine} ${route}`))).toEqual(
    new Set(["none none", "ketamine intravenous", "ketamine intranasal", "esketamine intranasal"]),
  );
  expect(courses.some(({ endReason }) => endReason === "discontinued")).toBe(true);
  expect(courses.some(({ endedAt }) => endedAt === undefined)).toBe(true);
  expect(rows.some((each) => each.courses.length === 2)).toBe(true);
  expect(rows.some((each) => each.courses.length === 0)).toBe(true);
});

test("courses begin on Mondays to Thursdays, and nothing lies after the day the data end with but what is planned", () => {
  for (const each of rows) {
    for (const { startDate } of each.courses) expect([1, 2, 3, 4]).toContain(new Date(startDate).getUTCDay());
    for (const { answeredAt, createdAt } of each.assessments) expect([+new Date(answeredAt) < +clock.now, +new Date(createdAt!) <= +clock.now]).toEqual([true, true]);
    for (const { at, status } of each.sessions) expect(+new Date(at) > +clock.now).toBe(status === "planned");
  }
});

test("the month form is given at intake and the week form from then on", () => {
  for (const { courses, assessments } of rows) {
    for (const { id, startDate } of courses) {
      const start = new Date(startDate).toISOString().slice(0, 10);
      const own = assessments.filter(({ courseId, measure }) => courseId === id && measure === "pcl-5");
      const dayOf = (at: Date | string) => new Date(at).toISOString().slice(0, 10);
      expect(own.filter(({ recall }) => recall === "month").map(({ answeredAt }) => dayOf(answeredAt))).toEqual(own.length > 0 ? [addDays(start, -7)] : []);
      expect(own.filter(({ recall }) => recall !== "month").map(({ recall, answeredAt }) => [recall, dayOf(answeredAt) >= start])).toEqual(own.slice(1).map(() => ["week", true]));
    }
  }
});

test("each way goes where its name says", () => {
  const end = (way: Way) => {
    const ends = Array.from({ length: 50 }, (_, run) => {
      const at = totals({ way, first: 50, dosed: false, next: lcg(run + 1) });
      return [0, 7, 14, 21, 28, 35, 42, 49, 56].map(at);
    });
    return [4, 8].map((index) => ends.reduce((sum, all) => sum + all[index]!, 0) / ends.length);
  };
  expect(end("early")[1]).toBeLessThan(27);
  expect(end("worse")[1]).toBeGreaterThan(54);
  expect(Math.abs(end("flat")[1]! - 50)).toBeLessThan(5);
  const [fourth, eighth] = end("late");
  expect(fourth).toBeGreaterThan(43);
  expect(eighth).toBeLessThan(33);
});

test("ways come by their shares, which are all of them", () => {
  expect(Object.values(shares).reduce((sum, share) => sum + share, 0)).toBe(100);
  const drawn = Array.from({ length: 100 }, (_, per) => wayFor((per + 0.5) / 100));
  for (const [way, share] of Object.entries(shares)) expect(drawn.filter((each) => each === way)).toHaveLength(share);
});

/** Chance that is good enough here: the minimal standard generator (Park & Miller 1988). */
function lcg(state: number): () => number {
  return () => (state = (state * 16807) % 2147483647) / 2147483647;
}
