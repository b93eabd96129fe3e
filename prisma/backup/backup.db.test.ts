// A backup is what a restore gives back: every table that PostgreSQL knows, to the byte, or nothing at all.
import { createHash, randomBytes, randomInt, randomUUID } from "node:crypto";
import { mkdirSync, mkdtempSync, cpSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { openClinic, type Clinic } from "@/lib/records/clinic.fixture";
import { fill, fillClinics } from "@/lib/records/every-table.fixture";
import { olderRows } from "../migrations.fixture";
import { bringUpToDate, migrate, migrationsFolder, readMigrations } from "../migrate";
import { createDatabase, query, withDatabase } from "../scratch";
import { readArchive } from "./archive";
import { compareWithArchive } from "./compare";
import { loadArchive } from "./load";
import { writeArchive } from "./write";

const folder = mkdtempSync(path.join(tmpdir(), "courseline backup-"));
const { serverUrl } = inject("testServer");
let clinic: Clinic;
let sourceUrl: string;
let file: string;

/** By the catalogue, and by another way than the backup's own: each table's rows as PostgreSQL writes them, sorted. */
async function contents(url: string): Promise<Record<string, { rows: number; hash: string }>> {
  const tables = await query(url, "SELECT relname AS name FROM pg_class WHERE relkind IN ('r', 'p', 'm') AND relnamespace = 'public'::regnamespace ORDER BY 1");
  const parts = tables.map(({ name }) => `SELECT '${name}' AS name, count(*)::int AS rows, md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS hash FROM "${name}" t`);
  return Object.fromEntries((await query(url, parts.join(" UNION ALL "))).map(({ name, rows, hash }) => [name, { rows, hash }])) as Record<string, { rows: number; hash: string }>;
}

const isEmpty = async (url: string) => (await query(url, "SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace")).length === 0;

beforeAll(async () => {
  clinic = await openClinic();
  await fill(clinic, clinic.ada, randomUUID());
  await fillClinics(clinic, [clinic.ada]);
  await clinic.owner.patient.updateMany({ data: { givenName: 'Tab\there, line\nthere, \\N and "é"' } });
  sourceUrl = clinic.ownerPool.options.connectionString as string;
  ({ file } = await writeArchive(sourceUrl, `${folder}/`));
});
afterAll(async () => {
  await clinic.close();
  rmSync(folder, { recursive: true });
});

describe("a backup of a database with a row in every table", () => {
  it("is one file of its owner's alone, named by its moment, and nothing half-made is left", () => {
    expect(path.basename(file)).toMatch(/^courseline-\d{8}T\d{6}Z\.backup$/);
    expect(readdirSync(folder)).toEqual([path.basename(file)]);
    expect(process.platform === "win32" || (statSync(file).mode & 0o777) === 0o600).toBe(true);
  });

  it("gives back every table, every rule and every sequence, and the trail's chain holds", async () => {
    const before = await contents(sourceUrl);
    expect(Object.entries(before).filter(([, { rows }]) => rows === 0), "no row to lose: make one in every-table.fixture.ts").toEqual([]);
    const target = await createDatabase(serverUrl);
    const read = await loadArchive(target, file);
    expect(await contents(target)).toEqual(before);
    expect(await compareWithArchive(target, read)).toMatchObject({ wrong: [], rows: read.rows, trail: { wrong: null } });
    await expect(query(target, "UPDATE audit_event SET action = 'x'")).rejects.toThrow(/only ever added/);
    const next = "SELECT nextval('audit_event_id_seq') > max(id) AS free FROM audit_event";
    expect(await query(target, next)).toEqual([{ free: true }]);

    // And where one value differs, that is told.
    await query(target, "ALTER TABLE patient DISABLE TRIGGER USER; UPDATE patient SET family_name = 'Rivers'; INSERT INTO throttle (key, points) VALUES ('new', 1)");
    expect((await compareWithArchive(target, read)).wrong).toEqual(["patient has as many rows as it had, and they differ.", "throttle has 2 rows and had 1.", "A sequence does not stand where it stood."]);
  });
});

// pg_restore loads rows with no schema in its search path: a check whose function calls another without naming it refuses every row.
it("PostgreSQL's own dump can be restored too: each check holds where no schema is searched", async () => {
  const client = new pg.Client({ connectionString: sourceUrl });
  await client.connect();
  await client.query("SET search_path = ''");
  const { rows: checks } = await client.query<{ of: string; name: string; is: string }>(
    `SELECT conrelid::regclass::text AS of, conname AS name, pg_get_expr(conbin, conrelid) AS is FROM pg_constraint
     WHERE contype = 'c' AND connamespace = 'public'::regnamespace`,
  );
  const failing: string[] = [];
  for (const { of, name, is } of checks) {
    await client.query(`SELECT count(*) FROM ${of} WHERE NOT (${is})`).catch((error: Error) => failing.push(`${name}: ${error.message}`));
  }
  await client.end();
  expect(checks.length).toBeGreaterThan(40);
  expect(failing).toEqual([]);
});

describe("what is refused before anything is touched", () => {
  let target: string;
  beforeAll(async () => {
    target = await createDatabase(serverUrl);
  });
  /** Why these bytes are refused. */
  async function refusal(bytes: Buffer): Promise<string> {
    const altered = path.join(folder, "altered");
    writeFileSync(altered, bytes);
    return loadArchive(target, altered).then(() => "loaded", (error: Error) => error.message);
  }
  const refused = /^This (backup is damaged or was altered|is no backup of Courseline's|backup was made under a key that is not here)/;

  it("a file that was cut, anywhere", async () => {
    const whole = readFileSync(file);
    for (const at of [0, 59, 60, whole.length - 1, randomInt(whole.length)]) expect(await refusal(whole.subarray(0, at)), `cut at ${at}`).toMatch(refused);
    expect(await isEmpty(target)).toBe(true);
  });

  it("a file with one bit turned, anywhere, or with more at its end", async () => {
    const whole = readFileSync(file);
    for (const at of [3, 22, 40, 61, whole.length - 1, ...Array.from({ length: 3 }, () => randomInt(whole.length))]) {
      const altered = Buffer.from(whole);
      altered[at]! ^= 1 << randomInt(8);
      expect(await refusal(altered), `turned at ${at}`).toMatch(refused);
    }
    expect(await refusal(Buffer.concat([whole, Buffer.from("x")]))).toMatch(refused);
    expect(await isEmpty(target)).toBe(true);
  });

  it("a file under another key, named by its id", async () => {
    const key = process.env.ENCRYPTION_KEY!;
    const id = createHash("sha256").update(Buffer.from(key, "base64")).digest("hex").slice(0, 8);
    try {
      process.env.ENCRYPTION_KEY = randomBytes(32).toString("base64");
      await expect(loadArchive(target, file)).rejects.toThrow(`made under a key that is not here (${id})`);
      expect(await isEmpty(target)).toBe(true);
      process.env.ENCRYPTION_KEYS_OLD = key;
      expect((await readArchive(file)).rows).toBeGreaterThan(0);
    } finally {
      process.env.ENCRYPTION_KEY = key;
      delete process.env.ENCRYPTION_KEYS_OLD;
    }
  });

  it("a database with a single row, which its owner may not even see", async () => {
    await migrate(target);
    await query(target, "INSERT INTO throttle (key, points) VALUES ('x', 1)");
    await expect(loadArchive(target, file)).rejects.toThrow("This database is not empty: there is something in throttle.");
    await query(target, "TRUNCATE throttle");
    expect((await loadArchive(target, file)).rows).toBeGreaterThan(0);
  });

  it("a database in which there is something else", async () => {
    target = await createDatabase(serverUrl);
    await query(target, "CREATE TABLE mine (id integer)");
    await expect(loadArchive(target, file)).rejects.toThrow("This database is not empty: there is something in mine.");
    expect(await query(target, "SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace")).toEqual([{ relname: "mine" }]);
  });
});

it("an archive of an older version is brought up to date, and loses nothing", async () => {
  const first = path.join(folder, "first");
  mkdirSync(first);
  for (const { name } of readMigrations(migrationsFolder).filter(({ name: each }) => each < "20261124")) cpSync(path.join(migrationsFolder, name), path.join(first, name), { recursive: true });
  const old = await createDatabase(serverUrl);
  await migrate(old, { folder: first });
  await query(old, olderRows);
  const written = await writeArchive(old, path.join(folder, "old.backup"));
  const target = await createDatabase(serverUrl);
  const read = await loadArchive(target, written.file);
  expect((await compareWithArchive(target, read)).wrong).toEqual([]);
  await bringUpToDate(target, {});
  expect(await migrate(target)).toEqual([]);
  expect(await query(target, "SELECT total, revision FROM assessment")).toEqual([{ total: 40, revision: 2 }]);
});

describe("on a server where nobody is a superuser", () => {
  const name = `keeper_${randomUUID().slice(0, 8)}`;
  const as = (login: string, url: string) => {
    const address = new URL(url);
    address.username = login;
    address.password = "a password";
    return address.href;
  };
  afterAll(() => query(serverUrl, `DROP OWNED BY ${name} CASCADE; DROP ROLE ${name}`).catch(() => {}));

  it("the owner of the tables, who does not see every row, makes no backup that lacks them", async () => {
    await query(serverUrl, `CREATE ROLE ${name} LOGIN PASSWORD 'a password' IN ROLE pg_read_all_data`);
    await expect(writeArchive(as(name, sourceUrl), path.join(folder, "part.backup"))).rejects.toThrow("This login does not see every row");
    expect(readdirSync(folder)).not.toContain("part.backup");
    await query(serverUrl, `ALTER ROLE ${name} BYPASSRLS`);
    expect((await writeArchive(as(name, sourceUrl), path.join(folder, "whole.backup"))).rows).toBe((await readArchive(file)).rows);
    await query(serverUrl, `ALTER ROLE ${name} NOBYPASSRLS`);
  });

  it("the owner restores", async () => {
    const target = await createDatabase(serverUrl);
    const { pathname } = new URL(target);
    await query(serverUrl, `ALTER DATABASE ${pathname.slice(1)} OWNER TO ${name}`);
    await loadArchive(withDatabase(as(name, serverUrl), target), file);
    expect(await contents(target)).toEqual(await contents(sourceUrl));
    await query(serverUrl, `DROP DATABASE ${pathname.slice(1)} WITH (FORCE)`);
  });
});
