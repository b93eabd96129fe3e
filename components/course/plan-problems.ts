import type { SummaryError } from "@/components/ui/error-summary";
import type { SessionPlan } from "./plan-sessions";

// With a therapy session after each dose this is as many as one request may hold.
export const mostTimes = 60;

/** What keeps a plan from being sent, each with the id of its field. */
export function problemsOf(plan: SessionPlan): SummaryError[] {
  const errors: SummaryError[] = [];
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(plan.at)) {
    errors.push({ id: "add-at", message: "Enter a date and a time" });
  }
  const countable = Number.isInteger(plan.times) && plan.times >= 1 && plan.times <= mostTimes;
  if (plan.repeat !== "once" && !countable) {
    errors.push({ id: "add-times", message: `Enter how many, from 1 to ${mostTimes}` });
  }
  if (plan.kind === "dose" && plan.therapyAfter === "") {
    errors.push({ id: "add-therapyAfter", message: "Enter the time of the therapy sessions" });
  }
  return errors;
}
