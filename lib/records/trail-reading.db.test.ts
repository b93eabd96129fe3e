import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { trailAsk } from "@/lib/schemas/trail";
import { limits } from "@/lib/trail/unusual";
import { named, openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let trail: typeof import("./trail") & typeof import("./unusual-access") & typeof import("./openings");
let NotFresh: typeof import("./problems").NotFresh;
let NotHere: typeof import("./problems").NotHere;
const patientId = randomUUID();
const otherId = randomUUID();
/** One that nobody made: it is not there. */
const nobody = randomUUID();

const asked = (given: object = {}) => trailAsk.parse(given);
const stale = (viewer: Viewer): Viewer => ({ ...viewer, fresh: false });

beforeAll(async () => {
  clinic = await openClinic();
  ({ NotFresh, NotHere } = await import("./problems"));
  trail = { ...(await import("./trail")), ...(await import("./unusual-access")), ...(await import("./openings")) };
  const { savePatient } = await import("./patients");
  await savePatient(clinic.ada, patientId, named("A-1"));
  await savePatient(clinic.ben, otherId, { ...named("=HYPERLINK(1)"), familyName: "Ben" });
  await savePatient(clinic.cleo, randomUUID(), named("A-1"));
  const { openChart } = await import("./chart");
  await openChart(clinic.ada, patientId);
});
afterAll(() => clinic.close());

const audited = (userId: string) => clinic.owner.auditEvent.findMany({ where: { userId }, orderBy: { id: "asc" } });

describe("the trail, read by an auditor", () => {
  it("shows the clinic's lines, newest first, in words; each search is a line of it", async () => {
    const { lines, more } = await trail.searchTrail(clinic.olga, asked({ recordNumber: "A-1" }));
    expect(more).toBe(false);
    expect(lines.map(({ who, what, recordNumber, roles }) => [who, what, recordNumber, roles])).toEqual([
      ["Olga", "Searched: trail", "A-1", "auditor"], ["Ada", "Opened: chart", "A-1", "clinician"], ["Ada", "Created: patient", "A-1", "clinician"],
    ]);
    expect(lines.at(-1)?.changes).toContainEqual({ field: "Record number", before: null, after: "A-1" });
    expect((await audited(clinic.olga.userId)).map(({ action, subject, patientId: about }) => [action, subject, about])).toEqual([["searched", "audit_event", patientId]]);
  });

  it("never shows another clinic's", async () => {
    const { lines } = await trail.searchTrail(clinic.olga, asked());
    expect(lines.some(({ who }) => who === "Ada")).toBe(true);
    expect(lines.some(({ who }) => who === "Cleo")).toBe(false);
  });

  it("filters by person, act and day, and finds nothing for an unknown record", async () => {
    const of = async (given: object) => (await trail.searchTrail(clinic.olga, asked(given))).lines;
    expect(new Set((await of({ personId: clinic.ben.userId })).map(({ who }) => who))).toEqual(new Set(["Ben"]));
    expect((await of({ action: "created" })).map(({ who }) => who)).toEqual(["Ben", "Ada"]);
    expect(await of({ to: "2020-01-01" })).toEqual([]);
    expect((await of({ from: "2020-01-01", action: "created" })).length).toBe(2);
    expect(await of({ recordNumber: "A-2" })).toEqual([]);
  });

  it("pages without gap or repeat where many lines have one moment", async () => {
    const requestId = randomUUID();
    await clinic.owner.$executeRaw`INSERT INTO audit_event (at, organisation_id, user_id, action, request_id) SELECT '2020-03-01T10:00Z', ${clinic.ada.organisation.id}::uuid, ${clinic.ada.userId}::uuid, 'listed', ${requestId} FROM generate_series(1, 120)`;
    const seen: string[] = [];
    let after: { at: string; line: string } | null = null;
    for (let page = 0; page < 4; page += 1) {
      const { lines, more } = await trail.searchTrail(clinic.olga, asked({ from: "2020-03-01", to: "2020-03-01", after }));
      seen.push(...lines.map(({ line }) => line));
      const last = lines.at(-1);
      after = last ? { at: last.at, line: last.line } : null;
      if (!more) break;
    }
    expect([seen.length, new Set(seen).size]).toEqual([120, 120]);
    expect(seen).toEqual(seen.toSorted((one, other) => Number(other) - Number(one)));
  });

  it("leaves as a file whose cells no spreadsheet runs, and the export is a line", async () => {
    const { csv, name, lines } = await trail.exportTrail(clinic.olga, asked({ action: "created" }));
    expect(name).toMatch(/^trail-\d{4}-\d\d-\d\d\.csv$/);
    expect(lines).toBe(2);
    expect(csv).toContain(",'=HYPERLINK(1),");
    expect(csv.split("\r\n")[0]).toBe("Line,When,Who,Roles,What,Record number,From,Emergency,Request,Changes");
    expect((await audited(clinic.olga.userId)).at(-1)).toMatchObject({ action: "exported", subject: "audit_event" });
  });

  it("asks first who is there", async () => {
    await expect(trail.searchTrail(stale(clinic.olga), asked())).rejects.toBeInstanceOf(NotFresh);
    await expect(trail.exportTrail(stale(clinic.olga), asked())).rejects.toBeInstanceOf(NotFresh);
    await expect(trail.listUnusual(stale(clinic.olga))).rejects.toBeInstanceOf(NotFresh);
  });

  it.each(["ada", "adam"] as const)("is not there for %s, and the attempt is a line", async (who) => {
    for (const read of [trail.searchTrail, trail.exportTrail, trail.listUnusual]) await expect(read(clinic[who], asked())).rejects.toBeInstanceOf(NotHere);
    expect((await audited(clinic[who].userId)).slice(-3)).toMatchObject(Array(3).fill({ action: "denied", subject: "audit_event" }));
  });

  it("is closed by the database too: whoever is no auditor sees at most what was done with their own patients", async () => {
    const { inPlainScope } = await import("./scope");
    const seen = (viewer: Viewer) => inPlainScope(viewer, (tx) => tx.$queryRaw<{ patient_id: string | null }[]>`SELECT DISTINCT patient_id FROM audit_event`);
    expect(await seen(clinic.ada)).toEqual([{ patient_id: patientId }]);
    expect(await seen(clinic.adam)).toEqual([]);
    const named = (viewer: Viewer) => inPlainScope(viewer, (tx) => tx.$queryRaw`SELECT * FROM trail_patients('{}', 'A-1')`);
    expect([await named(clinic.ada), await named(clinic.adam)]).toEqual([[], []]);
  });

  it.each([{ action: "dropped" }, { sort: "id" }, { personId: "1 OR 1=1" }, { after: { at: "now", line: "1" } }, { after: { at: "2026-01-01T00:00:00.000Z", line: "1;--" } }, { from: "2026-02-30" }])("refuses %j", (given) => {
    expect(trailAsk.safeParse(given).success).toBe(false);
  });
});

describe("who has opened a record", () => {
  it("is shown to a clinician of the team, an emergency marked, and is itself a line", async () => {
    const until = new Date(Date.now() + 3_000_000);
    await clinic.owner.breakGlass.create({ data: { id: randomUUID(), organisationId: clinic.ben.organisation.id, patientId, userId: clinic.ben.userId, reason: "Emergency", until } });
    const { inScope, audit } = await import("./scope");
    await inScope(clinic.ben, (tx) => audit(tx, clinic.ben, "opened", { patientId, subject: "chart" }));
    const found = await trail.readOpenings(clinic.ada, patientId);
    expect(found?.openings[0]).toMatchObject({ who: "Ben", roles: "clinician", what: "Opened: chart", breakGlass: true });
    expect(found?.openings.map(({ what }) => what)).toContain("Created: patient");
    expect((await audited(clinic.ada.userId)).at(-1)).toMatchObject({ action: "opened", subject: "openings", patientId });
  });

  it.each(["cleo", "adam", "olga"] as const)("is nothing for %s, and the attempt a line", async (who) => {
    expect(await trail.readOpenings(clinic[who], patientId)).toBeNull();
    expect((await audited(clinic[who].userId)).at(-1)).toMatchObject({ action: "denied", subject: "openings" });
  });

  it("is nothing for an assistant of the same team", async () => {
    const assistant = { ...clinic.ada, roles: ["assistant"] } as unknown as Viewer;
    expect(await trail.readOpenings(assistant, patientId)).toBeNull();
  });

  it.each(["printed", "copied"] as const)("has a line for what was %s, and none for another's", async (act) => {
    const lines = () => clinic.owner.auditEvent.findMany({ where: { action: act } });
    await trail.noteTaken(clinic.ada, patientId, { act, of: "chart" });
    expect(await lines()).toMatchObject([{ userId: clinic.ada.userId, patientId, subject: "chart" }]);
    await expect(trail.noteTaken(clinic.cleo, patientId, { act, of: "chart" })).rejects.toBeInstanceOf(NotHere);
    await expect(trail.noteTaken(clinic.ada, nobody, { act, of: "chart" })).rejects.toBeInstanceOf(NotHere);
    expect((await lines()).length).toBe(1);
  });
});

describe("unusual access", () => {
  const reasons = async () => (await trail.listUnusual(clinic.olga)).map(({ who, recordNumber, reason }) => [who, recordNumber, reason]);

  it("lists an emergency and a shared family name, and nothing else yet", async () => {
    await clinic.owner.user.update({ where: { id: clinic.ben.userId }, data: { name: "Rosa Ben" } });
    expect((await reasons()).toSorted()).toEqual([
      ["Rosa Ben", "=HYPERLINK(1)", "a record under their own family name"],
      ["Rosa Ben", "A-1", "a record of another team's, opened in an emergency"],
    ]);
  });

  it("lists many patients within one hour, across the full hour too, and not as many over two", async () => {
    const look = (userId: string, minutes: number) => clinic.owner.$executeRaw`
      INSERT INTO audit_event (at, organisation_id, user_id, action, patient_id) SELECT date_trunc('hour', now()) - interval '3 hours' - interval '25 minutes' + make_interval(secs => i * ${minutes} * 60.0 / ${limits.patientsAnHour}),
        ${clinic.ada.organisation.id}::uuid, ${userId}::uuid, 'opened', gen_random_uuid() FROM generate_series(0, ${limits.patientsAnHour - 1}) i`;
    await look(clinic.adam.userId, 50);
    await look(clinic.ada.userId, 125);
    const found = await reasons();
    expect(found).toContainEqual(["Adam", null, `${limits.patientsAnHour} patients' records within one hour`]);
    expect(found.filter(([who]) => who === "Ada")).toEqual([]);
  });

  it("lists many refusals of one day", async () => {
    await clinic.owner.$executeRaw`INSERT INTO audit_event (organisation_id, user_id, action) SELECT ${clinic.ada.organisation.id}::uuid, ${clinic.ada.userId}::uuid, 'denied' FROM generate_series(1, ${limits.denialsADay})`;
    expect(await reasons()).toContainEqual(["Ada", null, expect.stringMatching(/^\d\d requests refused in one day$/)]);
  });
});
