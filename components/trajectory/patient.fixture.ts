// A patient in one line, for tests: what was given and scored on which day, through the real textbook.
import { findRule } from "@/lib/change/rules";
import { STARTING_SUDDEN } from "@/lib/change/sudden-gains";
import { suddenFinding } from "@/lib/change/weekly-series";
import { trajectory } from "@/lib/change/trajectory";
import { calendarDay } from "@/lib/course/calendar";
import { due } from "@/lib/course/due";
import { startingPlans } from "@/lib/course/measure-plan";
import type { Course, CourseSession, SessionKind } from "@/lib/course/course";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import type { Recall } from "@/lib/measures/recall";
import { trajectoryView } from "./view";
import type { TrajectoryView } from "./view-shape";
import type { FormNote } from "./view-visits";

type Scored = [day: number, total: number];

export interface Patient {
  /** Days since the first midnight of the course, with fractions; the first day is 1 October 2026. */
  now: number;
  doses?: number[];
  therapy?: number[];
  missed?: number[];
  /** Adverse events; the serious ones are of whole days. */
  events?: number[];
  week?: Scored[];
  month?: Scored[];
  /** Forms with items 4, 9 and 16 left open. */
  open?: number[];
  /** Days of week forms that were corrected. */
  corrected?: number[];
  course?: Partial<Course> | null;
  rule?: string;
}

const zone = "America/New_York";
const midnight = Date.parse("2026-10-01T04:00:00Z");

/** The ratings that add up to a total, spread evenly. */
export function ratingsFor(total: number): number[] {
  return Array.from(
    { length: 20 },
    (_, item) => Math.floor(total / 20) + ((item * 7) % 20 < total % 20 ? 1 : 0),
  );
}

export function viewOf(patient: Patient): TrajectoryView {
  const at = (days: number) => new Date(midnight + Math.round(days * 1440) * 60_000);
  const course: Course | null =
    patient.course === null
      ? null
      : {
          startDate: "2026-10-01",
          plannedWeeks: 4,
          timeZone: zone,
          therapy: "pe",
          medicine: "ketamine",
          route: "intravenous",
          ...patient.course,
        };
  const session =
    (kind: SessionKind) =>
    (days: number): CourseSession => ({
      id: `${kind} ${days}`,
      kind,
      at: at(days),
      status: patient.missed?.includes(days) ? "missed" : days > patient.now ? "planned" : "done",
    });
  const sessions = [
    ...(patient.doses ?? []).map(session("dose")),
    ...(patient.therapy ?? []).map(session("therapy")),
  ];
  const form = (recall: Recall, days: number, ratings: (number | null)[]) => ({
    id: `${recall} ${days}`,
    measure: "pcl-5",
    recall,
    at: at(days),
    enteredAt: at(days + 0.01),
    ratings,
    corrected: patient.corrected?.includes(days) ?? false,
  });
  const missing = ratingsFor(30).map((rating, item) => ([4, 9, 16].includes(item + 1) ? null : rating));
  const assessments = [
    ...(patient.week ?? []).map(([days, total]) => form("week", days, ratingsFor(total))),
    ...(patient.month ?? []).map(([days, total]) => form("month", days, ratingsFor(total))),
    ...(patient.open ?? []).map((days) => form("week", days, missing)),
  ];
  const notes = assessments.map(
    ({ id }): FormNote => ({ id, sessionId: sessions[0]?.id ?? null, mode: "paper", enteredBy: "Kofi Osei" }),
  );
  const rule = findRule(patient.rule ?? "marx-2022-15")!;
  const made = trajectory({ measure: pcl5, course: { timeZone: zone }, sessions, assessments, rule });
  const now = at(patient.now);
  const scored = made.series.flatMap(({ points }) => points.map((point) => ({ measure: pcl5.id, at: point.at })));
  const plan = startingPlans[0]!.plan;
  return trajectoryView({
    base: "/patients/1",
    trajectory: made,
    measure: pcl5,
    rule,
    course,
    sessions,
    assessments: notes,
    events: (patient.events ?? []).map((days) => ({ id: `event ${days}`, onsetAt: at(days), serious: Number.isInteger(days) })),
    now,
    finding: suddenFinding(made, STARTING_SUDDEN),
    suddenSettings: STARTING_SUDDEN,
    due: course && due({ course, sessions, scored, plan, today: calendarDay(now, zone), now }),
  });
}
