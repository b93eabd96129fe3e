// One story as rows: the patient, the course with its sessions, the forms, and a form left half-way.
import { wallTime } from "../../lib/course/calendar";
import { dateColumn } from "../../lib/dates";
import { pcl5 } from "../../lib/measures/pcl-5/definition";
import type { Prisma } from "../generated/client";
import type { ClinicClock } from "./clinic-clock";
import { formRows, halfAnswered, type FormRows } from "./form-rows";
import { clinic, clinicianOf, teamId } from "./people";
import { idFor } from "./seed";
import type { Story } from "./story";
import { timelineOf, type Timeline } from "./timeline";

export interface PatientRows extends FormRows {
  patients: Prisma.PatientCreateManyInput[];
  courses: Prisma.CourseCreateManyInput[];
  sessions: Prisma.CourseSessionCreateManyInput[];
  drafts: Prisma.DraftCreateManyInput[];
}

export function patientRows(story: Story, clock: ClinicClock): PatientRows {
  const timeline = timelineOf(story, clock);
  const registeredAt = registration(story, clock);
  const organisationId = idFor("organisation");
  const clinicianId = idFor(clinicianOf(story.team).email);
  const patientId = idFor(`${story.key}, patient`);
  const courseId = story.course === null ? null : idFor(`${story.key}, course`);
  const owner = { organisationId, patientId, courseId, clinicianId };
  const made = { createdAt: registeredAt, createdById: clinicianId };

  const { patient, course } = story;
  return {
    patients: [
      {
        id: patientId,
        organisationId,
        teamId: teamId(story.team),
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
        : [
            {
              id: courseId,
              organisationId,
              patientId,
              therapy: course.therapy,
              therapyName: course.therapyName ?? null,
              medicine: course.medicine,
              route: course.route,
              startDate: dateColumn(timeline.day(0)),
              plannedWeeks: course.weeks,
              timeZone: clinic.timeZone,
              endedAt: course.endedOn === undefined ? null : timeline.held(course.endedOn, "17:00"),
              ...made,
            },
          ],
    sessions:
      courseId === null
        ? []
        : timeline.sessions.map(({ id, kind, at, status }) => ({
            id,
            organisationId,
            patientId,
            courseId,
            kind,
            at,
            status,
            ...made,
          })),
    ...formRows(story, timeline, owner, clock.now),
    drafts: draftRows(story, timeline, owner, clock),
  };
}

function draftRows(
  story: Story,
  timeline: Timeline,
  owner: { organisationId: string; patientId: string; clinicianId: string },
  clock: ClinicClock,
): Prisma.DraftCreateManyInput[] {
  if (story.draft === undefined) return [];
  const { recall, answered, total } = story.draft;
  const begun = clock.minutesAgo(12);
  return [
    {
      id: idFor(`${story.key}, draft`),
      organisationId: owner.organisationId,
      patientId: owner.patientId,
      userId: owner.clinicianId,
      measure: pcl5.id,
      recall,
      sessionId: timeline.sessions.find((session) => session.day === story.today)?.id ?? null,
      answeredAt: wallTime(begun, clinic.timeZone),
      mode: story.given,
      ratings: halfAnswered(story, total, answered),
      step: answered,
      updatedAt: clock.minutesAgo(9),
    },
  ];
}

/** The afternoon before anything else in the story. */
function registration(story: Story, clock: ClinicClock): Date {
  const days = [
    0,
    story.today,
    ...story.forms.map((form) => form.day),
    ...story.sessions.flatMap((run) => run.days),
  ];
  return clock.at(Math.min(...days) - 1 - story.today, "15:20");
}

/** Ages stay what the story says, whatever year it is loaded in. */
function birthDate({ age, birthday }: Story["patient"], today: string): string {
  const hadBirthday = today.slice(5) >= birthday;
  const year = Number(today.slice(0, 4)) - age - (hadBirthday ? 0 : 1);
  return `${year}-${birthday}`;
}
