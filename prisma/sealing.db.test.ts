// Sealed columns on the real database: what is stored, who opens it, and sealing everything anew under another key.
import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { createClient, type Connected } from "./connect";
import { keyTrouble, rotate, sealWhatIsPlain } from "./keys-rotate";
import { countKeys, reseal } from "./reseal";
import { opened } from "./sealed-columns";
import { freshDatabase } from "./test-database";

const aKey = () => randomBytes(32).toString("base64");
const first = aKey();
const secret = "Warehouse fire, 2019";

let owner: Connected;
let app: Connected;
let client: pg.Client;
const ids = { organisation: randomUUID(), user: randomUUID(), team: randomUUID(), patient: randomUUID(), course: randomUUID(), session: randomUUID(), event: randomUUID() };
const said: string[] = [];
const say = (line: string) => said.push(line);

beforeAll(async () => {
  const { ownerUrl, appUrl } = await freshDatabase();
  process.env.ENCRYPTION_KEY = first;
  owner = createClient(ownerUrl, { role: null });
  app = createClient(appUrl);
  client = new pg.Client({ connectionString: ownerUrl, options: "-c timezone=UTC" });
  await client.connect();
  const { organisation: organisationId, patient: patientId, user, team, course: courseId, session: sessionId } = ids;
  const made = { organisationId, patientId };
  const { prisma } = owner;
  await prisma.organisation.create({ data: { id: organisationId, name: "Here", timeZone: "Europe/Zurich" } });
  await prisma.user.create({ data: { id: user, organisationId, email: "ada@test.example", name: "Ada", passwordHash: "none", roles: ["clinician"] } });
  await prisma.careTeam.create({ data: { id: team, organisationId, name: "Team", members: { create: { userId: user } } } });
  await prisma.patient.create({ data: { id: patientId, organisationId, teamId: team, recordNumber: "1", familyName: "Rivera", givenName: "Alex", birthDate: new Date("1985-04-12"), createdById: user } });
  await prisma.course.create({ data: { ...made, id: courseId, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: new Date("2026-01-05"), plannedWeeks: 8, timeZone: "Europe/Zurich", indexEvent: secret, createdById: user } });
  await prisma.courseSession.create({ data: { ...made, id: sessionId, courseId, kind: "dose", at: new Date("2026-01-05T10:00:00Z"), createdById: user } });
  await prisma.doseRecord.create({ data: { ...made, sessionId, number: 1, medicine: "ketamine", route: "intravenous", notes: "Restless", reasons: { weight: "Scales broken" }, interruptions: [{ from: "10:05", to: null, reason: "Line fell out" }], key: randomUUID(), byId: user } });
  const event = { ...made, id: ids.event, courseId, sessionId, severity: "mild" as const, serious: false, relation: "possible" as const, onsetAt: new Date(), outcome: "resolved" as const, byId: user };
  await prisma.dosingEvent.createMany({ data: [{ ...event, number: 1, act: "entered", term: "Nausea", key: randomUUID() }, { ...event, number: 2, act: "corrected", term: "Vomiting", why: "Told later", key: randomUUID() }] });
});

afterAll(async () => {
  Object.assign(process.env, { ENCRYPTION_KEY: first, ENCRYPTION_KEYS_OLD: "" });
  await client.end();
  for (const { prisma, pool } of [owner, app]) {
    await prisma.$disconnect();
    await pool.end();
  }
});

beforeEach(() => said.splice(0));
afterEach(() => client.query("RESET ALL"));

const stored = async (column: string, table: string) => (await client.query<{ value: unknown }>(`SELECT ${column} AS value FROM ${table}`)).rows.map(({ value }) => value);
const asAda = <Result>(work: (tx: Parameters<Parameters<typeof app.prisma.$transaction>[0]>[0]) => Promise<Result>) =>
  app.prisma.$transaction(async (tx) => {
    await tx.$executeRaw`SELECT set_config('app.user_id', ${ids.user}, true)`;
    return work(tx);
  });

