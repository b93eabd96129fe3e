// A whole health system of invented patients into the database: one transaction, a few hundred patients at a time by COPY, so
// that memory stays flat and nothing is left of a load that is broken off. Run as the owner of the tables.
import { setImmediate } from "node:timers/promises";
import pg from "pg";
import { addDays, resolveWallTime } from "../../../lib/course/calendar";
import { dateColumn } from "../../../lib/dates";
import { Trouble } from "../../../scripts/trouble.mjs";
import { connectionOptions } from "../../connection";
import { copyRows } from "../../copy-rows";
import { liftKeys } from "../../lifted";
import { inSql } from "../../sealed-columns";
import { clinicClock } from "../clinic-clock";
import { patientRows, type PatientRows } from "../patient-rows";
import { clinic } from "../people";
import { chance } from "../seed";
import { drawnStory } from "./patient";
import { healthSystem, systemName, type HealthSystem } from "./system";

const atOnce = 250;

/** In the order in which one refers to another. */
const tables: readonly (readonly [model: string, rows: Exclude<keyof PatientRows, "drafts">])[] = [
  ["Patient", "patients"], ["Course", "courses"], ["CourseSession", "sessions"], ["Assessment", "assessments"], ["AssessmentRevision", "revisions"],
  ["SafetyPrompt", "prompts"], ["DoseRecord", "doseRecords"], ["Reading", "readings"], ["DosingEvent", "dosingEvents"], ["SymptomCheck", "symptomChecks"],
  ["Leaving", "leavings"], ["TherapyRecord", "therapyRecords"],
];

export interface Wanted {
  patients: number;
  seed: number;
  /** The day the data end with; its sessions are still to come. */
  day: string;
  passwordHash: string;
  /** Beside a population that is there already. */
  again: boolean;
}

export interface Loaded {
  people: HealthSystem["people"];
  rows: Readonly<Record<string, number>>;
}

export async function loadPopulation(url: string, wanted: Wanted, progress: (patients: number, rows: number) => void): Promise<Loaded> {
  const client = new pg.Client({ ...connectionOptions(url, { role: null }), statement_timeout: 0, idle_in_transaction_session_timeout: 0, application_name: "courseline population" });
  await client.connect();
  try {
    await client.query("BEGIN");
    const made = healthSystem(wanted);
    await refuseWhereItHarms(client, made, wanted);
    const opened = await openTables(client);
    const remakeKeys = await liftKeys(client, tables.map(([model]) => inSql(model)));
    await putSystem(client, made, wanted);
    const rows = await putPatients(client, made, wanted, progress);
    await remakeKeys();
    await closeTables(client, opened);
    await client.query("INSERT INTO audit_event (organisation_id, action, subject, subject_id) VALUES ($1, 'demo-loaded', 'organisation', $1)", [made.organisation.id]);
    await client.query("COMMIT");
    await client.query(`VACUUM (ANALYZE) ${tables.map(([model]) => inSql(model)).join(", ")}`);
    return { people: made.people, rows };
  } catch (error) {
    await client.query("ROLLBACK").catch(() => {}); // what broke it off is told
    throw error;
  } finally {
    await client.end();
  }
}

/** A clinic that is not marked synthetic has, or will have, real patients; invented ones do not belong beside them. */
async function refuseWhereItHarms(client: pg.Client, { organisation }: HealthSystem, { again, seed }: Wanted): Promise<void> {
  await client.query("LOCK TABLE organisation IN SHARE ROW EXCLUSIVE MODE");
  const { rows } = await client.query<{ id: string; name: string; synthetic: boolean }>("SELECT id, name, synthetic FROM organisation ORDER BY name");
  const real = rows.filter(({ synthetic }) => !synthetic);
  if (real.length > 0) throw new Trouble(`This database has a clinic of real patients (${real.map(({ name }) => name).join(", ")}). Invented ones are not loaded beside them.`);
  if (rows.some(({ id }) => id === organisation.id)) throw new Trouble(`The population of seed ${seed} is here already. Another one needs another seed: --again --seed ${seed + 1}`);
  const loaded = rows.filter(({ name }) => name.startsWith(systemName));
  if (loaded.length > 0 && !again) throw new Trouble(`A population is loaded here already (${loaded.map(({ name }) => name).join(", ")}). To load another beside it: --again --seed ${seed + 1}`);
}

