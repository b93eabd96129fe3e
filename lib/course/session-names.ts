/**
 * What each session of a course is called: "Dose 2", "PE session 3". Doses and therapy sessions that were done
 * or are planned are counted in order of time, one count for each kind; a missed or cancelled one has no
 * number, so that marking one missed does not leave a hole. Not a protocol session number: that is the
 * therapist's to enter.
 */
import { therapyWords, type Course, type CourseSession } from "./course";

/**
 * Names by session id. Example: of doses on 1 and 8 November, the first missed, the names are "Dose (missed)"
 * and "Dose 1".
 */
export function sessionNames(
  course: Pick<Course, "therapy" | "therapyName">,
  sessions: readonly CourseSession[],
): ReadonlyMap<string, string> {
  const counted = { dose: 0, therapy: 0, assessment: 0 };
  const word = { dose: "Dose", therapy: `${therapyWords(course) ?? "Therapy"} session`, assessment: "Assessment visit" };
  const names = new Map<string, string>();
  for (const { id, kind, status } of sessions.toSorted((a, b) => +a.at - +b.at)) {
    if (status === "missed" || status === "cancelled") names.set(id, `${word[kind]} (${status})`);
    else names.set(id, kind === "assessment" ? word[kind] : `${word[kind]} ${(counted[kind] += 1)}`);
  }
  return names;
}