describe("a sealed column", () => {
  it("holds nothing readable, within JSON neither, and structured values stay", async () => {
    const everything = JSON.stringify([await stored("course", "course"), await stored("to_jsonb(dose_record)", "dose_record"), await stored("to_jsonb(dosing_event)", "dosing_event")]);
    expect(everything).toContain("ketamine");
    for (const text of [secret, "Restless", "Scales broken", "Line fell out", "Nausea", "Vomiting", "Told later"]) expect(everything).not.toContain(text);
  });

  it("is open to the application's own reads: a row, a part of it, what belongs to it, and SQL", async () => {
    const course = await asAda((tx) => tx.course.findFirstOrThrow({ include: { sessions: { include: { doseRecords: true } } } }));
    expect([course.indexEvent, course.endNote, course.sessions[0]?.doseRecords[0]?.notes]).toEqual([secret, null, "Restless"]);
    expect(course.sessions[0]?.doseRecords[0]?.reasons).toEqual({ weight: "Scales broken" });
    expect(course.sessions[0]?.doseRecords[0]?.interruptions).toEqual([{ from: "10:05", to: null, reason: "Line fell out" }]);
    expect(await asAda((tx) => tx.dosingEvent.findMany({ select: { term: true, why: true }, orderBy: { number: "asc" } }))).toEqual([{ term: "Nausea", why: null }, { term: "Vomiting", why: "Told later" }]);
    const [row] = await app.plainly({ "app.user_id": ids.user }, (tx) => tx.$queryRaw<unknown[]>`
      SELECT ${opened("Course", "indexEvent", "c")} AS event, json_build_object('note', coalesce(${opened("DoseRecord", "notes", "d")}, ''), 'reasons', ${opened("DoseRecord", "reasons", "d")}, 'end', ${opened("Course", "endNote", "c")}) AS dose
      FROM course c, dose_record d`);
    expect(row).toEqual({ event: secret, dose: { note: "Restless", reasons: { weight: "Scales broken" }, end: null } });
  });

  it("is written by the row it belongs to, or not at all", async () => {
    await asAda((tx) => tx.course.updateMany({ where: { id: ids.course }, data: { endNote: "Moved away" } }));
    expect(await asAda((tx) => tx.course.findFirstOrThrow({ select: { endNote: true } }))).toEqual({ endNote: "Moved away" });
    await expect(asAda((tx) => tx.course.updateMany({ where: { patientId: ids.patient }, data: { endNote: "Moved away" } }))).rejects.toThrow("written by its id");
    await expect(asAda((tx) => tx.course.count({ where: { indexEvent: secret } }))).rejects.toThrow("cannot be found by it");
  });

  it("does not open when it was moved to another row or another column, or changed", async () => {
    const [value] = (await stored("index_event", "course")) as [string];
    const other = async (column: string, table: string, text: string) => {
      await client.query("BEGIN; SET LOCAL courseline.reseal = 'on'");
      const { rows: [before] } = await client.query<{ value: string }>(`SELECT ${column} AS value FROM ${table} LIMIT 1`);
      await client.query(`UPDATE ${table} SET ${column} = $1`, [text]);
      await client.query("COMMIT");
      return before?.value;
    };
    const note = await other("end_note", "course", value);
    await expect(asAda((tx) => tx.course.findFirstOrThrow()).then(({ endNote }) => endNote)).rejects.toThrow("course.end_note");
    await other("end_note", "course", note!);
    const changed = `${value.slice(0, -2)}${value.at(-2) === "A" ? "B" : "A"}${value.at(-1)}`;
    await other("index_event", "course", changed);
    await expect(asAda((tx) => tx.course.findFirstOrThrow()).then(({ indexEvent }) => indexEvent)).rejects.toThrow("does not open");
    await other("index_event", "course", value);
    const [term] = await stored("term", "dosing_event WHERE number = 1");
    await client.query("BEGIN; SET LOCAL courseline.reseal = 'on'");
    await client.query("UPDATE dosing_event SET term = $1 WHERE number = 2", [term]);
    await expect(owner.prisma.dosingEvent.findMany().then((rows) => rows.map((row) => row.term))).resolves.toEqual(["Nausea", "Vomiting"]);
    const { rows } = await client.query<{ term: string }>("SELECT term FROM dosing_event ORDER BY number");
    expect(rows[0]?.term).toBe(rows[1]?.term);
    await client.query("ROLLBACK");
  });

  it("takes no plain text, from the owner neither", async () => {
    await expect(client.query("UPDATE course SET index_event = 'Plain'")).rejects.toThrow("course_index_event_sealed");
    await expect(client.query(`UPDATE course_session SET reason = 'sealed.by.hand'`)).rejects.toThrow("course_session_reason_sealed");
  });

  it("of rows that are only added is sealed anew by the owner alone, and nothing else in them changes", async () => {
    const value = (await stored("notes", "dose_record"))[0];
    await expect(asAda(async (tx) => {
      await tx.$executeRaw`SELECT set_config('courseline.reseal', 'on', true)`;
      return tx.$executeRaw`UPDATE dose_record SET notes = ${value}`;
    })).rejects.toThrow(/42501|permission|only ever added/);
    await client.query("BEGIN; SET LOCAL courseline.reseal = 'on'");
    await expect(client.query("UPDATE dose_record SET weight_kg = 1")).rejects.toThrow("only sealed texts are sealed anew");
    await client.query("ROLLBACK; BEGIN; SET LOCAL courseline.reseal = 'on'");
    await expect(client.query("UPDATE dose_record SET notes = NULL")).rejects.toThrow("not added or taken away");
    await client.query("ROLLBACK");
    await expect(client.query("UPDATE dose_record SET notes = notes")).rejects.toThrow("only ever added");
  });
});

