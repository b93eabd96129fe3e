/**
 * What a score's change is counted from. Within one measure and one recall window that is the score in the
 * baseline window (windows.ts). Where there is none, because the month form was used at intake and the week
 * form came after, or because treatment has not begun, it is the first score of that recall window; it is
 * then called so ("since the first past-week score, day 4"), and such a change never enters a group's
 * figures. A clinician may choose another score of the same recall window, with a reason kept beside it
 * (lib/records); it is then called "chosen baseline", and such a change does not enter a group's figures
 * either. A reference is compared with later scores only: what came before it has no change, and neither has
 * the reference itself.
 */
import { localDay } from "./calendar";
import { assignWindows, byTime, type Timed } from "./windows";

export interface Reference<T extends Timed> {
  readonly kind: "baseline" | "first" | "chosen";
  readonly assessment: T;
  /** Local day from t0, negative before it; null while there is no t0. */
  readonly day: number | null;
}

/**
 * The reference among scored assessments of one measure and one recall window; null if there are none.
 * RangeError if measures or recall windows are mixed. `chosen` is the id of the clinician's choice; one that
 * is not among them counts for nothing. Example: week forms on days −2, 4 and 11 give the
 * baseline of day −2; on days 4 and 11 only, the first score, day 4.
 */
export function reference<T extends Timed>(
  assessments: readonly T[],
  t0: Date | null,
  zone: string,
  chosen?: string,
): Reference<T> | null {
  const inOrder = assessments.toSorted(byTime);
  const first = inOrder[0];
  if (first === undefined) return null;
  if (inOrder.some((one) => one.measure !== first.measure || one.recall !== first.recall)) {
    throw new RangeError("A reference is taken within one measure and one recall window");
  }
  const windows = assignWindows(inOrder, t0, zone);
  const baseline = inOrder.find((one) => windows.get(one.id) === "baseline");
  const wanted = inOrder.find((one) => one.id === chosen && one.id !== baseline?.id);
  const assessment = wanted ?? baseline ?? first;
  return {
    kind: wanted !== undefined ? "chosen" : baseline === undefined ? "first" : "baseline",
    assessment,
    day: t0 === null ? null : localDay(assessment.at, t0, zone),
  };
}

/** Whether a score comes after its reference and so has a change. Example: the reference itself does not. */
export function isAfter(one: Timed, reference: Reference<Timed>): boolean {
  return byTime(one, reference.assessment) > 0;
}
