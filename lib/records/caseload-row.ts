// One row of the caseload: what the textbook says of one patient's facts, in the words the table shows. The sparkline,
// the latest score and its change are the PCL-5's alone; what is due and what calls for attention are every measure's.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { judge } from "@/lib/change/judge";
import { ruleFor } from "@/lib/change/rules";
import { judgementLabel, verdictTone } from "@/lib/change/verdict-words";
import { isAfter, reference } from "@/lib/course/baseline";
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
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { CUT_FROM } from "@/lib/measures/pcl-5/provisional";
import { phq9 } from "@/lib/measures/phq-9/definition";
import type { CaseloadRow } from "@/lib/schemas/caseload";
import { attentionOf } from "./caseload-attention";
import type { Facts } from "./caseload-facts";
import { fullName } from "./patients";

export interface Judged {
  row: CaseloadRow;
  dueDay: string | null;
}

export function judged(facts: Facts, { timeZone, settings }: Viewer["organisation"], now: Date): Judged {
  const { course, sessions } = facts;
  const zone = course?.timeZone ?? timeZone;
  const today = calendarDay(now, zone);
  const t0 = timeZero(sessions)?.at ?? null;
  const scores = facts.scores.toSorted(byTime);
  const ofPcl5 = scores.filter(({ measure }) => measure === pcl5.id);
  const latest = ofPcl5.at(-1) ?? null;
  const line = ofPcl5.filter(({ recall }) => recall === latest?.recall);
  const mood = scores.findLast(({ measure }) => measure === phq9.id);
  const plan = planFor(course?.measurePlan ?? null, settings);
  const expected = course && due({ course, sessions, scored: scores, plan, today, now });
  const dated = (score: { total: number; at: Date }) => ({ total: score.total, date: dateWords(calendarDay(score.at, zone), today) });
  const change = latest && changeOf(facts, line, latest, t0, zone, settings);
  const standing = course && standingWords(course, t0, today, now);
  const row: CaseloadRow = {
    id: facts.id,
    name: fullName(facts),
    recordNumber: facts.recordNumber,
    course: course && courseWords(course),
    standing,
    ...(course && standing === null ? dayOfCourse(course, t0, today) : { day: null, of: null }),
    latest: latest && { ...dated(latest), recall: latest.recall },
    beside: mood === undefined ? null : { short: phq9.short, ...dated(mood) },
    change,
    spark: line.map(({ at, total }) => [localDay(at, line[0]?.at ?? at, zone), total]),
    cut: CUT_FROM,
    next: nextOf(expected, today),
    dueToday: expected?.dueToday ?? false,
    overdue: expected?.overdue ? { what: dueName(expected.overdue), days: expected.overdue.days } : null,
    attention: attentionOf({ facts, expected, settings, today, zone }),
    drafts: facts.drafts.map(({ measure, answered, of }) => `${findMeasure(measure)?.short ?? measure}: ${answered} of ${of}, continue`),
  };
  return { row, dueDay: expected?.overdue?.dueDay ?? expected?.next?.dueDay ?? null };
}

type Score = Facts["scores"][number];

function changeOf({ baselines }: Facts, line: Score[], latest: Score, t0: Date | null, zone: string, settings: Viewer["organisation"]["settings"]): CaseloadRow["change"] {
  const rule = ruleFor(pcl5.id, settings);
  const chosen = baselines.find(({ measure, recall }) => measure === latest.measure && recall === latest.recall)?.assessmentId;
  const since = reference(line, t0, zone, chosen ?? undefined);
  if (since === null || rule === null || !isAfter(latest, since) || !rule.recalls.includes(latest.recall)) return null;
  const judgement = judge(rule, { from: since.assessment.total, to: latest.total });
  const { change, verdict } = judgement;
  const tone = verdictTone[verdict];
  return { points: change, since: since.kind, verdict, words: judgementLabel(judgement, rule), tone: tone === "neutral" ? "plain" : tone };
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