describe("another key", () => {
  const second = aKey();

  it("seals everything anew while old and new texts are read and written, and counts nothing under the old one", async () => {
    process.env.ENCRYPTION_KEY = second;
    expect(await keyTrouble(client), "without the old key").toMatch(/^Texts in this database are sealed under a key that is not here \([0-9a-f]{8}\)\. Put it back/);
    await expect(rotate(client, say)).rejects.toThrow("not here");
    process.env.ENCRYPTION_KEYS_OLD = first;
    expect(await keyTrouble(client)).toBeNull();
    expect((await owner.prisma.course.findFirstOrThrow()).indexEvent).toBe(secret);
    await asAda((tx) => tx.course.update({ where: { id: ids.course }, data: { endNote: "Moved abroad" } }));
    const before = await countKeys(client);
    expect([...before.values()].reduce((sum, count) => sum + count), "two in the course, three in the dose, three in the events").toBe(8);
    expect([...before.values()].toSorted()).toEqual([1, 7]);
    expect(await rotate(client, say)).toBe(0);
    expect(said.at(-1)).toMatch(/^8 texts under the key [0-9a-f]{8}, 0 under old keys or none$/);
    process.env.ENCRYPTION_KEYS_OLD = "";
    const course = await asAda((tx) => tx.course.findFirstOrThrow({ include: { sessions: { include: { doseRecords: true, dosingEvents: { orderBy: { number: "asc" } } } } } }));
    expect([course.indexEvent, course.endNote]).toEqual([secret, "Moved abroad"]);
    expect(course.sessions[0]?.doseRecords[0]).toMatchObject({ notes: "Restless", reasons: { weight: "Scales broken" }, interruptions: [{ reason: "Line fell out" }] });
    expect(course.sessions[0]?.dosingEvents.map(({ term, why }) => [term, why])).toEqual([["Nausea", null], ["Vomiting", "Told later"]]);
  });

  it("has nothing to do the second time", async () => {
    const before = await stored("to_jsonb(dosing_event)", "dosing_event");
    expect(await reseal(client, say)).toEqual({ sealed: 0, left: 0 });
    expect(await stored("to_jsonb(dosing_event)", "dosing_event")).toEqual(before);
  });

  it("goes on where it was stopped, over more rows than it takes at once", async () => {
    const session = (await owner.prisma.courseSession.findFirstOrThrow())!;
    const many = Array.from({ length: 450 }, () => ({ ...session, id: randomUUID(), reason: "Ill", status: "missed" as const }));
    await owner.prisma.courseSession.createMany({ data: many });
    process.env.ENCRYPTION_KEYS_OLD = second;
    process.env.ENCRYPTION_KEY = aKey();
    const stop = (line: string) => {
      if (line.startsWith("course_session: 200")) throw new Error("the power went");
    };
    await expect(reseal(client, stop)).rejects.toThrow("the power went");
    const half = [...(await countKeys(client)).values()].reduce((sum, count) => sum + count, 0);
    expect(await rotate(client, say)).toBe(0);
    expect(said).toContain("course_session: 250 rows sealed");
    expect(said.at(-1)).toContain(`${half} texts under`);
    expect(new Set((await owner.prisma.courseSession.findMany({ where: { status: "missed" } })).map(({ reason }) => reason))).toEqual(new Set(["Ill"]));
  });

  it("says how many do not open, leaves them, and seals the rest", async () => {
    await client.query("BEGIN; SET LOCAL courseline.reseal = 'on'");
    await client.query("UPDATE course SET end_note = index_event");
    await client.query("COMMIT");
    process.env.ENCRYPTION_KEYS_OLD = `${process.env.ENCRYPTION_KEYS_OLD},${process.env.ENCRYPTION_KEY}`;
    process.env.ENCRYPTION_KEY = aKey();
    expect(await rotate(client, say), "the course's two texts").toBe(2);
    expect(said).toContain("course: 0 rows sealed, 1 do not open and stay as they are");
    expect((await owner.prisma.dosingEvent.findFirstOrThrow({ where: { number: 1 } })).term).toBe("Nausea");
  });
});

