import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { kinds, type Kind } from "@/lib/exchange/formats";
import { measures } from "@/lib/measures/measures";
import { openClinic, recording, type Clinic } from "../clinic.fixture";
import type { Fate, RowFate } from "./plan";

let clinic: Clinic;
let ada: Viewer;
let ben: Viewer;
let records: typeof import("./import") & typeof import("./undo") & typeof import("../export/export");

beforeAll(async () => {
  clinic = await openClinic();
  [ada, ben] = [clinic.ada, clinic.ben].map((viewer) => recording(viewer, measures.map(({ id }) => id))) as [Viewer, Viewer];
  records = { ...(await import("./import")), ...(await import("./undo")), ...(await import("../export/export")) };
});
afterAll(() => clinic.close());

type Files = Partial<Record<Kind, string>>;

async function bring(viewer: Viewer, files: Files, more: { dryRun?: boolean; id?: string; skip?: Record<string, number[]>; mapping?: Record<string, string | null> } = {}) {
  const fates: (RowFate & { kind: Kind })[] = [];
  const sources = (Object.entries(files) as [Kind, string][]).map(([kind, text]) => ({ name: kind, kind, mapping: more.mapping ?? {}, pieces: [Buffer.from(text).toString("latin1")] }));
  const asked = { id: more.id ?? randomUUID(), dryRun: more.dryRun ?? false, skip: more.skip };
  const found = await records.importFiles(viewer, sources, { ...asked, tell: ({ kind }, rows) => fates.push(...rows.map((row) => ({ ...row, kind }))) });
  return { ...found, id: asked.id, fates, said: fates.map(({ line, fate, reason }): [number, Fate, string | null] => [line, fate, reason]) };
}

async function out(viewer: Viewer): Promise<Record<Kind, string>> {
  const files = { patients: "", courses: "", sessions: "", assessments: "" };
  for (const kind of kinds) await records.exportRecords(viewer, kind, (piece) => void (files[kind] += piece));
  return files;
}

const patients = "record_number,family_name,given_name,birth_date,sex,pronouns\nR-1,Okafor,Ada,1980-02-29,female,she/her\nR-2,'=Rivera,\"Al\nex\",1985-04-12,,\n";
const courses = [
  "record_number,start_date,planned_weeks,therapy,therapy_name,medicine,route,index_event,ended_at,end_reason,end_note",
  "R-1,2026-01-05,8,pe,,ketamine,intravenous,Flood 2019,2026-03-09T17:00:00-04:00,completed,",
  "R-1,2026-06-01,12,other,EMDR,none,,,2026-07-01T09:00,discontinued,Moved away",
  "R-2,2026-10-05,4,cpt,,esketamine,intranasal,,,,",
].join("\r\n");
const sessions = [
  "record_number;course_start;kind;at;status;reason;attendance;protocol_session;suds_peak;therapy_note;medicine;route;weight_kg;given_mg;started_at;lot;prepared_by;checked_by;dose_note",
  "R-1;2026-01-05;dose;2026-01-05T10:00;done;;;;;;ketamine;intravenous;70.5;35.25;2026-01-05T10:04;K-1;Sam;Petra;Slept after",
  "R-1;2026-01-05;therapy;2026-01-06T09:15;done;;late;1;0;Told the whole of it;;;;;;;;;",
  "R-2;;therapy;2026-10-07T09:15;missed;;;;;;;;;;;;;;",
].join("\n");
const pcl = (rating: number | "") => Array(20).fill(rating).join(",");
const items = Array.from({ length: 20 }, (_, index) => `item${index + 1}`).join(",");
const assessments = [
  `record_number,measure,recall,answered_at,session_at,mode,total,${items},gate,safety_done`,
  `R-1,pcl-5,month,2026-01-02T14:05,,device,40,${pcl(2)},,`,
  `R-1,pcl-5,week,2026-01-06T09:00:30.250-05:00,2026-01-06T09:15,paper,,${pcl(0)},,`,
  `R-1,caps-5,month,2026-01-02T15:00,,aloud,41,${pcl("")},,`,
  `R-1,phq-9,fortnight,2026-01-02T14:10,,,,1,1,1,1,1,1,1,1,1,${Array(11).fill("").join(",")},,Asked directly`,
  `R-2,b-ipf,month,2026-10-05T08:00,,,,1,2,NA,0,,6,3,${Array(13).fill("").join(",")},,`,
  `R-2,pc-ptsd-5,month,2026-10-05T08:05,,,,1,1,0,1,1,${Array(15).fill("").join(",")},1,`,
].join("\n");
const all: Files = { patients, courses, sessions, assessments };

