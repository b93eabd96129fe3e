// A row of a file of forms. Where items are given the textbook scores them, and a total beside them must be the same; a total
// alone is taken only for a measure of which a total is what is entered. What is incomplete stays incomplete.
import { findMeasure } from "../measures/measures";
import type { Measure } from "../measures/measure";
import type { Recall } from "../measures/recall";
import { readRecorded } from "../measures/recorded";
import { modes, recalls } from "../schemas/assessment";
import { optionsOf } from "../measures/measure";
import { columnOf } from "./column";
import { itemColumns } from "./formats";
import { Refused, type Row } from "./cell";
import type { When } from "./patient";
import { answerOf } from "./rating";

export interface AssessmentIn {
  recordNumber: string;
  courseStart: string | null;
  sessionAt: Date | null;
  measure: string;
  recall: Recall;
  answeredAt: Date;
  mode: (typeof modes)[number];
  ratings: readonly (number | null)[];
  /** Null where no rule gives one: the form is incomplete. */
  total: number | null;
  incomplete: boolean;
  /** What was done about an answer that called for a person. */
  safetyDone: string | null;
}

export function readAssessment(row: Row, { zone, now }: When, offered: readonly string[]): AssessmentIn {
  const recordNumber = row.needed("record_number", row.text("record_number", 40));
  const name = row.needed("measure", row.text("measure", 40));
  const measure = findMeasure(name);
  if (measure === null) throw new Refused(`measure: "${name}" is not known here`);
  if (!offered.includes(measure.id)) throw new Refused(`measure: the ${measure.short} is not recorded in this clinic; an administrator can switch it on`);
  const recall = row.needed("recall", row.choice("recall", recalls));
  if (!measure.recalls.includes(recall) || !measure.administration(recall).offered) throw new Refused(`recall: the ${measure.short} has no form for "${recall}" here`);
  const answeredAt = row.needed("answered_at", row.instant("answered_at", zone));
  if (+answeredAt > +now + 60_000) throw new Refused("answered_at: in the future");
  return {
    recordNumber, recall, answeredAt,
    measure: measure.id,
    courseStart: row.day("course_start"),
    sessionAt: row.instant("session_at", zone),
    mode: row.choice("mode", modes) ?? "paper",
    ...answers(measure, row, strays(measure, row)),
    safetyDone: row.text("safety_done", 2000),
  };
}

function answers(measure: Measure, row: Row, stray: string | undefined): Pick<AssessmentIn, "ratings" | "total" | "incomplete"> {
  if (stray !== undefined) throw new Refused(`${stray}: the ${measure.short} has no such item`);
  const given = row.number("total", { from: 0, to: 1000, whole: true });
  const ratings = measure.items.map((item) => {
    const cell = row.raw(columnOf(item.number));
    const { value, refused } = answerOf(measure, item, cell);
    if (refused !== null) throw new Refused(`${columnOf(item.number)}: ${refused}`);
    return value;
  });
  if (measure.entry === "items" && ratings.every((rating) => rating === null)) {
    throw new Refused(given === null ? "item1: no item is answered" : `total: the total of the ${measure.short} is worked out from its items, which are blank`);
  }
  const recorded = readRecorded(measure, measure.entry === "items" ? { ratings, total: null } : { ratings: [], total: given });
  if (recorded.state === "invalid") {
    throw new Refused(recorded.problems.map(({ item, reason }) => `${measure.entry === "items" ? columnOf(item) : "total"}: ${reason}`).join("; "));
  }
  const total = recorded.state === "scored" ? recorded.score.total : null;
  if (measure.entry === "items" && given !== null && given !== total) {
    throw new Refused(total === null ? `total: ${given} is given for a form that is incomplete` : `total: ${given} is given, the items make ${total}`);
  }
  const incomplete = recorded.state === "incomplete" || (measure.entry === "items" && recorded.score.missing > 0);
  return { ratings: measure.entry === "items" ? (ratings as (number | null)[]) : [], total, incomplete };
}

/** The first column with an answer to an item that the measure does not have. */
function strays(measure: Measure, row: Row): string | undefined {
  const own = measure.items.map(({ number }) => columnOf(number));
  return itemColumns.find((column) => !own.includes(column) && row.raw(column) !== "");
}

/** The cells of a form's answers as they go out: NA where an item does not apply. */
export function answerCells(measure: Measure, ratings: readonly (number | null)[]): Record<string, string> {
  return Object.fromEntries(
    measure.items.map((item, place) => {
      const rating = ratings[place] ?? null;
      const uncounted = optionsOf(measure, item).some((option) => option.value === rating && option.uncounted === true);
      return [columnOf(item.number), rating === null ? "" : uncounted ? "NA" : String(rating)];
    }),
  );
}
