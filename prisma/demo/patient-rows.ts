// One story as rows: the patient, the course with its sessions, the forms, and a form left half-way.
import { startingPlans } from "../../lib/course/measure-plan";
import { dateColumn } from "../../lib/dates";
import type { Prisma } from "../generated/client";
import { besideRows } from "./beside-rows";
import type { ClinicClock } from "./clinic-clock";
import { dosingRows, type DosingRows } from "./dosing-rows";
import { draftRows } from "./draft-rows";
import { formRows, type FormRows, type Owner } from "./form-rows";
import { clinic, type Place } from "./people";
import { idFor } from "./seed";
import type { Story, StoryCourse } from "./story";
import { timelineOf, type Timeline } from "./timeline";
import { visitRows, type VisitRows } from "./visit-rows";

export interface PatientRows extends FormRows, DosingRows {
  prompts: Prisma.SafetyPromptCreateManyInput[];
  baselines: Prisma.BaselineChoiceCreateManyInput[];
  patients: Prisma.PatientCreateManyInput[];
  courses: Prisma.CourseCreateManyInput[];
  sessions: Prisma.CourseSessionCreateManyInput[];
  drafts: Prisma.DraftCreateManyInput[];
  therapyRecords: Prisma.TherapyRecordCreateManyInput[];
}

/** The present course's rows come first. */
export function patientRows(story: Story, clock: ClinicClock, place: Place): PatientRows {
  const rows = rowsOfStory(story, clock, place);
  const { earlier } = story;
  if (earlier === undefined) return rows;
  const { course, sessions, forms, daysBefore } = earlier;
  const { patients: _, ...before } = rowsOfStory(
    { ...story, course, sessions, forms, key: `${story.key}, earlier`, today: story.today + daysBefore, draft: undefined, beside: [], baseline: undefined },
    clock,
    place,
    idFor(`${story.key}, patient`),
  );
  return Object.fromEntries(Object.entries(rows).map(([table, own]) => [table, [...own, ...(before[table as keyof typeof before] ?? [])]])) as unknown as PatientRows;
}

function rowsOfStory(story: Story, clock: ClinicClock, { organisationId, teamId, clinicianId }: Place, patientId = idFor(`${story.key}, patient`)): PatientRows {
  const timeline = timelineOf(story, clock);
  const registeredAt = registration(story, clock);
  const courseId = story.course === null ? null : idFor(`${story.key}, course`);
  const owner = { organisationId, patientId, courseId, clinicianId };
  const forms = formRows(story, timeline, owner, clock.now);
  const others = besideRows(story, timeline, owner, clock.now);
  const made = { createdAt: registeredAt, createdById: clinicianId };

  const { patient, course } = story;
  return {
    patients: [
      {
        id: patientId,
        organisationId,
        teamId,
        recordNumber: patient.record,
        familyName: patient.family,
        givenName: patient.given,
        birthDate: dateColumn(birthDate(patient, clock.today)),
        sex: patient.sex ?? null,
        pronouns: patient.pronouns ?? null,
        ...made,
      },
    ],
    courses:
      course === null || courseId === null
        ? []
        : [courseRow(course, courseId, timeline, { organisationId, patientId, ...made })],
    sessions:
      courseId === null
        ? []
        : timeline.sessions.map(({ id, kind, at, plannedAt, status, reason }) => ({
            id,
            kind,
            at,
            plannedAt,
            status,
            reason,
            organisationId,
            patientId,
            courseId,
            ...made,
          })),
    assessments: [...forms.assessments, ...others.assessments],
    revisions: [...forms.revisions, ...others.revisions],
    prompts: others.prompts,
    baselines: courseId === null ? [] : baselineRows(story, courseId, forms, { timeline, owner }),
    drafts: draftRows(story, timeline, owner, clock),
    ...withVisits(dosingRows(story, timeline, owner, clock.now), visitRows(story, timeline, owner, clock.now)),
  };
}

function withVisits(dosing: DosingRows, visits: VisitRows): DosingRows & VisitRows {
  return { ...dosing, ...visits, symptomChecks: [...dosing.symptomChecks, ...visits.symptomChecks] };
}

interface Made {
  organisationId: string;
  patientId: string;
  createdAt: Date;
  createdById: string;
}

function courseRow(
  course: StoryCourse,
  id: string,
  timeline: Timeline,
  made: Made,
): Prisma.CourseCreateManyInput {
  const { therapy, therapyName = null, medicine, route, weeks, endedOn, discontinued = null, plan, template = null, indexEvent = null } = course;
  const measurePlan = startingPlans.find(({ id: known }) => known === plan)?.plan;
  return {
    ...made,
    id,
    therapy,
    therapyName,
    medicine,
    route,
    startDate: dateColumn(timeline.day(0)),
    plannedWeeks: weeks,
    timeZone: clinic.timeZone,
    ...(measurePlan === undefined ? {} : { measurePlan: structuredClone(measurePlan) as Record<keyof typeof measurePlan, string[]> }),
    template,
    indexEvent,
    ...(endedOn === undefined ? {} : { endedAt: timeline.held(endedOn, "17:00"), endReason: discontinued === null ? "completed" as const : "discontinued" as const, endNote: discontinued }),
  };
}

function baselineRows(
  { key, baseline }: Story,
  courseId: string,
  { assessments }: FormRows,
  { timeline, owner }: { timeline: Timeline; owner: Owner },
): Prisma.BaselineChoiceCreateManyInput[] {
  const chosen = baseline && assessments[baseline.form - 1];
  if (chosen === undefined) return [];
  const { organisationId, patientId, clinicianId } = owner;
  const { measure, recall, id: assessmentId } = chosen;
  const { day, at, reason } = baseline!;
  const id = idFor(`${key}, baseline`);
  return [{ id, organisationId, patientId, courseId, measure, recall, assessmentId, reason, at: timeline.held(day, at), byId: clinicianId }];
}

/** The afternoon before anything else in the story. */
function registration(story: Story, clock: ClinicClock): Date {
  const days = [
    0,
    story.today,
    ...[...story.forms, ...(story.beside ?? [])].map((form) => form.day),
    ...story.sessions.flatMap((run) => run.days),
    ...(story.earlier ? [...story.earlier.forms.map((form) => form.day), ...story.earlier.sessions.flatMap((run) => run.days)].map((day) => day - story.earlier!.daysBefore) : []),
  ];
  return clock.at(Math.min(...days) - 1 - story.today, "15:20");
}

/** Ages stay what the story says, whatever year it is loaded in. */
function birthDate({ age, birthday }: Story["patient"], today: string): string {
  const hadBirthday = today.slice(5) >= birthday;
  const year = Number(today.slice(0, 4)) - age - (hadBirthday ? 0 : 1);
  return `${year}-${birthday}`;
}
