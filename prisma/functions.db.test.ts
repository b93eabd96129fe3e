// What the names within our functions mean is not the caller's to say: see the migration bound_names_guard.
import { randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { query } from "./scratch";
import { freshDatabase } from "./test-database";

let ownerUrl: string;
let app: pg.Client;
const me = randomUUID();
const other = randomUUID();
beforeAll(async () => {
  const urls = await freshDatabase();
  ownerUrl = urls.ownerUrl;
  app = new pg.Client({ connectionString: urls.appUrl });
  await app.connect();
  await app.query("SET ROLE courseline_app");
  await app.query("select set_config('app.user_id', $1, false)", [me]);
});
afterAll(() => app.end());

/** Those that take their names from the caller: neither bound as they were stored, nor with a search path of their own. */
const unbound = `
  SELECT p.oid::regprocedure::text AS name FROM pg_proc p
  WHERE p.pronamespace NOT IN ('pg_catalog'::regnamespace, 'information_schema'::regnamespace) AND p.pronamespace::regnamespace::text !~ '^pg_'
    AND p.prosqlbody IS NULL AND NOT coalesce('search_path=public, pg_temp' = ANY (p.proconfig), false)`;

it("there is none among ours that takes its names from the caller, and one would be found", async () => {
  expect(await query(ownerUrl, "SELECT count(*)::int > 30 AS many FROM pg_proc WHERE pronamespace = 'public'::regnamespace")).toEqual([{ many: true }]);
  expect(await query(ownerUrl, unbound)).toEqual([]);
  await query(ownerUrl, "CREATE FUNCTION loose() RETURNS integer LANGUAGE sql AS 'SELECT 1'");
  expect(await query(ownerUrl, unbound)).toEqual([{ name: "loose()" }]);
  await query(ownerUrl, "DROP FUNCTION loose()");
});

it("the functions that policies ask bring no search path of their own, which would keep them from being inlined", async () => {
  expect(await query(ownerUrl, "SELECT proname::text AS name FROM pg_proc WHERE proname ~ '^app_' AND (proconfig IS NOT NULL OR prosqlbody IS NULL)")).toEqual([]);
});

describe("in a session whose search path begins with somebody else's functions and tables", () => {
  beforeAll(async () => {
    await query(ownerUrl, `
      CREATE SCHEMA elsewhere;
      CREATE FUNCTION elsewhere.current_setting(text, boolean) RETURNS text LANGUAGE sql AS $$ SELECT '${other}' $$;
      CREATE FUNCTION elsewhere.app_user_id() RETURNS uuid LANGUAGE sql AS $$ SELECT '${other}'::uuid $$;
      CREATE TABLE elsewhere.app_user AS SELECT '${me}'::uuid AS id, gen_random_uuid() AS organisation_id, NULL::timestamptz AS disabled_at, ARRAY['auditor'] AS roles;
      GRANT USAGE ON SCHEMA elsewhere TO courseline_app;
      GRANT SELECT ON elsewhere.app_user TO courseline_app`);
    await app.query("SET search_path = elsewhere, pg_catalog, public");
  });
  const answer = async (sql: string) => (await app.query<{ answer: unknown }>(`SELECT ${sql} AS answer`)).rows[0]!.answer;

  it("what is asked directly is theirs: the trap is one", async () => {
    expect(await answer("current_setting('app.user_id', true)")).toBe(other);
    expect(await answer("(SELECT roles FROM app_user)")).toEqual(["auditor"]);
  });

  it("who is asking, and in what role, is still ours", async () => {
    expect(await answer("public.app_user_id()")).toBe(me);
    expect(await answer("public.app_has_role('auditor')")).toBe(false);
    expect(await answer("public.app_organisation_id()")).toBeNull();
  });

  it("a trigger still reads our tables, and what it notes is still there when the line is written", async () => {
    const clinic = randomUUID();
    await query(ownerUrl, `
      INSERT INTO organisation (id, name, time_zone) VALUES ('${clinic}', 'Here', 'UTC');
      INSERT INTO app_user (id, organisation_id, email, name, password_hash, roles) VALUES ('${me}', '${clinic}', 'me@test.example', 'Me', 'none', '{administrator}')`);
    await app.query("BEGIN");
    await app.query("INSERT INTO public.care_team (id, organisation_id, name) VALUES ($1, $2, 'Trauma')", [randomUUID(), clinic]);
    await app.query("INSERT INTO public.audit_event (organisation_id, user_id, action) VALUES ($1, $2, 'created')", [clinic, me]);
    await app.query("COMMIT");
    expect(await query(ownerUrl, `SELECT roles, after FROM audit_event WHERE user_id = '${me}'`)).toEqual([{ roles: "administrator", after: { "care_team.name": "Trauma" } }]);
  });
});