describe("what was stored before there were seals", () => {
  it("is read as it stands, sealed once, and the database vouches from then on that nothing plain is left", async () => {
    const { ownerUrl } = await freshDatabase();
    const old = new pg.Client({ connectionString: ownerUrl });
    await old.connect();
    const then = createClient(ownerUrl, { role: null });
    try {
      await then.prisma.organisation.create({ data: { id: ids.organisation, name: "Here", timeZone: "Europe/Zurich" } });
      await then.prisma.careTeam.create({ data: { id: ids.team, organisationId: ids.organisation, name: "Team" } });
      await then.prisma.patient.create({ data: { id: ids.patient, organisationId: ids.organisation, teamId: ids.team, recordNumber: "1", familyName: "Rivera", givenName: "Alex", birthDate: new Date("1985-04-12"), createdById: ids.user } });
      await old.query("ALTER TABLE course DROP CONSTRAINT course_index_event_sealed");
      await old.query(`INSERT INTO course (id, organisation_id, patient_id, therapy, medicine, route, start_date, planned_weeks, time_zone, index_event, created_by_id)
        VALUES ($1, $2, $3, 'pe', 'none', 'none', '2026-01-05', 8, 'Europe/Zurich', $4, $5)`, [ids.course, ids.organisation, ids.patient, secret, ids.user]);
      await old.query("ALTER TABLE course ADD CONSTRAINT course_index_event_sealed CHECK (is_sealed(index_event)) NOT VALID");
      expect((await then.prisma.course.findFirstOrThrow()).indexEvent).toBe(secret);
      await sealWhatIsPlain(old, say);
      expect(said).toEqual(["course: 1 rows sealed"]);
      const { rows } = await old.query<{ index_event: string }>("SELECT index_event FROM course");
      expect(rows[0]?.index_event).toMatch(/^sealed\./);
      expect((await then.prisma.course.findFirstOrThrow()).indexEvent).toBe(secret);
      expect((await old.query("SELECT FROM pg_constraint WHERE conname LIKE '%\\_sealed' AND NOT convalidated")).rowCount).toBe(0);
      said.splice(0);
      await sealWhatIsPlain(old, say);
      expect(said).toEqual([]);
    } finally {
      await then.prisma.$disconnect();
      await then.pool.end();
      await old.end();
    }
  });
});
