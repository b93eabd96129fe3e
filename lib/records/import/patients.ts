// Patients from a file: new where the clinic does not have the record number.
import "server-only";
import { randomUUID } from "node:crypto";
import type { PatientIn } from "@/lib/exchange/patient";
import { json, made, type Importing, type Read, type RowFate } from "./plan";

const anothers = "record_number: it is another person's here, with another name or date of birth";

export async function bringPatients(importing: Importing, rows: readonly Read<PatientIn>[]): Promise<RowFate[]> {
  const { tx, viewer, taken } = importing;
  const { organisation, userId } = viewer;
  const teams = await tx.$queryRaw<{ id: string; name: string }[]>`
    SELECT t.id, t.name FROM care_team t JOIN care_team_member m ON m.team_id = t.id WHERE m.user_id = ${userId}::uuid AND m.left_at IS NULL ORDER BY t.name`;
  const there = await tx.$queryRaw<(PatientIn & { recordNumber: string })[]>`
    SELECT record_number AS "recordNumber", family_name AS "familyName", given_name AS "givenName", birth_date::text AS "birthDate" FROM patient
    WHERE organisation_id = ${organisation.id}::uuid AND record_number = ANY (${rows.map(({ row }) => row.recordNumber)}::text[])`;
  const known = new Map(there.map((patient) => [patient.recordNumber, patient]));

  const fates: RowFate[] = [];
  const fresh: { line: number; id: string; row: PatientIn; teamId: string }[] = [];
  for (const { line, row } of rows) {
    const team = row.team === null ? teams[0] : teams.find(({ name }) => name === row.team);
    const present = known.get(row.recordNumber);
    const same = present !== undefined && present.familyName === row.familyName && present.givenName === row.givenName && present.birthDate === row.birthDate;
    if (taken.has(`patient ${row.recordNumber}`)) fates.push({ line, fate: "duplicate", reason: "This record number stands further up in the file" });
    else if (same) fates.push({ line, fate: "duplicate", reason: "This patient is here already" });
    else if (present) fates.push({ line, fate: "refused", reason: anothers });
    else if (team === undefined) fates.push({ line, fate: "refused", reason: row.team === null ? "team: you are on no care team" : `team: you are on no care team called ${row.team}` });
    else {
      taken.add(`patient ${row.recordNumber}`);
      fresh.push({ line, id: randomUUID(), row, teamId: team.id });
    }
  }
  const stored = await insert(importing, fresh);
  await made(importing, "patients", fresh.filter(({ id }) => stored.has(id)).map(({ id }) => ({ id, patientId: id })));
  importing.inUse += fresh.length - stored.size + fates.filter(({ reason }) => reason === anothers).length;
  const inUse = "record_number: it is already in use in this clinic";
  return [...fates, ...fresh.map(({ line, id }): RowFate => (stored.has(id) ? { line, fate: "new", reason: null } : { line, fate: "refused", reason: inUse }))];
}

/** A number may be another team's, whose patients are not seen: the one key of the clinic says so. */
async function insert({ tx, viewer }: Importing, fresh: readonly { id: string; row: PatientIn; teamId: string }[]): Promise<Set<string>> {
  const { organisation, userId } = viewer;
  const stored = await tx.$queryRaw<{ id: string }[]>`
    INSERT INTO patient (id, organisation_id, team_id, record_number, family_name, given_name, birth_date, sex, pronouns, created_by_id)
    SELECT r.id, ${organisation.id}::uuid, r."teamId", r."recordNumber", r."familyName", r."givenName", r."birthDate", r.sex, r.pronouns, ${userId}::uuid
    FROM json_to_recordset(${json(fresh.map(({ id, teamId, row }) => ({ ...row, id, teamId })))}::json)
      AS r (id uuid, "teamId" uuid, "recordNumber" text, "familyName" text, "givenName" text, "birthDate" date, sex text, pronouns text)
    ON CONFLICT (organisation_id, record_number) DO NOTHING RETURNING id`;
  return new Set(stored.map(({ id }) => id));
}