it("a dry run says what would happen and leaves nothing", async () => {
  const { counts, fates } = await bring(ada, all, { dryRun: true });
  expect(counts.assessments).toEqual({ new: 5, incomplete: 1, duplicate: 0, refused: 0, skipped: 0 });
  expect(fates.filter(({ fate }) => fate === "refused")).toEqual([]);
  expect(await clinic.owner.patient.count()).toBe(0);
  expect(await clinic.owner.importBatch.count()).toBe(0);
});

let first: Awaited<ReturnType<typeof bring>>;

it("what is new is stored, scored by the textbook, and in the trail of each patient", async () => {
  first = await bring(ada, all);
  expect(first.counts.patients).toMatchObject({ new: 2 });
  expect(first.prompts).toBe(0); // what was done stands in the file
  const forms = await clinic.owner.assessment.findMany({ include: { patient: true }, orderBy: [{ answeredAt: "asc" }, { measure: "asc" }] });
  expect(forms.map(({ measure, total, patient }) => [patient.recordNumber, measure, total])).toEqual([
    ["R-1", "pcl-5", 40], ["R-1", "phq-9", 9], ["R-1", "caps-5", 41], ["R-1", "pcl-5", 0], ["R-2", "b-ipf", 40], ["R-2", "pc-ptsd-5", 4],
  ]);
  expect(forms[3]).toMatchObject({ answeredAt: new Date("2026-01-06T14:00:30.250Z"), sessionId: expect.any(String) });
  expect(await clinic.owner.patient.findFirstOrThrow({ where: { recordNumber: "R-2" } })).toMatchObject({ familyName: "=Rivera", givenName: "Al\nex" });
  expect(await clinic.owner.safetyPrompt.findFirstOrThrow()).toMatchObject({ done: "Asked directly", acknowledgedById: ada.userId });
  const lines = await clinic.owner.auditEvent.findMany({ where: { action: "imported" } });
  expect(lines).toHaveLength(3);
  expect(lines.every(({ userId, subjectId }) => userId === ada.userId && subjectId === first.id)).toBe(true);
});

it("the same request again stores nothing, and the same files are duplicates", async () => {
  expect(await bring(ada, all, { id: first.id })).toMatchObject({ repeat: true, counts: first.counts });
  const again = await bring(ada, all);
  expect(again.fates.every(({ fate }) => fate === "duplicate")).toBe(true);
  expect(await clinic.owner.assessment.count()).toBe(6);
});

it("what was exported comes back as the same records, in another clinic", async () => {
  const files = await out(ada);
  const cleo = recording(clinic.cleo, measures.map(({ id }) => id));
  const { fates } = await bring(cleo, { ...files, patients: files.patients.replaceAll("Ada's team", "Cleo's team") });
  expect(fates.filter(({ fate }) => fate !== "new" && fate !== "incomplete")).toEqual([]);
  const back = await out(cleo);
  expect({ ...back, patients: back.patients.replaceAll("Cleo's team", "Ada's team") }).toEqual(files);
  expect(files.patients).toContain("'=Rivera");
  const lines = await clinic.owner.auditEvent.findMany({ where: { action: "exported", userId: ada.userId, patientId: null }, orderBy: { id: "asc" } });
  expect(lines.map(({ subject, after }) => [subject, after])).toEqual([["patients", 2], ["courses", 3], ["sessions", 3], ["assessments", 6]].map(([kind, rows]) => ["records", { "records.kind": kind, "records.rows": rows }]));
});

