/**
 * A dose record as a whole: its amount (amount.ts), its times (times.ts), and what stands around it: the course, the
 * people, the vial. It gathers what has to be mended and what asks for a reason, so that the page and the server say
 * the same. It computes no dose and forbids none that medicine allows: what is unusual is a clinician's to decide,
 * with a reason. That a second person checks, and that one patient has one dose at a time, are the house's rules.
 */
import { isValidCombination } from "../course";
import { amountProblems, type Amount, type AmountLimits, type AmountProblemId } from "./amount";
import { BEFORE_START_MINUTES, minuteOf } from "./observation";
import type { Problem } from "./problem";
import { timeProblems, type DosingTimes, type TimeProblemId } from "./times";

export type DoseProblemId =
  | AmountProblemId | TimeProblemId
  | "combination" | "course-ended" | "another-active" | "unconfirmed" | "prepared" | "checked" | "same-person" | "expired" | "not-started" | "no-reading-before";

export interface Dose extends Amount, DosingTimes {
  /** When the amount to give was confirmed; null while it is only computed. */
  readonly confirmedAt: Date | null;
  readonly preparedBy: string;
  /** The second person. */
  readonly checkedBy: string;
  /** Calendar day, or null where it was not noted. */
  readonly expiry: string | null;
  /** Calendar day on the clinic's clock. */
  readonly today: string;
  readonly courseEndedAt: Date | null;
  /** What the patient's other dose is called that has begun and has no leaving; null without one. */
  readonly otherActive: string | null;
  /** The record said before that the dose had started. */
  readonly hadStarted: boolean;
}

/**
 * Everything about a dose that should not pass in silence; empty when nothing does. Example: started without a name
 * beside "checked by", it asks for a reason to go on without a second person; on a course that ended yesterday it is
 * refused.
 */
export function doseProblems(dose: Dose, limits: AmountLimits): readonly Problem<DoseProblemId>[] {
  return [...aroundIt(dose), ...amountProblems(dose, limits), ...timeProblems(dose), ...toStart(dose)];
}

function aroundIt({ medicine, route, courseEndedAt, startedAt, now, preparedBy, checkedBy, hadStarted }: Dose): readonly Problem<DoseProblemId>[] {
  const found: Problem<DoseProblemId>[] = [];
  if (medicine === "none" || !isValidCombination(medicine, route)) {
    found.push({ id: "combination", words: "This medicine is not given by this route.", overridable: false });
  }
  if (courseEndedAt !== null && (startedAt ?? now) > courseEndedAt) {
    found.push({ id: "course-ended", words: "The course has ended: no dose belongs to it any more.", overridable: false });
  }
  if (sameName(preparedBy, checkedBy)) found.push({ id: "same-person", words: "The second person must be another than who prepared the dose.", overridable: false });
  if (hadStarted && startedAt === null) found.push({ id: "not-started", words: "The dose was recorded as started.", overridable: true });
  return found;
}

/** What is asked once a dose begins, and not while it is being prepared. */
function toStart({ startedAt, confirmedAt, preparedBy, checkedBy, expiry, today, otherActive, readings = [] }: Dose): readonly Problem<DoseProblemId>[] {
  if (startedAt === null) return [];
  const found: Problem<DoseProblemId>[] = [];
  if (confirmedAt === null) found.push({ id: "unconfirmed", words: "Confirm the amount to give before the start.", overridable: false });
  if (blank(preparedBy)) found.push({ id: "prepared", words: "Enter who prepared the dose.", overridable: false });
  if (blank(checkedBy)) found.push({ id: "checked", words: "No second person has checked the dose.", overridable: true });
  if (expiry !== null && expiry < today) found.push({ id: "expired", words: "The medicine is past its expiry date.", overridable: true });
  if (!readings.some(({ at }) => at <= startedAt && minuteOf(at, startedAt) >= -BEFORE_START_MINUTES)) found.push({ id: "no-reading-before", words: "No reading was taken in the hour before the start: there is nothing to come back to.", overridable: true });
  if (otherActive !== null) found.push({ id: "another-active", words: `${otherActive} of this patient has begun and has no leaving yet.`, overridable: true });
  return found;
}

function blank(name: string): boolean {
  return name.trim() === "";
}

function sameName(one: string, other: string): boolean {
  return !blank(one) && one.trim().toLowerCase() === other.trim().toLowerCase();
}
