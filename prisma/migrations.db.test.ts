import { mkdtempSync, readFileSync, mkdirSync, writeFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { createClient } from "./connect";
import { migrate, migrationsFolder, readMigrations } from "./migrate";
import { schemaDiff, schemaFile, withEngine } from "./schema-engine";
import { createDatabase } from "./scratch";
import { freshDatabase } from "./test-database";

const folder = mkdtempSync(path.join(tmpdir(), "courseline migrations-"));
afterAll(() => rmSync(folder, { recursive: true }));

function write(name: string, sql: string): void {
  mkdirSync(path.join(folder, name), { recursive: true });
  writeFileSync(path.join(folder, name, "migration.sql"), sql);
}

async function query(url: string, sql: string): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
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

  it("refuses a migration that was edited after it was applied", async () => {
    write("20260103000000_three", "create table three (id bigint primary key);");
    await expect(migrate(url, { folder })).rejects.toThrow("20260103000000_three is not the one that made this database");
    write("20260103000000_three", "create table three (id integer primary key);");
  });

  it("refuses a database that a newer Courseline migrated", async () => {
    rmSync(path.join(folder, "20260103000000_three"), { recursive: true });
    await expect(migrate(url, { folder })).rejects.toThrow(
      "The database is newer than this Courseline: it has 20260103000000_three",
    );
  });
});
