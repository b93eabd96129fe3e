import { expect, test } from "vitest";
import { currentMeasure, listed, nextMeasure, sittingHref } from "./sitting";

const base = "/patients/1";
const three = ["pcl-5", "phq-9", "gad-7"];

test("nothing, one measure and several have addresses of their own", () => {
  expect(sittingHref(base, [])).toBe("/patients/1/record/choose");
  expect(sittingHref(base, ["phq-9"])).toBe("/patients/1/record?measure=phq-9");
  expect(sittingHref(base, three)).toBe("/patients/1/record?sitting=pcl-5,phq-9,gad-7");
  expect(sittingHref(base, three, { measure: "phq-9", saved: ["a", "b"] })).toBe(
    "/patients/1/record?measure=phq-9&sitting=pcl-5,phq-9,gad-7&saved=a,b",
  );
});

test("after one comes the next that is not recorded; what was passed over does not come back", () => {
  expect(nextMeasure(three, new Set(), "pcl-5")).toBe("phq-9");
  expect(nextMeasure(three, new Set(["phq-9"]), "pcl-5")).toBe("gad-7");
  expect(nextMeasure(three, new Set(["phq-9"]), "gad-7")).toBeNull();
});

test("a sitting goes on at the form left half filled, else at the first open one", () => {
  expect(currentMeasure(three, new Set(), [])).toBe("pcl-5");
  expect(currentMeasure(three, new Set(["pcl-5"]), [])).toBe("phq-9");
  expect(currentMeasure(three, new Set(["pcl-5"]), ["gad-7"])).toBe("gad-7");
  expect(currentMeasure(three, new Set(), ["b-ipf"])).toBe("pcl-5");
  expect(currentMeasure(three, new Set(three), [])).toBe("pcl-5");
  expect(currentMeasure([], new Set(), [])).toBeNull();
});

test("an address may list or repeat", () => {
  expect(listed("pcl-5,phq-9")).toEqual(["pcl-5", "phq-9"]);
  expect(listed(["pcl-5", "phq-9", "pcl-5"])).toEqual(["pcl-5", "phq-9"]);
  expect([listed(undefined), listed("")]).toEqual([[], []]);
});
