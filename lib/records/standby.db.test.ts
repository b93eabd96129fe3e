// A group read from a standby. A second database stands in for it, which is empty, so that what it answers is told from what the
// primary does, and which says of its log what the test tells it. The real one: npm run drill:failover.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { caseloadAsk } from "@/lib/schemas/caseload";
import { cohortAsk } from "@/lib/schemas/cohort";
import { createClient } from "@/prisma/connect";
import { freshDatabase } from "@/prisma/test-database";
import { courseRecords, dayAgo, named, openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let owner: ReturnType<typeof createClient>;
let records: typeof import("./cohort") & typeof import("./caseload");

beforeAll(async () => {
  const { ownerUrl, appUrl } = await freshDatabase();
  owner = createClient(ownerUrl, { role: null });
  // Found before PostgreSQL's own, by whoever connects from here on.
  await owner.pool.query(`CREATE SCHEMA standin; CREATE TABLE standin.log (place pg_lsn);
    INSERT INTO standin.log VALUES (NULL); GRANT USAGE ON SCHEMA standin TO courseline_app; GRANT SELECT ON standin.log TO courseline_app;
    CREATE FUNCTION standin.pg_last_wal_replay_lsn() RETURNS pg_lsn LANGUAGE sql AS 'SELECT place FROM standin.log';
    DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET search_path = standin, pg_catalog, public', current_database()); END $$`);
  process.env.READ_DATABASE_URL = appUrl;
  clinic = await openClinic();
  records = { ...(await import("./cohort")), ...(await import("./caseload")) };
  const [patients, courses] = await Promise.all([import("./patients"), courseRecords()]);
  const [patientId, courseId] = [randomUUID(), randomUUID()];
  await patients.savePatient(clinic.ada, patientId, named(patientId));
  await courses.startCourse(clinic.ada, courseId, { patientId, therapy: "pe", medicine: "none", route: "none", startDate: dayAgo(20), plannedWeeks: 4, sessions: [] });
});
afterAll(async () => {
  delete process.env.READ_DATABASE_URL;
  Reflect.deleteProperty(globalThis, "courselineStandby");
  await owner.pool.end();
  await clinic.close();
});
/** The stand-in has replayed the log up to here. */
const replayed = (place: string | null) => owner.pool.query("UPDATE standin.log SET place = $1", [place]);
const primaryPlace = async () => String((await clinic.ownerPool.query("SELECT pg_current_wal_insert_lsn()::text AS place")).rows[0].place);
/** One: the primary has answered. None: the stand-in. */
const courses = async () => (await records.readCohort(clinic.ada, cohortAsk.parse({}))).result.flow.all;
const patients = async () => (await records.readCaseload(clinic.ada, caseloadAsk.parse({}))).counts.all;
const groups = [["cohort", courses], ["caseload", patients]] as const;
const looks = (subject: string) => clinic.owner.auditEvent.count({ where: { userId: clinic.ada.userId, subject } });

it.each(groups)("of the %s a standby that has replayed everything answers, and the primary has the look in its trail", async (subject, read) => {
  await replayed("FFFFFFFF/FFFFFFFF");
  const before = await looks(subject);
  expect(await read()).toBe(0);
  expect(await looks(subject)).toBe(before + 1);
});

it.each(groups)("of the %s one that is behind what stood in the primary when it was asked does not answer, and the look is noted once", async (subject, read) => {
  await replayed(await primaryPlace());
  const before = await looks(subject);
  expect(await read()).toBe(1);
  expect(await looks(subject)).toBe(before + 1);
});

it("one that is no standby does not answer", async () => {
  await replayed(null);
  expect(await courses()).toBe(1);
});

it("one that does not let anybody in does not answer, and is left alone for a while", async () => {
  await replayed("FFFFFFFF/FFFFFFFF");
  const { rows } = await owner.pool.query("SELECT current_database() AS name");
  const letIn = (whether: boolean) => clinic.ownerPool.query(`ALTER DATABASE "${rows[0].name}" ALLOW_CONNECTIONS ${whether}`);
  await letIn(false);
  await owner.pool.query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid()");
  expect(await courses()).toBe(1);
  await letIn(true);
  expect(await courses()).toBe(1);
});
