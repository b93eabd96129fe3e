/**
 * The published rules for the GAD-7. NHS Talking Therapies (formerly IAPT) calls a change of 4 points or more
 * reliable and a total of 8 or more a case, so a reliable fall from 8 or above to 7 or below is recovered. As for
 * the PHQ-9, the smallest difference people notice is given in per cent: Kounali 2022 found 26.8 at moderate
 * severity and advises 20.
 */
import { percentResponse } from "./percent-response";
import type { ReliableChangeRule, Rule } from "./rule";

const onGad7 = { measure: "gad-7", recalls: ["fortnight"] } as const;

const iapt: ReliableChangeRule = {
  ...onGad7,
  id: "iapt-gad-7",
  name: "NHS Talking Therapies (IAPT), 4 points",
  short: "NHS Talking Therapies",
  kind: "reliable-change",
  points: 4,
  endState: 7,
  calls: "reliable",
  improvedFrom: null,
  computed: null,
  population: "People in NHS Talking Therapies for anxiety and depression, England",
  source: "NHS Talking Therapies (IAPT) outcome definitions, as spelled out in trial NCT05134103",
  note: "A change of 4 points or more; a case from 8, so end state 7 or below. Judged on the GAD-7 alone.",
};

export const gad7Rules: readonly Rule[] = [
  iapt,
  percentResponse({
    ...onGad7,
    id: "kounali-2022-gad-7",
    name: "Kounali 2022, 20 % (smallest difference noticed)",
    short: "Kounali 2022",
    percent: 20,
    population: "UK primary care patients with depression of moderate severity, in a cohort of 400 (26.8 % (95 % CI 20.1–33.5))",
    source:
      "Kounali D, Button KS, Lewis G, et al. (2022). How much change is enough? Evidence from a longitudinal study on " +
      "depression in UK primary care. Psychological Medicine 52(10):1875–1882, doi 10.1017/S0033291720003700",
    note: "The smallest fall that patients call better, at moderate severity; milder symptoms need a larger share. Cannot be judged from a score of 0.",
  }),
  percentResponse({
    ...onGad7,
    id: "percent-50-gad-7",
    name: "50 % response",
    short: "50 % response",
    percent: 50,
    population: "A convention of trials, not worked out on a sample",
    source: "A common convention of trials of anxiety",
    note: "Cannot be judged from a score of 0.",
  }),
];
