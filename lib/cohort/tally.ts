/**
 * Counting rows: the definition, one patient at a time, of every sum in tallies.ts. A database may add up the same sums;
 * it is right when it agrees with this.
 */
import { BASELINE_FROM_DAY, HOURS_24, WEEK_REACH_DAYS, type AssessmentWindow } from "../course/windows";
import { WINDOWS } from "../course/windows-table";
import type { CohortQuestion } from "./definition";
import { flow, type Counted } from "./flow";
import { patientSums } from "./growth/growth-curve";
import { momentsOf, pairedMomentsOf } from "./moments";
import { improvedBy, outcomesFor } from "./outcomes";
import type { CohortRow, Placement } from "./row";
import { mayBeTested, suddenSteps, suddenTallies } from "./sudden";
import type { CohortTallies, CompletenessTally, DayTally, DoseTally, OutcomeTally, WindowTally } from "./tallies";

/** What becomes of a window for one counted patient. */
export type WindowFate = keyof CompletenessTally;

/**
 * The first and last day from t0 on which a window may be filled. 24 h is 18 to 36 hours, which day 1 begins and day 2
 * ends at the latest. Example: week 1 is days 4 to 10; the baseline ends on day 0.
 */
export function windowDays(window: AssessmentWindow): readonly [first: number, last: number] {
  if (window === "baseline") return [BASELINE_FROM_DAY, 0];
  if (window === "24h") return [1, Math.ceil(HOURS_24.to / 24)];
  const week = Number(window.slice("week-".length));
  return [7 * week - WEEK_REACH_DAYS, 7 * week + WEEK_REACH_DAYS];
}

/**
 * Whether a window was filled; if not, whether the course was discontinued before it opened, is not over yet, or stayed
 * empty. Example: week 1 without a score is "open" on day 10 and "missing" on day 11; with the course discontinued on
 * day 3 it is "discontinued".
 */
export function windowFate(row: Pick<CohortRow, "status" | "endDay" | "today">, window: AssessmentWindow, filled: boolean): WindowFate {
  if (filled) return "scored";
  const [first, last] = windowDays(window);
  if (row.status === "discontinued" && row.endDay !== null && row.endDay < first) return "discontinued";
  return row.today <= last ? "open" : "missing";
}

/** The sums over rows. RangeError if a total is not a number. Example: written out in cohort.test.ts, by hand. */
export function tally(question: CohortQuestion, rows: readonly CohortRow[]): CohortTallies {
  const { recall, suddenPoints } = question.definition;
  const { all, leftOut, counted } = flow(question.definition, rows);
  return {
    all,
    leftOut,
    counted: counted.length,
    windows: WINDOWS.map((window) => windowTally(question, counted, window)),
    firstImprovement: dayTallies(question, counted),
    growth: counted.map(({ scores, baseline }) => patientSums(scores.slice(scores.indexOf(baseline)))),
    sudden: mayBeTested(recall) ? suddenTallies(counted.map(({ scores }) => suddenSteps(scores, suddenPoints))) : null,
    doses: doseTallies(counted),
  };
}

function windowTally(question: CohortQuestion, counted: readonly Counted[], window: AssessmentWindow): WindowTally {
  const seen = counted.map((one) => {
    const score = one.scores.find((each) => each.window === window) ?? null;
    return { from: one.baseline.total, score, fate: windowFate(one.row, window, score !== null) };
  });
  const scores = seen.flatMap(({ score }) => (score === null ? [] : [score]));
  const pairs = window === "baseline" ? [] : seen.flatMap(({ from, score }) => (score === null ? [] : [[from, score.total] as const]));
  const fates = (wanted: WindowFate): number => seen.filter(({ fate }) => fate === wanted).length;
  const outcomes = outcomesFor(question).map(({ id, appliesTo, met }): OutcomeTally => {
    const judged = pairs.filter(([from]) => appliesTo(from));
    const missing = seen.filter(({ from, fate }) => (fate === "missing" || fate === "discontinued") && appliesTo(from));
    return { id, met: judged.filter(([from, to]) => met(from, to)).length, observed: judged.length, missing: missing.length };
  });
  const { measure } = question;
  return {
    window,
    scores: momentsOf(scores.map(({ total }) => total)),
    paired: pairedMomentsOf(pairs),
    completeness: { scored: fates("scored"), discontinued: fates("discontinued"), missing: fates("missing"), open: fates("open") },
    outcomes: window === "baseline" ? [] : outcomes,
    clusters: measure.clusters.map(({ id }) => ({ id, points: momentsOf(known(scores, ({ clusters }) => clusters[id])) })),
    items: measure.items.map(({ number }, place) => ({ number, rating: momentsOf(known(scores, ({ ratings }) => ratings[place])) })),
  };
}

/** Zero is an answer: only what is not there is left out. */
function known(scores: readonly Placement[], value: (score: Placement) => number | null | undefined): readonly number[] {
  return scores.map(value).filter((each) => each !== null && each !== undefined);
}

function dayTallies({ definition, rule }: CohortQuestion, counted: readonly Counted[]): readonly DayTally[] | null {
  if (rule === null || !rule.recalls.includes(definition.recall)) return null;
  const days = new Map<number, { events: number; censored: number }>();
  for (const { baseline, scores } of counted) {
    const later = scores.slice(scores.indexOf(baseline) + 1);
    const event = later.find(({ total }) => improvedBy(rule, baseline.total, total));
    const day = (event ?? later.at(-1) ?? baseline).localDay;
    const at = days.get(day) ?? { events: 0, censored: 0 };
    days.set(day, event === undefined ? { ...at, censored: at.censored + 1 } : { ...at, events: at.events + 1 });
  }
  return [...days].map(([day, counts]) => ({ day, ...counts })).sort((a, b) => a.day - b.day);
}

function doseTallies(counted: readonly Counted[]): readonly DoseTally[] {
  const most = Math.max(0, ...counted.map(({ row }) => row.doses.length));
  return Array.from({ length: most }, (_, place) => {
    const doses = counted.flatMap(({ row }) => row.doses[place] ?? []);
    return {
      number: place + 1,
      given: doses.length,
      mg: momentsOf(doses.flatMap(({ givenMg }) => givenMg ?? [])),
      dissociation: momentsOf(doses.flatMap(({ peakDissociation }) => peakDissociation ?? [])),
      events: doses.reduce((sum, { events }) => sum + events, 0),
      serious: doses.reduce((sum, { serious }) => sum + serious, 0),
      withEvent: doses.filter(({ events }) => events > 0).length,
    };
  });
}