it("who exported a patient's records is in that patient's trail, for each file the patient is in and no other", async () => {
  await clinic.owner.patient.create({ data: { id: randomUUID(), organisationId: ada.organisation.id, teamId: (await clinic.owner.patient.findFirstOrThrow({ where: { recordNumber: "R-1" } })).teamId, recordNumber: "R-0", familyName: "Blank", givenName: "Bo", birthDate: new Date("1990-01-01"), createdById: ada.userId } });
  const since = (await clinic.owner.auditEvent.findFirstOrThrow({ orderBy: { id: "desc" } })).id;
  await out(ada);
  await records.exportRecords(ada, "assessments", () => {}, 1);
  await out(ben);
  const lines = await clinic.owner.auditEvent.findMany({ where: { id: { gt: since }, action: "exported", patientId: { not: null } }, orderBy: { id: "asc" } });
  const numbers = new Map((await clinic.owner.patient.findMany()).map(({ id, recordNumber }) => [id, recordNumber]));
  expect(lines.map(({ userId, subject, patientId }) => [userId, subject, numbers.get(patientId!)])).toEqual([
    ["patient", "R-0"], ["patient", "R-1"], ["patient", "R-2"], ["course", "R-1"], ["course", "R-2"], ["course_session", "R-1"], ["course_session", "R-2"],
    ["assessment", "R-1"], ["assessment", "R-2"], ["assessment", "R-1"],
  ].map((each) => [ada.userId, ...each]));

  const [{ readOpenings }, { searchTrail }, { trailAsk }] = await Promise.all([import("../openings"), import("../trail"), import("@/lib/schemas/trail")]);
  const bo = lines[0]!.patientId!;
  expect((await readOpenings(ada, bo))!.openings.map(({ who, what }) => `${who} ${what}`).filter((said) => said.includes("Exported"))).toEqual(["Ada Exported: patient"]);
  const { lines: read } = await searchTrail(clinic.olga, trailAsk.parse({ recordNumber: "R-2", action: "exported" }));
  expect(read.map(({ who, what }) => `${who} ${what}`)).toEqual(["form", "session", "course", "patient", "form", "session", "course", "patient"].map((what) => `Ada Exported: ${what}`));
  await clinic.owner.patient.delete({ where: { id: bo } });
});

it("facts follow from what was brought in", async () => {
  const { compareFacts } = await import("../facts");
  const ids = (await clinic.owner.patient.findMany({ select: { id: true } })).map(({ id }) => id);
  const { plainly } = await import("@/lib/db");
  const found = await plainly({ "app.user_id": ada.userId }, (tx) => compareFacts(tx, ada.organisation, ...ids));
  expect(found).toEqual([]);
});

it("each row that is refused says why", async () => {
  const head = `record_number,measure,recall,answered_at,total,${items}`;
  const row = (rest: string, ratings: number | "" = 1, total: number | "" = "") => `R-1,${rest},${total},${pcl(ratings)}`;
  const { said } = await bring(ada, {
    assessments: [
      head,
      row("pcl-5,week,2999-01-01T10:00"),
      row("pcl-5,week,2026-02-30T10:00"),
      row("pcl-5,week,2026-03-08T02:30"),
      row("pcl-5,week,2026-11-01T01:30"),
      row("pcl-5,week,2026-04-05"),
      row("pcl-5,fortnight,2026-04-05T10:00"),
      row("pcl-c,week,2026-04-05T10:00"),
      row("pcl-5,week,2026-04-05T10:00", 5),
      row("pcl-5,week,2026-04-05T10:00", 1, 21),
      row("pcl-5,week,2026-04-05T10:00", "", 40),
      row("caps-5,month,2026-04-05T10:00", "", 81),
      row("pcl-5,week,2026-04-05T10:00").replace("R-1", "R-9"),
      "R-1,pcl-5,week",
      row("phq-9,fortnight,2026-04-05T10:00"),
      row("pcl-5,week,1979-01-01T10:00"),
    ].join("\n"),
  }, { dryRun: true });
  expect(said.map(([line, fate, reason]) => `${line} ${fate} ${reason}`)).toEqual([
    "2 refused answered_at: in the future",
    '3 refused answered_at: "2026-02-30" is no date that exists',
    "4 refused answered_at: the clocks in America/New_York went forward over 2026-03-08T02:30; no such time",
    "5 refused answered_at: 2026-11-01T01:30 came twice in America/New_York; write it with its offset",
    '6 refused answered_at: "2026-04-05" is no date and time, written 2026-11-25T10:05 or 2026-11-25T10:05:00-05:00',
    '7 refused recall: the PCL-5 has no form for "fortnight" here',
    '8 refused measure: "pcl-c" is not known here',
    `9 refused ${Array.from({ length: 20 }, (_, index) => `item${index + 1}: 5 is outside 0 to 4`).join("; ")}`,
    "10 refused total: 21 is given, the items make 20",
    "11 refused total: the total of the PCL-5 is worked out from its items, which are blank",
    "12 refused total: 81 is outside 0 to 80",
    "13 refused record_number: no patient of yours has the number R-9",
    "14 refused 3 cells where the header has 25",
    "15 refused item11: the PHQ-9 has no such item",
    "16 refused answered_at: before the patient was born",
  ]);
});

