/**
 * Time zero: the instant from which a course is counted. It is the earliest dose that was given; without any
 * given dose it is the first therapy session that was held; before either it does not exist yet. "Without any
 * dose" means without a dose marked done: planned, missed and cancelled doses do not count, because nothing
 * happened then. So a course that begins with therapy and adds a first dose later is counted from that dose
 * once it is done, and its days are renumbered; the definition prefers the dose since the question is what
 * follows it.
 */
import type { CourseSession } from "./course";

export interface TimeZero {
  readonly at: Date;
  /** Which session set it. */
  readonly kind: "dose" | "therapy";
  readonly sessionId: string;
}

/**
 * Time zero of a course, or null if nothing has been done. Row order does not matter. Example: therapy done
 * on 1 November and doses done on 3 and 10 November give 3 November; with both doses only planned, 1
 * November.
 */
export function timeZero(sessions: readonly CourseSession[]): TimeZero | null {
  return earliestDone(sessions, "dose") ?? earliestDone(sessions, "therapy");
}

function earliestDone(sessions: readonly CourseSession[], kind: "dose" | "therapy"): TimeZero | null {
  let first: CourseSession | null = null;
  for (const session of sessions) {
    if (session.kind !== kind || session.status !== "done") continue;
    if (first === null || session.at < first.at || (+session.at === +first.at && session.id < first.id)) {
      first = session;
    }
  }
  return first === null ? null : { at: first.at, kind, sessionId: first.id };
}
