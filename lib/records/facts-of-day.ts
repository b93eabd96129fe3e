// Of the facts of one patient (facts-of.ts), those the lists of the day and the caseload are chosen by: where the course stands,
// what is due, and the sessions.
import { calendarDay, addDays } from "@/lib/course/calendar";
import { dayStart } from "@/lib/course/day-start";
import { therapyLacking } from "@/lib/course/day-list";
import { planFor } from "@/lib/course/measure-plan";
import { standings } from "@/lib/course/standing";
import { timeZero } from "@/lib/course/time-zero";
import { attentionOf } from "./caseload-attention";
import type { PatientRecords } from "./caseload-records";
import { latestOf } from "./caseload-latest";
import type { Source, SourceCourse } from "./facts-source";
import type { FactClinic, Row } from "./facts-tables";

export function standing(source: Source, course: SourceCourse | null, { timeZone, settings }: FactClinic): Row {
  const zone = course?.timeZone ?? timeZone;
  const records = recordsNow(source, course);
  const t0 = timeZero(records.sessions)?.at ?? null;
  const latest = latestOf(records, t0, zone, settings);
  const { judgement } = latest?.change ?? {};
  const open = source.doses.flatMap(({ left, startedAt }) => (left || startedAt === null ? [] : [startedAt])).toSorted((a, b) => +b - +a)[0];
  return {
    protocol: course?.template ?? null,
    therapy: course?.therapy ?? null,
    medicine: course?.medicine ?? null,
    active: course !== null && course.endedAt === null,
    day_zero: course !== null && course.endedAt === null && t0 !== null ? calendarDay(t0, zone) : null,
    latest: latest?.score.total ?? null,
    latest_at: latest?.score.at.toISOString() ?? null,
    latest_recall: latest?.score.recall ?? null,
    change: judgement?.change ?? null,
    verdict: judgement?.verdict ?? null,
    prompts: source.prompts,
    // What waits for time or for an answer is compared with the clock where it is read.
    attention: [...new Set(attentionOf({ records, expected: null, settings, today: "", zone }).map(({ id }) => id))],
    in_room_since: open?.toISOString() ?? null,
  };
}

/** The course that counts now, or what there is without one, as the caseload reads it. */
function recordsNow(source: Source, course: SourceCourse | null): PatientRecords {
  const courseId = course?.id ?? null;
  const ofCourse = <T extends { courseId: string | null }>(list: readonly T[]) => list.filter((each) => each.courseId === courseId);
  const baselines = ofCourse(source.baselines).map((choice) => ({ ...choice, id: "", reason: "", by: "", at: new Date(0) }));
  return { ...source, course, sessions: ofCourse(source.sessions), scores: ofCourse(source.forms), baselines, drafts: [], openPrompts: [] };
}

export function dueItems(source: Source, course: SourceCourse, { settings }: FactClinic): Row[] {
  const { sessions, scores } = recordsNow(source, course);
  const zone = course.timeZone;
  const now = course.endedAt ?? new Date(0); // so that an ended course has ended; what lacks a form lacks it at any time
  const plan = planFor(course.measurePlan, settings);
  const lacking = standings({ course, sessions, scored: scores, plan, today: calendarDay(now, zone), now })
    .filter(({ measures }) => measures.some(({ standing: how }) => how !== "done"))
    .map(({ dueDay, opens, closes, from, until }) => ({
      dueDay, closes, closesAt: earlier(dayStart(addDays(closes, 1), zone), until).toISOString(), opensAt: later(dayStart(opens, zone), from).toISOString(),
    }));
  const planned = course.endedAt !== null ? [] : sessions.filter(({ status }) => status === "planned").map(({ at }) => plannedItem(calendarDay(at, zone), zone));
  return [...lacking, ...planned]
    .toSorted((a, b) => (`${a.dueDay} ${a.closesAt}` < `${b.dueDay} ${b.closesAt}` ? -1 : 1))
    .map(({ dueDay, closes, closesAt, opensAt }) => ({
      due: dueDay, zone, due_at: dayStart(dueDay, zone).toISOString(), late_at: dayStart(addDays(dueDay, 1), zone).toISOString(), closes_at: closesAt, opens_at: opensAt, closes,
    }));
}

/** It stays until it is marked. */
function plannedItem(dueDay: string, zone: string) {
  return { dueDay, closes: null, closesAt: "infinity", opensAt: dayStart(dueDay, zone).toISOString() };
}

function earlier(a: Date, b: Date | null): Date {
  return b !== null && b < a ? b : a;
}

function later(a: Date, b: Date | null): Date {
  return b !== null && b > a ? b : a;
}

export function sessionFacts({ sessions, doses }: Source, { id, timeZone: zone }: SourceCourse): Row[] {
  const own = sessions.filter(({ courseId }) => courseId === id).toSorted((a, b) => +a.at - +b.at || (a.id < b.id ? -1 : 1));
  return own.map((session) => {
    const open = doses.find(({ sessionId, left }) => sessionId === session.id && !left);
    return {
      session_id: session.id, kind: session.kind, status: session.status, day: calendarDay(session.at, zone), zone, at: session.at.toISOString(),
      therapy: therapyLacking(session, own, zone)?.therapy.id ?? null,
      open_since: open?.startedAt?.toISOString() ?? null,
    };
  });
}
