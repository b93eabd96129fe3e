import { expect, test } from "vitest";
import type { CourseFields } from "@/lib/schemas/course";
import { courseFrom, withMedicine } from "./course-answers";

const course: CourseFields = {
  therapy: "pe",
  therapyName: "",
  medicine: "ketamine",
  route: "intravenous",
  startDate: "2026-11-02",
  plannedWeeks: 4,
  indexEvent: "Road accident 2019",
};

const form = (fields: Record<string, string>) => {
  const given = new FormData();
  for (const [name, value] of Object.entries(fields)) given.set(name, value);
  return given;
};

test("a medicine with one route brings it, ketamine is asked", () => {
  expect(withMedicine("esketamine").route).toBe("intranasal");
  expect(withMedicine("none").route).toBe("none");
  expect(withMedicine("ketamine").route).toBe("none");
});

test("untouched fields leave the course as it is", () => {
  const given = form({
    therapy: "pe",
    medicine: "ketamine",
    route: "intravenous",
    startDate: "2026-11-02",
    plannedWeeks: "4",
  });
  expect(courseFrom(given, course)).toEqual(course);
  expect(courseFrom(form({}), course)).toEqual(course);
});

test("what was filled in before the script ran is taken, and the route follows the medicine", () => {
  const given = form({
    therapy: "none",
    medicine: "esketamine",
    route: "intravenous",
    startDate: "2026-12-01",
    plannedWeeks: "8",
  });
  expect(courseFrom(given, course)).toEqual({
    therapy: "none",
    therapyName: "",
    medicine: "esketamine",
    route: "intranasal",
    startDate: "2026-12-01",
    plannedWeeks: 8,
    indexEvent: "Road accident 2019",
  });
});
