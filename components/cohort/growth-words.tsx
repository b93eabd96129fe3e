import type { ShownCohort } from "./shown";
import { between, change, count, number } from "./figure-words";

const why = {
  "few-patients": "fewer than two patients have a score",
  "few-scores": "there are too few scores for the number of patients",
  "one-day": "no patient has scores on two different days",
  "no-spread": "the scores do not vary",
  "not-converged": "the estimate did not settle",
} as const;

/** What the growth curve says: a straight line for each patient, about one for the group. */
export function GrowthWords({ growth }: Pick<ShownCohort, "growth">) {
  if (growth.state === "withheld") return <p>The growth curve is withheld.</p>;
  if (growth.state === "not-estimable") return <p>The growth curve cannot be estimated: {why[growth.why]}. The means by window stand.</p>;
  const { patients, scores, intercept, slope, sd, correlation, singular } = growth;
  return (
    <p>
      {number(intercept.estimate)} points at t0 (SE {number(intercept.se, 2)}; {between(intercept.interval)}) and {change(slope.estimate, 2)} points a week (SE {number(slope.se, 2)}; {between(slope.interval, 2)}), from{" "}
      {count(scores)} scores of {count(patients)} patients. Between patients: SD {number(sd.intercept)} of the start, {number(sd.slope, 2)} of the slope
      {correlation === null ? "" : `, correlation ${number(correlation, 2)}`}; within: {number(sd.residual)}. Linear mixed model, random intercept and slope, REML.
      {singular && " The spread between patients is on the edge of what can be estimated; the line stands, its parts do not."}
    </p>
  );
}
