// One patient's chart as a page shows it, put together once: a trajectory for each measure, what is due, how
// change was counted, sudden gains, and where the course stands.
import { courseStanding } from "@/components/course/course-standing";
import { attention } from "@/lib/change/attention";
import type { AttentionSettings } from "@/lib/change/attention-rules";
import { noteText } from "@/lib/change/note";
import type { SuddenSettings } from "@/lib/change/sudden-gains";
import { suddenFinding } from "@/lib/change/weekly-series";
import { calendarDay } from "@/lib/course/calendar";
import type { Course, CourseSession } from "@/lib/course/course";
import { due } from "@/lib/course/due";
import { dueName } from "@/lib/course/due-words";
import { planFor, type MeasurePlan, type PlanChoice } from "@/lib/course/measure-plan";
import type { AssessmentInput } from "@/lib/change/trajectory";
import type { RuleChoice } from "@/lib/change/rules";
import { sessionNames } from "@/lib/course/session-names";
import { symptomWords, type SymptomAnswer } from "@/lib/course/dosing/symptoms";
import { findMeasure } from "@/lib/measures/measures";
import { judgedSeries } from "./judged-view";
import { suddenView } from "./sudden-view";
import { tracksOf, type BaselineChoice } from "./tracks";
import { trajectoryView, type EventMark } from "./view";
import type { FormNote } from "./view-visits";

const noCourse = { therapy: "none", therapyName: null, medicine: "none", route: "none" } as const;

interface PatientChartInput {
  base: string;
  /** As the note for the health record names the patient. */
  patient: string;
  course: (Course & { id: string; measurePlan: MeasurePlan | null }) | null;
  sessions: readonly CourseSession[];
  assessments: readonly (AssessmentInput & FormNote)[];
  baselines: readonly BaselineChoice[];
  settings: RuleChoice & PlanChoice & { attention: AttentionSettings; sudden: SuddenSettings };
  /** The clinic's, where there is no course. */
  timeZone: string;
  events?: readonly EventMark[];
  asked?: (SymptomAnswer & { id: string; at: Date }) | null;
  /** Those that nobody has acknowledged are open. */
  prompts: readonly { measure: string; value: number; raisedAt: Date; acknowledgedAt: Date | null }[];
  now: Date;
}

export function patientChart(input: PatientChartInput) {
  const { base, course, sessions, assessments, baselines, settings, events, now } = input;
  const timeZone = course?.timeZone ?? input.timeZone;
  const { main, others } = tracksOf({ timeZone, sessions, assessments, baselines, settings });
  const tracks = [main, ...others];
  const today = calendarDay(now, timeZone);
  const scored = tracks.flatMap(({ measure, trajectory }) =>
    trajectory.series.flatMap(({ points }) => points.map(({ at }) => ({ measure: measure.id, at }))),
  );
  const plan = planFor(course?.measurePlan ?? null, settings);
  const isDue = course && due({ course, sessions, scored, plan, today, now });
  const open = input.prompts.flatMap(({ measure: id, acknowledgedAt, ...prompt }) => {
    const measure = findMeasure(id);
    return acknowledgedAt !== null || measure === null ? [] : [{ ...prompt, measure }];
  });
  const late = isDue?.overdue ?? null;
  const finding = suddenFinding(main.trajectory, settings.sudden);
  return {
    timeZone,
    today,
    tracks,
    due: isDue,
    symptoms: input.asked ? symptomWords(input.asked, sessionNames(course ?? noCourse, sessions).get(input.asked.id) ?? "an earlier session", calendarDay(input.asked.at, timeZone)) : null,
    attention: attention({
      watched: tracks,
      settings: settings.attention,
      sessions,
      overdue: late === null ? [] : [{ what: dueName(late), days: late.days, unmarked: late.measures.length === 0 }],
      prompts: open,
      today,
      zone: timeZone,
    }),
    standing: course && courseStanding(course, main.trajectory.t0, today, now),
    view: trajectoryView({ ...main, others, base, course, sessions, assessments, events, now, due: isDue, finding, suddenSettings: settings.sudden }),
    judged: judgedSeries(tracks, baselines, settings),
    note:
      main.trajectory.latest === null && others.every(({ trajectory }) => trajectory.latest === null)
        ? null
        : noteText({
            patient: input.patient,
            date: today,
            zone: timeZone,
            course: course ?? noCourse,
            sessions,
            blocks: tracks.map((track, index) => ({ ...track, sudden: index === 0 ? settings.sudden : null })),
          }),
    sudden: suddenView(finding, main, sessions),
  };
}