it("another team's patients are not there, and their numbers are taken", async () => {
  const { said } = await bring(ben, { patients, assessments }, { dryRun: true });
  expect(new Set(said.map(([, fate]) => fate))).toEqual(new Set(["refused"]));
  expect(said[0]?.[2]).toBe("record_number: it is already in use in this clinic");
  await expect(records.importFiles({ ...ada, roles: ["assistant"] }, [], { id: randomUUID(), dryRun: true })).rejects.toMatchObject({ on: { subject: "import_batch" } });
  await expect(records.exportRecords({ ...ada, roles: ["researcher"] }, "patients", () => {})).rejects.toMatchObject({ on: { subject: "records" } });
  await expect(records.exportRecords({ ...ada, fresh: false }, "patients", () => {})).rejects.toThrow(/Confirm/);
});

it("headings are mapped, chosen lines are left out, and a heading that is not known stops the file", async () => {
  const file = "MRN,Last,First,DOB,Shoe size\nR-5,Ito,Ken,1990-01-01,44\nR-6,Ito,Jun,1990-01-01,38\n";
  await expect(bring(ada, { patients: file })).rejects.toThrow("Missing: record_number, family_name, given_name, birth_date");
  const mapping = { MRN: "record_number", Last: "family_name", First: "given_name", DOB: "birth_date", "Shoe size": null };
  const { said } = await bring(ada, { patients: file }, { mapping, skip: { patients: [3] } });
  expect(said).toEqual([[2, "new", null], [3, "skipped", "Left out"]]);
});

it("a page is told the rows with a reason first, remembers what headings were, and cannot read what is no file of the kind", async () => {
  const { importText, readImports } = await import("./page");
  const text = "MRN,family_name,given_name,birth_date\nR-7,Ito,Kaia,1990-01-01\nR-8,Ito,Lars,1890-01-01\n";
  const ask = { kind: "patients" as const, text, mapping: { MRN: "record_number" }, skip: [] };
  await expect(importText(ada, randomUUID(), { ...ask, mapping: {}, dryRun: true })).rejects.toThrow("Missing: record_number");
  const found = await importText(ada, randomUUID(), { ...ask, dryRun: true });
  expect(found.fates.map(({ line, fate }) => [line, fate])).toEqual([[3, "refused"], [2, "new"]]);
  expect(found).toMatchObject({ stored: false, counts: { new: 1, refused: 1 } });
  expect(await importText(ada, randomUUID(), { ...ask, dryRun: false })).toMatchObject({ stored: true });
  const { imports, remembered } = await readImports(ada);
  expect(imports[0]).toMatchObject({ what: "1 patient", undone: false });
  expect(remembered.MRN).toBe("record_number");
  expect((await readImports(ben)).imports).toEqual([]);
});

it("an import is undone whole and once, by who made it; what was changed since stays", async () => {
  const session = await clinic.owner.courseSession.findFirstOrThrow({ where: { kind: "therapy", status: "missed", organisationId: ada.organisation.id } });
  await clinic.owner.courseSession.update({ where: { id: session.id }, data: { version: 2 } });
  await expect(records.undoImport(ben, first.id)).rejects.toMatchObject({ on: { subjectId: first.id } });
  expect(await records.undoImport(ada, first.id)).toEqual({ assessments: 6, sessions: 2, courses: 3, patients: 2, left: 1 });
  await expect(records.undoImport(ada, first.id)).rejects.toThrow("already been undone");
  const files = await out(ada);
  expect(files.assessments.trim().split("\r\n")).toHaveLength(1);
  const { fates } = await bring(ada, { courses, sessions, assessments }, { dryRun: true });
  expect(fates.filter(({ fate }) => fate === "refused" || fate === "duplicate")).toEqual([]);
});

it("a safety prompt that came with a form stays open when its import is undone, as where a form is voided", async () => {
  const phq = `R-1,phq-9,fortnight,2026-02-02T14:10,,,,1,1,1,1,1,1,1,1,2,${Array(11).fill("").join(",")},,`;
  const { id, prompts } = await bring(ada, { assessments: `${assessments.split("\n")[0]}\n${phq}` });
  expect(prompts).toBe(1);
  expect(await records.undoImport(ada, id)).toMatchObject({ assessments: 1, left: 0 });
  const patient = await clinic.owner.patient.findFirstOrThrow({ where: { recordNumber: "R-1", organisationId: ada.organisation.id } });
  expect(await clinic.owner.safetyPrompt.count({ where: { patientId: patient.id, acknowledgedAt: null } })).toBe(1);
  expect(await clinic.owner.patientFact.findFirstOrThrow({ where: { patientId: patient.id } })).toMatchObject({ prompts: 1 });
});

