/**
 * The doses of a course that count as given: the dose sessions marked done, whether or not anything was recorded in the
 * room. In order of time, so that the first is the dose that sets time zero (time-zero.ts), and the second is dose 2
 * wherever doses are numbered by what was done.
 */
import type { CourseSession } from "./course";

/**
 * The done doses, first to last; of one instant the lower id first, as for time zero. Example: of doses done on 10 and
 * 3 November and one missed on 6 November, those of 3 and 10 November.
 */
export function doneDoses<S extends CourseSession>(sessions: readonly S[]): S[] {
  return sessions.filter(({ kind, status }) => kind === "dose" && status === "done").toSorted((a, b) => +a.at - +b.at || (a.id < b.id ? -1 : 1));
}
