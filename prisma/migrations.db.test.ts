import { cpSync, mkdtempSync, readFileSync, mkdirSync, writeFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createClient } from "./connect";
import { demoPeople, loadDemoClinic } from "./demo/load";
import { olderRows } from "./migrations.fixture";
import { migrate, migrationsFolder, readMigrations } from "./migrate";
import { schemaDiff, schemaFile, withEngine } from "./schema-engine";
import { createDatabase, query } from "./scratch";
import { freshDatabase } from "./test-database";

const folder = mkdtempSync(path.join(tmpdir(), "courseline migrations-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

describe("the committed migrations", () => {
  let ownerUrl: string;
  let appUrl: string;
  beforeAll(async () => {
    ({ ownerUrl, appUrl } = await freshDatabase());
  });

  it("make exactly the schema", async () => {
    expect(await schemaDiff(ownerUrl)).toBe("");
  });

  it("are told apart from a schema with one more column", async () => {
    const schema = readFileSync(schemaFile, "utf8").replace("model Patient {", "model Patient {\n  shoeSize Int?");
    expect(await schemaDiff(ownerUrl, schema)).toContain('ADD COLUMN     "shoeSize" INTEGER');
  });

  it("are told apart from a database with one more column", async () => {
    const url = await createDatabase(inject("testServer").serverUrl, inject("testServer").templateUrl);
    await query(url, "alter table patient add column shoe_size integer");
    expect(await schemaDiff(url)).toContain('DROP COLUMN "shoe_size"');
  });

  it("are recorded so that Prisma's own engine finds nothing to do and nothing changed", async () => {
    const found = await withEngine(ownerUrl, readFileSync(schemaFile, "utf8"), (engine) =>
      engine.diagnoseMigrationHistory({
        optInToShadowDatabase: false,
        filters: { externalTables: [], externalEnums: [] },
        migrationsList: {
          baseDir: migrationsFolder,
          shadowDbInitScript: "",
          lockfile: { path: "migration_lock.toml", content: 'provider = "postgresql"\n' },
          migrationDirectories: readMigrations(migrationsFolder).map(({ name, sql }) => ({
            path: name,
            migrationFile: { path: "migration.sql", content: { tag: "ok", value: sql } },
          })),
        },
      }),
    );
    expect(found).toMatchObject({
      history: null,
      failedMigrationNames: [],
      editedMigrationNames: [],
      hasMigrationsTable: true,
    });
  });

  it("leave the application a role that owns nothing and passes nothing by, in a session in UTC", async () => {
    const { prisma, pool } = createClient(appUrl);
    try {
      const [session] = await prisma.$queryRaw<Record<string, unknown>[]>`
        select current_user::text as role, current_setting('TimeZone') as zone, rolsuper, rolbypassrls, rolcanlogin,
          (select count(*)::int from pg_class where pg_get_userbyid(relowner) = current_user) as owned,
          has_schema_privilege('public', 'create') as creates
        from pg_roles where rolname = current_user`;
      expect(session).toEqual({
        role: "courseline_app", zone: "UTC", rolsuper: false, rolbypassrls: false, rolcanlogin: false, owned: 0,
        creates: false,
      });
    } finally {
      await prisma.$disconnect();
      await pool.end();
    }
  });
});

describe("a database of the first migrations, with rows in it", () => {
  const first = path.join(folder, "first");
  let url: string;
  beforeAll(async () => {
    for (const { name } of readMigrations(migrationsFolder).filter(({ name: each }) => each < "20261124")) cpSync(path.join(migrationsFolder, name), path.join(first, name), { recursive: true });
    url = await createDatabase(inject("testServer").serverUrl);
    await migrate(url, { folder: first });
    await query(url, olderRows);
    await migrate(url);
  });

  it("has the schema of a new one after the last", async () => {
    expect(await schemaDiff(url)).toBe("");
  });

  it("keeps the clinic's rule as its settings", async () => {
    expect(await query(url, "select name, settings, settings_version from organisation")).toEqual([{ name: "Here", settings: { rules: { "pcl-5": "marx-2022-18" } }, settings_version: 1 }]);
  });

  it("keeps every form, draft and revision, each revision now with its measure", async () => {
    const twos = Array(20).fill(2);
    expect(await query(url, "select measure, recall, total, ratings, revision from assessment")).toEqual([{ measure: "pcl-5", recall: "week", total: 40, ratings: twos, revision: 2 }]);
    expect(await query(url, "select number, measure, act, total, reason from assessment_revision order by number")).toEqual([
      { number: 1, measure: "pcl-5", act: "entered", total: null, reason: null },
      { number: 2, measure: "pcl-5", act: "corrected", total: 40, reason: "Item 20 read again" },
    ]);
    expect(await query(url, "select measure, ratings, total, step from draft")).toEqual([{ measure: "pcl-5", ratings: Array(20).fill(null), total: null, step: 4 }]);
    expect(await query(url, "select therapy, measure_plan from course")).toEqual([{ therapy: "pe", measure_plan: null }]);
  });

  it("still only ever adds revisions", async () => {
    await expect(query(url, "update assessment_revision set reason = 'x'")).rejects.toThrow(/only ever added/);
  });
});

describe("the demo clinic, as far as the first migrations could hold it", () => {
  // What they could not: other measures and recall windows, later roles, longer courses, and what hangs on these.
  const holds: Record<string, string> = {
    app_user: "roles::text[] <@ '{administrator,clinician}'",
    course: "planned_weeks <= 8",
    course_session: "course_id IN (SELECT id FROM course WHERE planned_weeks <= 8)",
    care_team_member: "user_id IN (SELECT id FROM app_user WHERE roles::text[] <@ '{administrator,clinician}')",
    assessment: "measure = 'pcl-5' AND recall IN ('month', 'week', 'day') AND (course_id IS NULL OR course_id IN (SELECT id FROM course WHERE planned_weeks <= 8))",
    draft: "measure = 'pcl-5'",
  };
  holds.assessment_revision = `assessment_id IN (SELECT id FROM assessment WHERE ${holds.assessment})`;
  const columnsOf = async (url: string) =>
    new Map((await query(url, `select table_name as name, array_agg(column_name::text order by column_name) as columns from information_schema.columns
      where table_schema = 'public' and table_name <> '_prisma_migrations' group by 1 order by 1`)).map(({ name, columns }) => [String(name), columns as string[]]));
  const valuesOf = async (url: string, table: string, columns: string[], where = "true") =>
    (await query(url, `select to_json(t) as row from (select ${columns.join(", ")} from ${table} where ${where}) t`)).map(({ row }) => JSON.stringify(row)).sort();

  it("comes to the last one without losing or changing a value", async () => {
    const { serverUrl, templateUrl } = inject("testServer");
    const [now, old] = [await createDatabase(serverUrl, templateUrl), await createDatabase(serverUrl)];
    const { prisma, pool } = createClient(now, { role: null });
    await loadDemoClinic(prisma, { passwordHashes: Object.fromEntries(demoPeople.map(({ email }) => [email, "none"])), now: new Date("2026-11-23T15:00:00Z") });
    await prisma.$disconnect();
    await pool.end();
    await migrate(old, { folder: path.join(folder, "first") });
    const [then, today] = [await columnsOf(old), await columnsOf(now)];
    const kept = [...then].map(([table, columns]) => ({ table, columns: columns.filter((name) => today.get(table)?.includes(name)) }));
    let rows = 0;
    const before = new Map<string, string[]>();
    for (const { table, columns } of kept) {
      const values = await valuesOf(now, table, columns, holds[table]);
      before.set(table, values);
      rows += values.length;
      const list = columns.join(", ");
      await query(old, `set session_replication_role = replica; insert into ${table} (${list}) select ${list} from json_populate_recordset(null::${table}, ${pg.escapeLiteral(`[${values.join(",")}]`)})`);
    }
    expect(rows).toBeGreaterThan(500);
    await migrate(old);
    for (const { table, columns } of kept) expect(await valuesOf(old, table, columns), table).toEqual(before.get(table));
    expect((await query(old, "select count(*)::int as count from assessment_revision r join assessment a on a.id = r.assessment_id where r.measure = a.measure"))[0]?.count).toBe(before.get("assessment_revision")?.length);
  });
});

describe("the migrator", () => {
  let url: string;
  beforeAll(async () => {
    url = await createDatabase(inject("testServer").serverUrl);
    write("20260101000000_one", "create table one (id integer primary key);");
  });

  it("applies what is missing, once", async () => {
    expect(await migrate(url, { folder })).toEqual(["20260101000000_one"]);
    expect(await migrate(url, { folder })).toEqual([]);
  });

  it("lets two at once apply a migration only once", async () => {
    write("20260102000000_two", "create table two (id integer primary key); select pg_sleep(0.2);");
    const both = await Promise.all([migrate(url, { folder }), migrate(url, { folder })]);
    expect(both.flat()).toEqual(["20260102000000_two"]);
  });

  it("changes nothing when a migration fails half-way, and says where", async () => {
    write("20260103000000_three", "create table three (id integer primary key);\ninsert into nowhere values (1);");
    await expect(migrate(url, { folder })).rejects.toThrow(
      'The migration 20260103000000_three failed (line 2) and changed nothing: relation "nowhere" does not exist',
    );
    expect(await query(url, "select to_regclass('three') as made")).toEqual([{ made: null }]);
    write("20260103000000_three", "create table three (id integer primary key);");
    expect(await migrate(url, { folder })).toEqual(["20260103000000_three"]);
  });

  it("leaves the old schema when it is killed half-way, and goes on from there", async () => {
    write("20260104000000_four", "create table four (id integer primary key); select pg_sleep(60);");
    const killed = migrate(url, { folder }).then(() => "went on", (error: Error) => error.message);
    const kill = "select pg_terminate_backend(pid) as done from pg_stat_activity where datname = current_database() and query like '%table four%' and pid <> pg_backend_pid()";
    while ((await query(url, kill)).length === 0) await new Promise((resolve) => setTimeout(resolve, 10));
    expect(await killed).toMatch(/20260104000000_four failed and changed nothing|[Cc]onnection terminated/);
    expect(await query(url, "select to_regclass('four') as made")).toEqual([{ made: null }]);
    write("20260104000000_four", "create table four (id integer primary key);");
    expect(await migrate(url, { folder })).toEqual(["20260104000000_four"]);
  });

  it("refuses tables that something else changed, and says what; an index more is nobody's business", async () => {
    const changed = await createDatabase(inject("testServer").serverUrl, inject("testServer").templateUrl);
    await query(changed, "create index quicker on patient (birth_date)");
    expect(await migrate(changed)).toEqual([]);
    await query(changed, "drop index quicker; alter table audit_event disable trigger only_added; alter table patient no force row level security; alter table course drop constraint course_ended; create policy everybody on patient using (true); grant delete on patient to courseline_app");
    const refusal = await migrate(changed).then(() => "", (error: Error) => error.message);
    expect(refusal.split("\n").slice(1, -1)).toEqual([
      "  - gone: constraint course_ended on course", "  - gone: table patient, secured, its owner too", "  - gone: trigger only_added on audit_event",
      "  - new: policy everybody on patient for *", "  - new: right delete on patient", "  - and 1 more",
    ]);
    expect(await migrate(changed, { asItIs: true })).toEqual([]);
    expect(await migrate(changed)).toEqual([]);
  });

  it("leaves nobody but the owner a temporary table, which would be asked in place of a real one; of a copy and after a restore too", async () => {
    const { serverUrl, templateUrl } = inject("testServer");
    const attack = (of: string) => query(of, "SET ROLE courseline_app; CREATE TEMP TABLE app_user (id uuid)");
    const copy = await createDatabase(serverUrl, templateUrl);
    await attack(copy); // what a copy is like
    expect(await migrate(copy)).toEqual([]);
    await expect(attack(copy)).rejects.toThrow("permission denied to create temporary tables");
    const name = new URL(copy).pathname.slice(1);
    await query(copy, `GRANT TEMPORARY ON DATABASE ${name} TO courseline_app`);
    await expect(migrate(copy)).rejects.toThrow(`REVOKE TEMPORARY ON DATABASE ${name} FROM PUBLIC, courseline_app;`);
    const made = await createDatabase(serverUrl);
    const guard = readMigrations(migrationsFolder).find(({ name }) => name.endsWith("no_temporary_tables_guard"));
    await query(made, guard?.sql ?? "");
    await expect(attack(made)).rejects.toThrow("permission denied to create temporary tables");
  });

  it("refuses a migration that was edited after it was applied", async () => {
    write("20260103000000_three", "create table three (id bigint primary key);");
    await expect(migrate(url, { folder })).rejects.toThrow("20260103000000_three is not the one that made this database");
    write("20260103000000_three", "create table three (id integer primary key);");
  });

  it("refuses a database that a newer Courseline migrated", async () => {
    rmSync(path.join(folder, "20260104000000_four"), { recursive: true });
    await expect(migrate(url, { folder })).rejects.toThrow(
      "The database is newer than this Courseline: it has 20260104000000_four",
    );
  });
});