/** COPY and row-level security exclude each other: who does not pass it by lifts it for this transaction, and nobody reads meanwhile. */
async function openTables(client: pg.Client): Promise<boolean> {
  const { rows: [login] } = await client.query<{ passes: boolean }>("SELECT rolsuper OR rolbypassrls AS passes FROM pg_roles WHERE rolname = current_user");
  if (login?.passes) return false;
  for (const [model] of tables) await client.query(`ALTER TABLE ${inSql(model)} NO FORCE ROW LEVEL SECURITY`);
  return true;
}

async function closeTables(client: pg.Client, opened: boolean): Promise<void> {
  if (opened) for (const [model] of tables) await client.query(`ALTER TABLE ${inSql(model)} FORCE ROW LEVEL SECURITY`);
}

/** The system has been there for longer than any course. */
const openedDaysBefore = 1500;

async function putSystem(client: pg.Client, { organisation, people, teams }: HealthSystem, { day, passwordHash }: Wanted): Promise<void> {
  const opened = dateColumn(addDays(day, -openedDaysBefore));
  const { id, name, settings } = organisation;
  await client.query("INSERT INTO organisation (id, name, time_zone, settings, synthetic, created_at) VALUES ($1, $2, $3, $4, true, $5)", [id, name, clinic.timeZone, settings, opened]);
  for (const team of teams) await client.query("INSERT INTO care_team (id, organisation_id, name) VALUES ($1, $2, $3)", [team.id, id, team.name]);
  for (const { id: userId, email, name: called, roles, teamId } of people) {
    await client.query('INSERT INTO app_user (id, organisation_id, email, name, password_hash, roles, created_at) VALUES ($1, $2, $3, $4, $5, $6::text[]::"Role"[], $7)', [userId, id, email, called, passwordHash, roles, opened]);
    if (teamId !== null) await client.query("INSERT INTO care_team_member (team_id, user_id, joined_at) VALUES ($1, $2, $3)", [teamId, userId, opened]);
  }
}

async function putPatients(client: pg.Client, made: HealthSystem, wanted: Wanted, progress: (patients: number, rows: number) => void): Promise<Record<string, number>> {
  const counts: Record<string, number> = {};
  let all = 0;
  const put = async (drawn: readonly PatientRows[]) => {
    for (const [model, name] of tables) {
      const written = await copyRows(client, model, drawn.flatMap((rows) => rows[name] as object[]));
      counts[name] = (counts[name] ?? 0) + written;
      all += written;
    }
  };
  const draw = drawing(made, wanted);
  let drawn = await draw(0);
  for (let first = 0; first < wanted.patients; first += atOnce) {
    const loaded = first + drawn.length;
    [, drawn] = await Promise.all([put(drawn), draw(loaded)]); // the next are drawn while the database takes these
    progress(loaded, all);
  }
  return counts;
}

/** The rows of the patients from a number on, a few hundred; the event loop turns after each, so that sending goes on meanwhile. */
function drawing({ organisation, teams }: HealthSystem, { patients, seed, day }: Wanted): (first: number) => Promise<PatientRows[]> {
  const clock = clinicClock(startOf(day), clinic.timeZone);
  const weekday = dateColumn(day).getUTCDay();
  return async (first) => {
    const drawn: PatientRows[] = [];
    for (let number = first; number < Math.min(first + atOnce, patients); number += 1) {
      const team = teams[number % teams.length]!;
      const clinicianId = team.clinicians[Math.floor(chance(`population ${seed}, clinician of ${number}`)() * team.clinicians.length)]!;
      drawn.push(patientRows(drawnStory(seed, number, weekday), clock, { organisationId: organisation.id, teamId: team.id, clinicianId }));
      await setImmediate();
    }
    return drawn;
  };
}

/** Before anything of the day has taken place. */
function startOf(day: string): Date {
  const midnight = resolveWallTime(`${day}T00:00`, clinic.timeZone);
  if (midnight.kind !== "instant") throw new RangeError(`${day} has no midnight in ${clinic.timeZone}`);
  return midnight.instant;
}
