// The whole synthetic clinic as rows. Pure: the same `now` gives the same rows, ids included.
import type { Prisma } from "../generated/client";
import { clinicClock } from "./clinic-clock";
import { patientRows, type PatientRows } from "./patient-rows";
import { clinic, demoPeople, placeOf, teamId, teams } from "./people";
import { demoSettings } from "./settings";
import { idFor } from "./seed";
import { stories } from "./stories";

export interface ClinicRows extends PatientRows {
  organisation: Prisma.OrganisationCreateManyInput;
  users: Prisma.UserCreateManyInput[];
  teams: Prisma.CareTeamCreateManyInput[];
  members: Prisma.CareTeamMemberCreateManyInput[];
  audit: Prisma.AuditEventCreateManyInput;
}

/** The clinic has been open for longer than any story in it. */
const openedDaysAgo = 400;

export function clinicRows({
  passwordHashes,
  now,
}: {
  passwordHashes: Readonly<Record<string, string>>;
  now: Date;
}): ClinicRows {
  const clock = clinicClock(now, clinic.timeZone);
  const openedAt = clock.at(-openedDaysAgo, "09:00");
  const organisationId = idFor("organisation");
  const perPatient = stories.map((story) => patientRows(story, clock, placeOf(story.team)));
  return {
    organisation: { id: organisationId, ...clinic, settings: demoSettings, synthetic: true, createdAt: openedAt },
    users: demoPeople.map(({ email, name, roles }) => ({
      id: idFor(email),
      organisationId,
      email,
      name,
      roles,
      passwordHash: hashFor(email, passwordHashes),
      createdAt: openedAt,
    })),
    teams: teams.map((team) => ({ id: teamId(team.key), organisationId, name: team.name })),
    members: demoPeople.flatMap(({ email, team }) =>
      team === null ? [] : [{ teamId: teamId(team), userId: idFor(email), joinedAt: openedAt }],
    ),
    patients: perPatient.flatMap((rows) => rows.patients),
    courses: perPatient.flatMap((rows) => rows.courses),
    sessions: perPatient.flatMap((rows) => rows.sessions),
    assessments: perPatient.flatMap((rows) => rows.assessments),
    revisions: perPatient.flatMap((rows) => rows.revisions),
    prompts: perPatient.flatMap((rows) => rows.prompts),
    baselines: perPatient.flatMap((rows) => rows.baselines),
    drafts: perPatient.flatMap((rows) => rows.drafts),
    doseRecords: perPatient.flatMap((rows) => rows.doseRecords),
    readings: perPatient.flatMap((rows) => rows.readings),
    dosingEvents: perPatient.flatMap((rows) => rows.dosingEvents),
    symptomChecks: perPatient.flatMap((rows) => rows.symptomChecks),
    leavings: perPatient.flatMap((rows) => rows.leavings),
    therapyRecords: perPatient.flatMap((rows) => rows.therapyRecords),
    audit: {
      at: now,
      organisationId,
      action: "demo-loaded",
      subject: "organisation",
      subjectId: organisationId,
    },
  };
}

function hashFor(email: string, hashes: Readonly<Record<string, string>>): string {
  const hash = hashes[email];
  if (!hash) throw new Error(`No password for ${email}`);
  return hash;
}
