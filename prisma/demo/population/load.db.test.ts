import { randomBytes } from "node:crypto";
import { beforeAll, expect, test } from "vitest";
import { withOwner } from "../../keys-rotate";
import { freshDatabase } from "../../test-database";
import { clinicClock } from "../clinic-clock";
import { patientRows } from "../patient-rows";
import { loadPopulation, type Wanted } from "./load";
import { drawnStory } from "./patient";

const wanted: Wanted = { patients: 12, seed: 116, day: "2026-11-25", passwordHash: "a hash", again: false };
const silent = () => {};

/** What the rows of every table say, sealed texts aside: the same text comes out differently each time it is sealed. */
const digest = `
  SELECT md5(string_agg(line, ',' ORDER BY line)) AS all FROM (
    SELECT to_jsonb(p) ::text AS line FROM patient p UNION ALL SELECT (to_jsonb(c) - 'end_note')::text FROM course c
    UNION ALL SELECT (to_jsonb(s) - 'reason')::text FROM course_session s UNION ALL SELECT to_jsonb(a)::text FROM assessment a
    UNION ALL SELECT (to_jsonb(r) - 'reason')::text FROM assessment_revision r UNION ALL SELECT to_jsonb(u)::text FROM app_user u) lines`;

/** Keys, indexes, checks and row-level security as they stand. */
const shape = `
  SELECT conrelid::regclass::text AS of, conname AS name, pg_get_constraintdef(oid) AS what, convalidated AS held FROM pg_constraint WHERE connamespace = 'public'::regnamespace
  UNION ALL SELECT tablename, indexname, indexdef, true FROM pg_indexes WHERE schemaname = 'public'
  UNION ALL SELECT relname, 'rls', relrowsecurity::text, relforcerowsecurity FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r' ORDER BY 1, 2, 3`;

let url: string;
let before: unknown[];
let first: unknown[];
const ask = (query: string, at = url) => withOwner(at, async (client) => (await client.query(query)).rows);

beforeAll(async () => {
  url = (await freshDatabase()).ownerUrl;
  before = await ask(shape);
  await loadPopulation(url, wanted, silent);
  first = await ask(digest);
});

test("the tables stand as before, with every key and index", async () => {
  expect(await ask(shape)).toEqual(before);
});

test("the clinic says it is synthetic, and the trail has one line for the whole load", async () => {
  expect(await ask("SELECT synthetic, name FROM organisation")).toEqual([{ synthetic: true, name: "Estuary Health System (synthetic), seed 116" }]);
  expect(await ask("SELECT e.action, e.user_id, e.subject_id = o.id AS clinic FROM audit_event e, organisation o")).toEqual([{ action: "demo-loaded", user_id: null, clinic: true }]);
});

test("every row says what was drawn, also where only some rows of a table say it", async () => {
  const clock = clinicClock(new Date("2026-11-25T05:00:00Z"), "America/New_York");
  const drawn = Array.from({ length: wanted.patients }, (_, number) => patientRows(drawnStory(wanted.seed, number, 3), clock, { organisationId: "", teamId: "", clinicianId: "" }));
  const ends = drawn.flatMap(({ courses }) => courses.map(({ endedAt }) => (endedAt ? new Date(endedAt).toISOString() : ""))).toSorted();
  const peaks = drawn.flatMap(({ therapyRecords }) => therapyRecords.map(({ sudsPeak }) => sudsPeak ?? null)).toSorted();
  expect(new Set(ends).has("")).toBe(true);
  expect(new Set(peaks).size).toBeGreaterThan(2);
  const courses = await ask("SELECT ended_at AS at FROM course");
  const records = await ask("SELECT suds_peak AS peak FROM therapy_record");
  expect(courses.map(({ at }) => at?.toISOString() ?? "").toSorted()).toEqual(ends);
  expect(records.map(({ peak }) => peak).toSorted()).toEqual(peaks);
});

test("what was typed about a patient is sealed", async () => {
  const [found] = await ask("SELECT count(*)::int AS texts, bool_and(escort LIKE 'sealed.%') AS sealed FROM leaving");
  expect(found).toMatchObject({ sealed: true });
  expect(found.texts).toBeGreaterThan(5);
});

test("a second load is refused unless it is asked for with another seed", async () => {
  await expect(loadPopulation(url, wanted, silent)).rejects.toThrow("seed 116 is here already");
  await expect(loadPopulation(url, { ...wanted, seed: 117 }, silent)).rejects.toThrow("--again --seed 118");
  expect(await ask("SELECT count(*)::int AS patients FROM patient")).toEqual([{ patients: 12 }]);
  await loadPopulation(url, { ...wanted, seed: 117, again: true }, silent);
  expect(await ask("SELECT count(*)::int AS patients FROM patient")).toEqual([{ patients: 24 }]);
});

test("an owner whom row-level security binds loads the same rows, and leaves it as it was", async () => {
  const other = (await freshDatabase()).ownerUrl;
  const login = `plain_owner_${randomBytes(4).toString("hex")}`;
  await ask(
    `CREATE ROLE ${login} LOGIN PASSWORD 'not a superuser'; GRANT ALL ON SCHEMA public TO ${login};
     DO $$ DECLARE t text; BEGIN FOR t IN SELECT tablename FROM pg_tables WHERE schemaname = 'public' LOOP EXECUTE format('ALTER TABLE %I OWNER TO ${login}', t); END LOOP; END $$;
     DO $$ DECLARE p record; BEGIN FOR p IN SELECT tablename, policyname FROM pg_policies WHERE policyname LIKE 'owner%' LOOP EXECUTE format('ALTER POLICY %I ON %I TO ${login}', p.policyname, p.tablename); END LOOP; END $$`,
    other,
  );
  try {
    const asLogin = new URL(other);
    [asLogin.username, asLogin.password] = [login, "not a superuser"];
    await loadPopulation(asLogin.href, wanted, silent);
    expect(await ask(digest, other)).toEqual(first);
    expect(await ask(shape, other)).toEqual(before);
  } finally {
    await ask(`REASSIGN OWNED BY ${login} TO CURRENT_USER; DROP OWNED BY ${login}; DROP ROLE ${login}`, other);
  }
});

test("a load that is broken off, or refused beside real patients, leaves nothing and the tables as they were", async () => {
  const other = (await freshDatabase()).ownerUrl;
  const brokenOff = () => { throw new Error("broken off"); };
  await expect(loadPopulation(other, wanted, brokenOff)).rejects.toThrow("broken off");
  expect(await ask("SELECT count(*)::int AS clinics FROM organisation", other)).toEqual([{ clinics: 0 }]);
  await ask("INSERT INTO organisation (id, name, time_zone) VALUES (gen_random_uuid(), 'Old Town Practice', 'Europe/Zurich')", other);
  await expect(loadPopulation(other, wanted, silent)).rejects.toThrow("Old Town Practice");
  expect(await ask("SELECT count(*)::int AS people FROM app_user", other)).toEqual([{ people: 0 }]);
  expect(await ask(shape, other)).toEqual(before);
});
