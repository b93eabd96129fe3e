/**
 * The first sentences of every trajectory: where the latest total stands against its reference and what the
 * rule says, and how much of that was already there a day after the first dose. "Came within 23 hours of the
 * first dose" states an order in time and nothing else.
 */
import { recallWords } from "../measures/recall";
import type { Rule } from "./rule";
import type { Point, Series } from "./series";
import { counted, plain } from "./signed";
import type { Trajectory } from "./trajectory";
import { verdictSentence } from "./verdict-words";
import { adjective, capital, spaced, when } from "./wording";

/**
 * The latest total against its series' reference, with the rule's verdict. From a baseline of 0 there is no
 * percentage. Example: "Total fell 33 points (53 %) from baseline (62 on day 0) to 29 on day 22, past week.
 * Reliable improvement by Marx 2022 (15 points or more)."
 */
export function changeSentence(series: Series, point: Point, rule: Rule | null, zone: string): string {
  const { kind, point: base } = series.reference;
  const recall = recallWords[series.recall];
  const form = adjective(series.recall);
  const score = spaced(form, "score");
  const here = `${point.total} ${when(point, zone)}`;
  if (point.change === null) {
    const name = { baseline: "the baseline", chosen: "the chosen baseline", first: `the first ${score}` }[kind];
    return `${capital(spaced(form, "total"))} ${here} is ${name}; no later ${score} yet.`;
  }
  const names = { baseline: "from baseline", chosen: "from the chosen baseline", first: `since the first ${score}` };
  const looking = form === "" ? "" : `, ${recall}`;
  const since = `${names[kind]} (${base.total} ${when(base, zone)})`;
  const way = point.change < 0 ? "fell" : "rose";
  const moved =
    point.change === 0
      ? `Total unchanged ${since}: ${here}${looking}.`
      : `Total ${way} ${amount(point.change, base.total)} ${since} to ${here}${looking}.`;
  if (rule === null) return moved;
  const verdict =
    point.judgement === null
      ? `${rule.short} does not cover the ${recall} form.`
      : verdictSentence(point.judgement, rule);
  return `${moved} ${verdict}`;
}

/**
 * What had already happened at the 24 h assessment, if there is a later score and both count from the
 * baseline; else null. Example: "12 of those points came within 23 hours of the first dose."
 */
export function earlySentence(
  startedBy: Trajectory["startedBy"],
  { reference, points }: Series,
  point: Point,
): string | null {
  const at24 = points.find(({ window }) => window === "24h");
  if (reference.kind !== "baseline" || at24 === undefined || at24 === point) return null;
  if (at24.change === null || at24.hours === null) return null;
  const start = startedBy === "dose" ? "the first dose" : "the first session";
  const hours = counted(Math.ceil(at24.hours), "hour");
  const whole = point.change ?? 0;
  if (at24.change < 0 && at24.change >= whole) {
    const part = at24.change === whole ? "All" : plain(-at24.change);
    return `${part} of those points came within ${hours} of ${start}.`;
  }
  const side = at24.change < 0 ? "below" : "above";
  const gap = at24.change === 0 ? "equal to" : `${counted(Math.abs(at24.change), "point")} ${side}`;
  return `Within ${hours} of ${start} the total was ${at24.total}, ${gap} baseline.`;
}

function amount(change: number, from: number): string {
  const size = Math.abs(change);
  const points = counted(size, "point");
  return from === 0 ? points : `${points} (${plain((size / from) * 100)} %)`;
}
