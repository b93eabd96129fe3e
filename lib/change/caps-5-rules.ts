/**
 * The published rules for the CAPS-5. Marx 2022, the same paper as for the PCL-5, found 13 points in one trial and
 * 12 in another, with a total of 8 or below as the end state in both. Feder 2021, a trial of repeated ketamine,
 * called a fall of 30 % or more a response. The abstracts do not say which recall window was used: the rules are
 * offered for month and week, each within its own.
 */
import { percentResponse } from "./percent-response";
import type { ReliableChangeRule, Rule } from "./rule";

const onCaps5 = { measure: "caps-5", recalls: ["month", "week"] } as const;

function marx2022(points: 13 | 12, sample: string): ReliableChangeRule {
  return {
    ...onCaps5,
    id: `marx-2022-caps-5-${points}`,
    name: `Marx 2022, ${points} points`,
    short: "Marx 2022",
    kind: "reliable-change",
    points,
    endState: 8,
    calls: "reliable",
    improvedFrom: null,
    computed: null,
    population: `Male US veterans in a randomised trial of PTSD treatment (${sample})`,
    source:
      "Marx BP, Lee DJ, Norman SB, Bovin MJ, Sloan DM, Weathers FW, Keane TM, Schnurr PP (2022). Reliable and " +
      "clinically significant change in the Clinician-Administered PTSD Scale for DSM-5 and PTSD Checklist for " +
      "DSM-5 among male veterans. Psychological Assessment 34(2):197–203",
    note: `A change of ${points} points or more; end state 8 or below, the same in both samples.`,
  };
}

export const caps5Rules: readonly Rule[] = [
  marx2022(13, "Sample 1, n = 198"),
  marx2022(12, "Sample 2, n = 102"),
  percentResponse({
    ...onCaps5,
    id: "feder-2021-caps-5",
    name: "Feder 2021, 30 % response",
    short: "Feder 2021",
    percent: 30,
    population: "People with chronic PTSD in a trial of six infusions of ketamine or midazolam (N = 30)",
    source: "Feder A et al. (2021). American Journal of Psychiatry, doi 10.1176/appi.ajp.2020.20050596",
    note: "Cannot be judged from a score of 0.",
  }),
];
