/**
 * The published rules for the PHQ-9. NHS Talking Therapies (formerly IAPT) calls a change of 6 points or more
 * reliable and a total of 10 or more a case, so a reliable fall from 10 or above to 9 or below is recovered. Its
 * own "reliable recovery" asks the same of an anxiety measure too; here each measure is judged by itself. The
 * smallest difference people notice grows with the score it starts from, so it is given in per cent (Kounali
 * 2022: about 20); that is a response and is never called reliable.
 */
import { percentResponse } from "./percent-response";
import type { ReliableChangeRule, Rule } from "./rule";

const onPhq9 = { measure: "phq-9", recalls: ["fortnight"] } as const;

const iapt: ReliableChangeRule = {
  ...onPhq9,
  id: "iapt-phq-9",
  name: "NHS Talking Therapies (IAPT), 6 points",
  short: "NHS Talking Therapies",
  kind: "reliable-change",
  points: 6,
  endState: 9,
  calls: "reliable",
  improvedFrom: null,
  computed: null,
  population: "People in NHS Talking Therapies for anxiety and depression, England",
  source: "NHS Talking Therapies (IAPT) outcome definitions, as spelled out in trial NCT05134103",
  note: "A change of 6 points or more; a case from 10, so end state 9 or below. Judged on the PHQ-9 alone.",
};

export const phq9Rules: readonly Rule[] = [
  iapt,
  percentResponse({
    ...onPhq9,
    id: "kounali-2022-phq-9",
    name: "Kounali 2022, 20 % (smallest difference noticed)",
    short: "Kounali 2022",
    percent: 20,
    population: "UK primary care patients with depression of moderate severity, in a cohort of 400 (21 % (95 % CI 14.9–26.7))",
    source:
      "Kounali D, Button KS, Lewis G, et al. (2022). How much change is enough? Evidence from a longitudinal study on " +
      "depression in UK primary care. Psychological Medicine 52(10):1875–1882, doi 10.1017/S0033291720003700",
    note: "The smallest fall that patients call better, at moderate severity; milder symptoms need a larger share. Cannot be judged from a score of 0.",
  }),
  percentResponse({
    ...onPhq9,
    id: "percent-50-phq-9",
    name: "50 % response",
    short: "50 % response",
    percent: 50,
    population: "A convention of trials, not worked out on a sample",
    source: "A common convention of trials of depression",
    note: "Cannot be judged from a score of 0.",
  }),
];
