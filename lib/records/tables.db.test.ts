// The access matrix of the database by itself: every table that PostgreSQL knows, tried by everybody.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { Prisma } from "@/prisma/generated/client";
import { openClinic, type Clinic } from "./clinic.fixture";
import { fill, fillClinics } from "./every-table.fixture";
import { tables, type Asker, type Row, type World } from "./tables.fixture";

let clinic: Clinic;
const askers: Record<string, Asker> = {};
const patients: Record<World, string> = { "ada's": randomUUID(), "ben's": randomUUID(), "cleo's": randomUUID() };
let people: Record<World, Viewer>;
const acts = ["read", "add", "change", "remove"] as const;

beforeAll(async () => {
  clinic = await openClinic();
  const { owner, ada, ben, cleo, adam } = clinic;
  people = { "ada's": ada, "ben's": ben, "cleo's": cleo };
  for (const [world, viewer] of Object.entries(people) as [World, Viewer][]) await fill(clinic, viewer, patients[world]);
  const here = ada.organisation.id;
  const nextDoor = cleo.organisation.id;
  const { teamId } = await owner.careTeamMember.findFirstOrThrow({ where: { userId: ada.userId } });

  const join = async (roles: ("clinician" | "assistant" | "researcher" | "auditor" | "administrator")[], organisationId: string, more: { leftAt?: Date; disabledAt?: Date; team?: false } = {}) => {
    const { leftAt, disabledAt, team } = more;
    const { id } = await owner.user.create({ data: { id: randomUUID(), organisationId, email: `${randomUUID()}@test.example`, name: "Somebody", passwordHash: "none", roles, disabledAt } });
    if (team !== false) await owner.careTeamMember.create({ data: { teamId, userId: id, leftAt } });
    return id;
  };
  Object.assign(askers, {
    "her clinician": { userId: ada.userId, clinic: "here", roles: ["clinician"], team: "ada's" },
    "an assistant of the team": { userId: await join(["assistant"], here), clinic: "here", roles: ["assistant"], team: "ada's" },
    "a clinician of another team": { userId: ben.userId, clinic: "here", roles: ["clinician"], team: "ben's" },
    "a clinician next door": { userId: cleo.userId, clinic: "next door", roles: ["clinician"], team: "cleo's" },
    "an administrator": { userId: adam.userId, clinic: "here", roles: ["administrator"], team: null },
    "an administrator next door": { userId: await join(["administrator"], nextDoor, { team: false }), clinic: "next door", roles: ["administrator"], team: null },
    "a researcher on the team's list": { userId: await join(["researcher"], here), clinic: "here", roles: ["researcher"], team: "ada's" },
    "an auditor on the team's list": { userId: await join(["auditor"], here), clinic: "here", roles: ["auditor"], team: "ada's" },
    "a clinician on another clinic's team": { userId: await join(["clinician"], nextDoor), clinic: "next door", roles: ["clinician"], team: null },
    "a clinician who left": { userId: await join(["clinician"], here, { leftAt: new Date() }), clinic: "here", roles: ["clinician"], team: null },
    "a disabled clinician": { userId: await join(["clinician"], here, { disabledAt: new Date() }), clinic: null, roles: [], team: null },
    "a clinician in an emergency": { userId: await join(["clinician"], here, { team: false }), clinic: "here", roles: ["clinician"], team: null, opened: "ada's" },
    "a clinician after an emergency": { userId: await join(["clinician"], here, { team: false }), clinic: "here", roles: ["clinician"], team: null },
    "nobody": { userId: null, clinic: null, roles: [], team: null },
  } satisfies Record<string, Asker>);
  const glass = (who: string, until: Date, at?: Date) => owner.breakGlass.create({ data: { id: randomUUID(), organisationId: here, patientId: patients["ada's"], userId: askers[who]!.userId!, reason: "Chest pain", until, at } });
  await glass("a clinician in an emergency", new Date(Date.now() + 600_000));
  await glass("a clinician after an emergency", new Date(Date.now() - 600_000), new Date(Date.now() - 1_200_000));

  await fillClinics(clinic, [ada, cleo]);
});
afterAll(() => clinic.close());

