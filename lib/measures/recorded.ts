/**
 * What a stored administration amounts to: a score, an incomplete form, or something that should never have
 * been stored. A measure answered item by item is scored afresh from its ratings each time, so that a stored
 * total can never disagree with the answers on a page; where only a total or a result is entered, that number
 * is the record. One place decides, for charts, saving, the command line and exports alike.
 */
import type { Measure } from "./measure";
import { completeByRule, readResponses, type IncompleteResponses, type InvalidResponses } from "./responses";
import { enteredScore, hasTotal, score, type Score } from "./score";

export interface Stored {
  /** Empty where only a total is entered. */
  readonly ratings: readonly unknown[];
  readonly total: number | null;
}

export type Recorded =
  | { readonly state: "scored"; readonly score: Score }
  | { readonly state: "incomplete"; readonly responses: IncompleteResponses }
  | InvalidResponses;

/**
 * Reads one stored administration. Never throws. Example: a PHQ-9 of which eight items were answered 1 is
 * scored, with 9 points and one item missing by its published rule; a PCL-5 short of one item is incomplete;
 * a CAPS-5 entered as 41 is scored with 41; entered as 90 it is invalid. A form on which everything was "not
 * applicable" is incomplete with nothing missing: it has no total.
 */
export function readRecorded(measure: Measure, { ratings, total }: Stored): Recorded {
  if (measure.entry !== "items") return readEntered(measure, total);
  const responses = readResponses(measure, ratings);
  if (responses.state === "invalid") return responses;
  const scorable = responses.state === "complete" ? responses : completeByRule(measure, responses);
  if (scorable !== null && hasTotal(measure, scorable)) return { state: "scored", score: score(measure, scorable) };
  const open = { measure: measure.id, ratings: responses.ratings, missing: responses.state === "complete" ? [] : responses.missing };
  return { state: "incomplete", responses: { state: "incomplete", ...open } };
}

function readEntered(measure: Measure, total: number | null): Recorded {
  const invalid = (reason: string): InvalidResponses => ({
    state: "invalid",
    measure: measure.id,
    problems: [{ item: 0, reason }],
  });
  if (total === null) return invalid("no total was entered");
  const { min, max } = measure.range;
  if (!Number.isInteger(total)) return invalid(`${total} is not a whole number`);
  if (total < min || total > max) return invalid(`${total} is outside ${min} to ${max}`);
  return { state: "scored", score: enteredScore(measure, total) };
}
