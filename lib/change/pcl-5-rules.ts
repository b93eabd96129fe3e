/**
 * The published rules for the PCL-5. They differ because their samples and methods differ; a clinic picks one
 * and the page names it. Two studies carry the reliable ones: Marx 2022 found 15 points in one trial and 18
 * in another, with a total of 28 or below as the end state in both; Blanchard 2023 found that 9 to 12 points
 * likely reflect real change in primary care and that 5 or less likely do not. So nothing under 9 points is
 * ever called reliable here, whatever rule is chosen. The abstracts do not say which recall window was used:
 * the rules are offered for month and week, each within its own window, and not for the past-day form, for
 * which no threshold is validated.
 */
import type { EndStateRule, ReliableChangeRule, ResponseRule, Rule } from "./rule";

/** The least change, in points, that any source calls likely real (Blanchard 2023). */
export const LEAST_REAL_POINTS = 9;

const onPcl5 = { measure: "pcl-5", recalls: ["month", "week"] } as const;

const marx =
  "Marx BP, Lee DJ, Norman SB, Bovin MJ, Sloan DM, Weathers FW, Keane TM, Schnurr PP (2022). Reliable and " +
  "clinically significant change in the Clinician-Administered PTSD Scale for DSM-5 and PTSD Checklist for " +
  "DSM-5 among male veterans. Psychological Assessment 34(2):197–203";
const blanchard =
  "Blanchard BE, Johnson M, Campbell SB, et al. (2023). Minimal important difference metrics and " +
  "test–retest reliability of the PTSD Checklist for DSM-5 with a primary care sample. Journal of " +
  "Traumatic Stress 36(6):1102–1114, doi 10.1002/jts.22975";
const resick =
  "Resick PA, Wachen JS, Dondanville KA, et al. (2021). Variable-length cognitive processing therapy for " +
  "posttraumatic stress disorder in active duty military: outcomes and predictors. Behaviour Research and " +
  "Therapy 141:103846";
const ncptsd =
  "National Center for PTSD guidance, as repeated by the PCL-5 calculator of QxMD (calculate.qxmd.com)";
const feder =
  "As in Feder et al. 2021 (CAPS-5 down by 30 % or more), Am J Psychiatry, " +
  "doi 10.1176/appi.ajp.2020.20050596";
const convention = "A common convention of trials; no PCL-5 source found";

function marx2022(points: 15 | 18, sample: string): ReliableChangeRule {
  return {
    ...onPcl5,
    id: `marx-2022-${points}`,
    name: `Marx 2022, ${points} points`,
    short: "Marx 2022",
    kind: "reliable-change",
    points,
    endState: 28,
    calls: "reliable",
    improvedFrom: LEAST_REAL_POINTS,
    computed: null,
    population: `Male US veterans in a randomised trial of PTSD treatment (${sample})`,
    source: marx,
    note: `A change of ${points} points or more; end state 28 or below, the same in both samples.`,
  };
}

function blanchard2023(points: 9 | 12, end: string): ReliableChangeRule {
  return {
    ...onPcl5,
    id: `blanchard-2023-${points}`,
    name: `Blanchard 2023, ${points} points`,
    short: "Blanchard 2023",
    kind: "reliable-change",
    points,
    endState: null,
    calls: "likely real",
    improvedFrom: LEAST_REAL_POINTS,
    computed: null,
    population: "US primary care patients who screened positive for PTSD (N = 971, 70 % women)",
    source: blanchard,
    note: `The ${end} end of the 9 to 12 points that likely reflect real change.`,
  };
}

type Amount = { readonly points: 5 | 10 } | { readonly percent: 30 | 50 };

function response(amount: Amount, source: string, note: string): ResponseRule {
  const points = "points" in amount ? amount.points : null;
  const percent = "percent" in amount ? amount.percent : null;
  const id = percent === null ? `ncptsd-${points}` : `percent-${percent}`;
  const name = percent === null ? `NCPTSD, ${points} points` : `${percent} % response`;
  const short = percent === null ? "NCPTSD" : name;
  const population =
    percent === null
      ? "Not stated; an older text of the same page rests on the PCL for DSM-IV"
      : "A convention of trials, not worked out on a sample";
  const words = { id, name, short, population, source, note };
  return { ...onPcl5, ...words, kind: "response", points, percent, endState: null };
}

const goodEndState: EndStateRule = {
  ...onPcl5,
  id: "resick-2021",
  name: "Resick 2021, end state 19",
  short: "Resick 2021",
  kind: "end-state",
  points: null,
  endState: 19,
  population: "Active-duty US military in variable-length cognitive processing therapy (n = 127)",
  source: resick,
  note: "Says where a score ends and not how far it came.",
};

/** The rule a clinic starts with. */
export const DEFAULT_PCL5_RULE = "marx-2022-15";

export const pcl5Rules: readonly Rule[] = [
  marx2022(15, "Sample 1, n = 198"),
  marx2022(18, "Sample 2, n = 102"),
  blanchard2023(9, "lower"),
  blanchard2023(12, "upper"),
  response({ points: 5 }, ncptsd, "The least fall said to be a response. A threshold, not a test of error."),
  response({ points: 10 }, ncptsd, "The least fall said to be meaningful. A threshold, not a test of error."),
  response({ percent: 30 }, feder, "Cannot be judged from a score of 0."),
  response({ percent: 50 }, convention, "Cannot be judged from a score of 0."),
  goodEndState,
];