const known = () =>
  clinic.owner.$queryRaw<{ name: string; added: string[]; changed: string[]; secured: boolean; forced: boolean }[]>`
    SELECT c.relname AS name, c.relrowsecurity AS secured, c.relforcerowsecurity AS forced,
      coalesce(array_agg(a.attname::text) FILTER (WHERE has_column_privilege('courseline_app', c.oid, a.attnum, 'INSERT')), '{}') AS added,
      coalesce(array_agg(a.attname::text) FILTER (WHERE has_column_privilege('courseline_app', c.oid, a.attnum, 'UPDATE')), '{}') AS changed
    FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    WHERE c.relkind IN ('r', 'p', 'v', 'm') AND c.relnamespace = 'public'::regnamespace GROUP BY c.oid ORDER BY 1`;

/** Who made a row that is the clinic's. */
const authors: Readonly<Record<string, string>> = { invitation: "created_by_id", study_revision: "by_id" };

/** A row of that world, as it is found again, and whose it is. */
async function rowOf(table: string, world: World): Promise<{ place: string; json: string; row: Row } | null> {
  const { userId, organisation } = people[world];
  const where =
    tables[table]?.of === "patient" ? `${table === "patient" ? "id" : "patient_id"} = '${patients[world]}'`
    : tables[table]?.of === "person" ? `${table === "app_user" ? "id" : "user_id"} = '${userId}'`
    : tables[table]?.of === "clinic" ? `${table === "organisation" ? "id" : "organisation_id"} = '${organisation.id}'`
    : "true";
  const [found] = await clinic.owner.$queryRaw<{ place: string; json: string }[]>`SELECT ctid::text AS place, row_to_json(t)::text AS json FROM ${Prisma.raw(`"${table}" t WHERE ${where} LIMIT 1`)}`;
  if (!found) return null;
  const author = authors[table];
  const by = author === undefined ? userId : String(JSON.parse(found.json)[author]);
  return { ...found, row: { world, personId: by } };
}

it("knows every table", async () => {
  expect((await known()).map(({ name }) => name)).toEqual(Object.keys(tables).sort());
});

it("hides clinical rows from the tables' owner too", async () => {
  const open = (await known()).filter(({ name, secured, forced }) => tables[name]?.of === "patient" && !(secured && forced));
  expect(open).toEqual([]);
});

describe("as the application's role", () => {
  it.each(Object.keys(tables))("%s", async (table) => {
    const { added = [], changed = [] } = (await known()).find(({ name }) => name === table) ?? {};
    const found: string[] = [];
    const wanted: string[] = [];
    for (const world of Object.keys(patients) as World[]) {
      const target = await rowOf(table, world);
      expect(target, `a row of ${world} in ${table}`).not.toBeNull();
      for (const [name, asker] of Object.entries(askers)) {
        for (const act of acts) {
          const cell = `${name}: ${act} ${world}`;
          if (tables[table]![act](asker, target!.row)) wanted.push(cell);
          if (await reaches(asker, act, table, target!, { added, changed })) found.push(cell);
        }
      }
    }
    expect(found).toEqual(wanted);
  });
});

/** Whether PostgreSQL lets this person this far; what a constraint or a trigger says afterwards is not about who they are. */
async function reaches({ userId }: Asker, act: (typeof acts)[number], table: string, { place, json }: { place: string; json: string }, { added, changed }: { added: string[]; changed: string[] }): Promise<boolean> {
  const list = (names: string[]) => names.map((name) => `"${name}"`).join(", ");
  const column = changed.find((name) => !/^(id|created_at)$/.test(name)) ?? changed[0];
  const statements = {
    read: `SELECT 1 FROM "${table}" WHERE ctid = '${place}'`,
    add: `INSERT INTO "${table}" (${list(added)}) SELECT ${list(added)} FROM json_populate_record(NULL::"${table}", $1::json)`,
    change: `UPDATE "${table}" SET "${column}" = "${column}" WHERE ctid = '${place}'`,
    remove: `DELETE FROM "${table}" WHERE ctid = '${place}'`,
  };
  if ((act === "add" && added.length === 0) || (act === "change" && column === undefined)) return false;
  const client = await clinic.app.pool.connect();
  try {
    await client.query("BEGIN");
    if (userId !== null) await client.query("SELECT set_config('app.user_id', $1, true)", [userId]);
    const { rowCount } = await client.query(statements[act], act === "add" ? [json] : []);
    return (rowCount ?? 0) > 0;
  } catch (error) {
    const { code, message } = Object(error) as { code?: string; message?: string };
    if (code === "42501") return false;
    if (code?.startsWith("23")) return true;
    throw new Error(`${act} ${table}: ${message}`, { cause: error });
  } finally {
    await client.query("ROLLBACK");
    client.release();
  }
}
