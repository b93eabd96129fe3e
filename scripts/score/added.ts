// The columns the command adds to a row, in their order, and how a recorded form fills them. What does not apply stays
// blank: a total that no rule allows, a cut or a provisional reading without a total.
import { cutsOf } from "../../lib/measures/cuts";
import { bandOf, type Measure } from "../../lib/measures/measure";
import type { Recorded } from "../../lib/measures/recorded";
import { clusterSubtotals, type Score } from "../../lib/measures/score";
import { columnOf } from "../../lib/exchange/column";

/** Example: for the PCL-5 state, total, B to E, endorsed_B to endorsed_E, provisional, at_31, at_33, missing, error. */
export function addedColumns(measure: Measure): readonly string[] {
  const clusters = measure.clusters.map(({ id }) => id);
  return [
    "state",
    "total",
    ...clusters,
    ...(measure.endorsedFrom === null ? [] : clusters.map((id) => `endorsed_${id}`)),
    ...(measure.provisional === null ? [] : ["provisional"]),
    ...(measure.bands === null ? [] : ["band"]),
    ...cutsOf(measure).map((cut) => `at_${cut}`),
    "missing",
    "error",
  ];
}

/** The cells of those columns for a form, as text. `missing` are the numbers of the items without an answer. */
export function addedCells(measure: Measure, recorded: Recorded, missing: readonly number[]): readonly string[] {
  if (recorded.state === "invalid") return invalidCells(measure, recorded.problems.map(problemWords).join("; "));
  const names = missing.map((number) => (number === 0 ? columnOf(0) : String(number))).join(";");
  if (recorded.state === "scored") return [...scoredCells(measure, recorded.score, missing.length === 0), names, ""];
  const subtotals = clusterSubtotals(measure, recorded.responses).map(({ total }) => (total === null ? "" : String(total)));
  const width = addedColumns(measure).length;
  const left = ["incomplete", "", ...subtotals];
  return [...left, ...blanks(width - left.length - 2), names, ""];
}

/** The cells of a row that cannot be scored at all. */
export function invalidCells(measure: Measure, error: string): readonly string[] {
  return ["invalid", ...blanks(addedColumns(measure).length - 2), error];
}

/** The cells up to `missing` of a form with a total; a form completed by a published rule stays incomplete. */
export function scoredCells(measure: Measure, score: Score, isComplete: boolean): readonly string[] {
  return [
    isComplete ? "complete" : "incomplete",
    String(score.total),
    ...score.clusters.map(({ total }) => String(total)),
    ...(measure.endorsedFrom === null ? [] : score.clusters.map(({ endorsed }) => String(endorsed))),
    ...(measure.provisional === null ? [] : [String(measure.provisional(score).met)]),
    ...cellsOfTotal(measure, score.total),
  ];
}

/** The cells that follow from the total alone: its band and its cuts. */
export function cellsOfTotal(measure: Measure, total: number): readonly string[] {
  const band = bandOf(measure, total);
  return [...(band === null ? [] : [band.label]), ...cutsOf(measure).map((cut) => String(total >= cut))];
}

function problemWords({ item, reason }: { readonly item: number; readonly reason: string }): string {
  return `${item === 0 ? columnOf(0) : `item ${item}`}: ${reason}`;
}

function blanks(length: number): string[] {
  return Array.from({ length }, () => "");
}
