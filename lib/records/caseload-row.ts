// One row of the caseload: what the textbook says of one patient's records, in the words the table shows. The sparkline,
// the latest score and its change are the PCL-5's alone; what is due and what calls for attention are every measure's.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { judgementLabel, verdictTone } from "@/lib/change/verdict-words";
import { calendarDay, localDay } from "@/lib/course/calendar";
import { courseWords, type Course } from "@/lib/course/course";
import { dayOfCourse } from "@/lib/course/day-of-course";
import { due, type Due } from "@/lib/course/due";
import { dueName } from "@/lib/course/due-words";
import { planFor } from "@/lib/course/measure-plan";
import { timeZero } from "@/lib/course/time-zero";
import { byTime } from "@/lib/course/windows";
import { dayInWords, weekdayInWords } from "@/lib/dates";
import { findMeasure } from "@/lib/measures/measures";
import { CUT_FROM } from "@/lib/measures/pcl-5/provisional";
import { phq9 } from "@/lib/measures/phq-9/definition";
import type { CaseloadRow } from "@/lib/schemas/caseload";
import { attentionOf } from "./caseload-attention";
import type { PatientRecords } from "./caseload-records";
import { latestOf, type Latest } from "./caseload-latest";
import { fullName } from "./patients";

export function judged(records: PatientRecords, { timeZone, settings }: Viewer["organisation"], now: Date): CaseloadRow {
  const { course, sessions } = records;
  const zone = course?.timeZone ?? timeZone;
  const today = calendarDay(now, zone);
  const t0 = timeZero(sessions)?.at ?? null;
  const scores = records.scores.toSorted(byTime);
  const latest = latestOf(records, t0, zone, settings);
  const mood = scores.findLast(({ measure }) => measure === phq9.id);
  const plan = planFor(course?.measurePlan ?? null, settings);
  const expected = course && due({ course, sessions, scored: scores, plan, today, now });
  const dated = (score: { total: number; at: Date }) => ({ total: score.total, date: dateWords(calendarDay(score.at, zone), today) });
  const standing = course && standingWords(course, t0, today, now);
  return {
    id: records.id,
    name: fullName(records),
    recordNumber: records.recordNumber,
    course: course && courseWords(course),
    standing,
    ...(course && standing === null ? dayOfCourse(course, t0, today) : { day: null, of: null }),
    latest: latest && { ...dated(latest.score), recall: latest.score.recall },
    beside: mood === undefined ? null : { short: phq9.short, ...dated(mood) },
    change: latest && changeOf(latest),
    spark: (latest?.line ?? []).map(({ at, total }, _, line) => [localDay(at, line[0]?.at ?? at, zone), total]),
    cut: CUT_FROM,
    next: nextOf(expected, today),
    dueToday: expected?.dueToday ?? false,
    overdue: expected?.overdue ? { what: dueName(expected.overdue), days: expected.overdue.days } : null,
    attention: attentionOf({ records, expected, settings, today, zone }),
    drafts: records.drafts.map(({ measure, answered, of }) => `${findMeasure(measure)?.short ?? measure}: ${answered} of ${of}, continue`),
  };
}

function changeOf({ change }: Latest): CaseloadRow["change"] {
  if (change === null) return null;
  const { since, judgement, rule } = change;
  const tone = verdictTone[judgement.verdict];
  return { points: judgement.change, since, verdict: judgement.verdict, words: judgementLabel(judgement, rule), tone: tone === "neutral" ? "plain" : tone };
}

/** Where a course stands that is not under way. */
function standingWords({ startDate, endedAt, timeZone }: Course, t0: Date | null, today: string, now: Date): string | null {
  if (endedAt != null && endedAt <= now) return `Ended ${dateWords(calendarDay(endedAt, timeZone), today)}`;
  if (t0 !== null) return null;
  return startDate >= today ? `Starts ${startDate === today ? "today" : weekdayInWords(startDate)}` : "Never started";
}

function nextOf(expected: Due | null, today: string): CaseloadRow["next"] {
  if (!expected?.next) return null;
  const { dueDay } = expected.next;
  return { what: dueName(expected.next), when: dueDay === today ? "today" : weekdayInWords(dueDay) };
}

/** "20 Nov", with its year only where it is another one. */
function dateWords(day: string, today: string): string {
  const words = dayInWords(day);
  return day.slice(0, 4) === today.slice(0, 4) ? words.slice(0, -5) : words;
}
