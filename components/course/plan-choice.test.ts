import { expect, test } from "vitest";
import { startingPlans, type MeasurePlan, type NamedPlan } from "@/lib/course/measure-plan";
import { planChoice, planOptions } from "./plan-choice";

const [alone] = startingPlans as [NamedPlan, ...NamedPlan[]];

test("a course without a plan follows the standard one; a copy of a clinic's plan is that plan; anything else is its own", () => {
  expect(planChoice(null, startingPlans)).toBe("standard");
  expect(planChoice(structuredClone(alone.plan) as MeasurePlan, startingPlans)).toBe("pcl-5");
  expect(planChoice({ ...alone.plan, week: [] }, startingPlans)).toBe("own");
});

test("the order of entry is part of a plan", () => {
  const plan = { ...alone.plan, week: ["pcl-5", "phq-9"] };
  const plans = [{ id: "two", name: "Two", plan }];
  expect(planChoice({ ...plan, week: ["phq-9", "pcl-5"] }, plans)).toBe("own");
});

test("a changed plan is offered only where there is one", () => {
  expect(planOptions(startingPlans, alone, "standard").map(({ value }) => value)).toEqual(["standard", "pcl-5", "pcl-5-mood", "full"]);
  expect(planOptions([], alone, "own").map(({ label }) => label)).toEqual(["The clinic's standard plan (PCL-5 alone)", "Changed for this course"]);
});