const some = (number: string, more: object = {}) => ({ kind: "patients" as const, text: `record_number,family_name,given_name,birth_date\n${number},Ito,Mina,1990-01-01\n`, mapping: {}, skip: [], dryRun: false, ...more });

it("the same request four times at once is stored once, and answered the same from then on", async () => {
  const { importText } = await import("./page");
  const id = randomUUID();
  const all = await Promise.allSettled([1, 2, 3, 4].map(() => importText(ada, id, some("S-1"))));
  const done = all.filter((each) => each.status === "fulfilled").map(({ value }) => value);
  const busy = all.filter((each) => each.status === "rejected").map(({ reason }) => String(reason.message));
  expect(busy.filter((message) => !message.startsWith("Another import is under way"))).toEqual([]);
  expect(done.length).toBeGreaterThan(0);
  const expected = { stored: true, prompts: 0, counts: { new: 1, incomplete: 0, duplicate: 0, refused: 0, skipped: 0 } };
  for (const answer of [...done, ...(await Promise.all([1, 2, 3, 4].map(() => importText(ada, id, some("S-1")))))]) expect(answer).toMatchObject(expected);
  expect(await clinic.owner.patient.count({ where: { recordNumber: "S-1" } })).toBe(1);
});

it("an id stands for what was stored under it: not for other rows, nor for what was undone, nor for another person", async () => {
  const { importText } = await import("./page");
  const id = randomUUID();
  await importText(ada, id, some("S-2"));
  for (const other of [some("S-3"), some("S-3", { dryRun: true }), some("S-2", { mapping: { sex: null } }), some("S-2", { skip: [2] })]) {
    await expect(importText(ada, id, other)).rejects.toThrow("Other rows were brought in");
  }
  await expect(importText(ben, id, some("S-3"))).rejects.toMatchObject({ on: { subject: "import_batch", subjectId: id } });
  await expect(importText(recording(clinic.cleo, []), id, some("S-3"))).rejects.toMatchObject({ on: { subjectId: id } });
  await records.undoImport(ada, id);
  await expect(importText(ada, id, some("S-2"))).rejects.toThrow("This import was undone");
  expect(await clinic.owner.patient.count({ where: { recordNumber: "S-3" } })).toBe(0);
});

it("a person has one import under way, the installation two", async () => {
  const { importText } = await import("./page");
  let done = () => {};
  const wait = new Promise<void>((resolve) => (done = resolve));
  const held = (viewer: Viewer) => {
    let begun = () => {};
    const began = new Promise<void>((resolve) => (begun = resolve));
    async function* pieces() {
      yield "record_number,family_name,given_name,birth_date\n";
      begun();
      await wait;
    }
    const ended = records.importFiles(viewer, [{ name: "held", kind: "patients", mapping: {}, pieces: pieces() }], { id: randomUUID(), dryRun: true });
    return { began, ended };
  };
  const first = held(ada);
  await first.began;
  await expect(importText(ada, randomUUID(), some("S-4"))).rejects.toThrow("Another import is under way");
  const second = held(ben);
  await second.began;
  await expect(importText(clinic.cleo, randomUUID(), some("S-4"))).rejects.toThrow("Another import is under way");
  done();
  await Promise.all([first.ended, second.ended]);
  expect(await importText(clinic.cleo, randomUUID(), some("S-4", { dryRun: true }))).toMatchObject({ counts: { new: 1 } });
});

it("a page takes 25,000 rows, however short", async () => {
  const { importText } = await import("./page");
  const long = (rows: number) => some("S-5", { text: `record_number,family_name,given_name,birth_date\n${"x\n".repeat(rows)}`, dryRun: true });
  await expect(importText(ada, randomUUID(), long(25_001))).rejects.toThrow("more than 25,000 rows");
  expect(await importText(ada, randomUUID(), long(25_000))).toMatchObject({ counts: { refused: 25_000 } });
});

it("a dry run leaves its line in the trail: how many rows, and how many numbers were found to be in use", async () => {
  const id = randomUUID();
  await bring(ben, { patients: `${patients}R-99,New,Nia,1990-01-01\n` }, { dryRun: true, id });
  const lines = await clinic.owner.auditEvent.findMany({ where: { subjectId: id } });
  expect(lines).toMatchObject([{ action: "import-tried", userId: ben.userId, subject: "import_batch", patientId: null, before: null, after: { "import.rows": 3, "import.record_numbers_in_use": 2 } }]);
});
