// The lists of the day, chosen by facts and shown a part at a time, beside the textbook's day of every patient, all at once.
import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { todayParts, todayView, type PatientDay } from "@/components/today/today-view";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays, calendarDay } from "@/lib/course/calendar";
import { dayOf, type DaySession } from "@/lib/course/day-list";
import { planFor } from "@/lib/course/measure-plan";
import { named, openClinic, type Clinic } from "@/lib/records/clinic.fixture";
import type { readToday } from "@/lib/records/today";
import { todayLists, type TodayListName, type TodayPlace } from "@/lib/schemas/today";

const HOUR = 3_600_000;
const now = Date.now();
const zones = ["America/New_York", "Asia/Kathmandu", "Pacific/Honolulu"];
let clinic: Clinic;
let ada: Viewer;
let read: typeof readToday;
const patients: Given[] = [];

interface Given {
  id: string;
  name: string;
  courseId: string;
  zone: string;
  startDate: string;
  sessions: (DaySession & { begun: boolean })[];
}

/** A fixed sequence: the same patients at every run. */
function* numbers(): Generator<number> {
  for (let state = 20261126; ; ) yield (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647;
}
const next = numbers();
const below = (count: number) => Math.floor(next.next().value! * count);

function invent(index: number): Given {
  const zone = zones[below(zones.length)]!;
  const sessions = Array.from({ length: below(7) }, () => {
    const hours = below(2) === 0 ? below(9 * 24) - 6 * 24 : below(40) - 34; // half of them about now
    const at = new Date(now + hours * HOUR + 90_000);
    const kind = (["dose", "therapy", "assessment"] as const)[below(3)]!;
    const status = at.getTime() > now ? (["planned", "cancelled"] as const)[below(2)]! : (["planned", "done", "done", "missed", "cancelled"] as const)[below(5)]!;
    const begun = kind === "dose" && status === "done" && below(4) > 0;
    return {
      id: randomUUID(), kind, status, at, plannedAt: below(4) === 0 ? null : new Date(+at + (below(3) - 1) * 24 * HOUR), reason: null,
      begun, startedAt: begun ? at : null, leftAt: begun && below(2) === 0 ? new Date(Math.min(now, +at + HOUR)) : null,
    };
  });
  return { id: randomUUID(), courseId: randomUUID(), name: `p${String(index).padStart(3, "0")}`, zone, startDate: addDays(calendarDay(new Date(now), zone), below(40) - 36), sessions };
}

beforeAll(async () => {
  vi.useFakeTimers({ toFake: ["Date"], now }); // no midnight goes by
  clinic = await openClinic();
  ({ readToday: read } = await import("@/lib/records/today"));
  const { savePatient } = await import("@/lib/records/patients");
  ada = clinic.ada;
  for (let index = 0; index < 90; index += 1) {
    const given = invent(index);
    patients.push(given);
    await savePatient(ada, given.id, { ...named(given.id), familyName: given.name, givenName: "x" });
    await store(given);
  }
  await derive(patients);
});
afterAll(async () => {
  vi.useRealTimers();
  await clinic.close();
});

async function store({ id: patientId, courseId, zone, startDate, sessions }: Given) {
  const { owner } = clinic;
  const made = { organisationId: ada.organisation.id, createdById: ada.userId, patientId };
  await owner.course.create({ data: { ...made, id: courseId, therapy: "pe", medicine: "ketamine", route: "intranasal", startDate: new Date(startDate), plannedWeeks: 4, timeZone: zone } });
  await owner.courseSession.createMany({ data: sessions.map(({ id, kind, status, at, plannedAt, reason }) => ({ ...made, id, courseId, kind, status, at, plannedAt, reason })) });
  for (const { id: sessionId, startedAt, leftAt } of sessions.filter(({ begun }) => begun)) {
    const by = { sessionId, number: 1, patientId, organisationId: ada.organisation.id, byId: ada.userId, key: randomUUID() };
    await owner.doseRecord.create({ data: { ...by, medicine: "ketamine", route: "intranasal", startedAt } });
    if (leftAt) await owner.leaving.create({ data: { ...by, leftAt, advice: true, points: [] } });
  }
}

async function derive(some: readonly Given[]) {
  const [{ deriveFacts }, { inScope }] = await Promise.all([import("@/lib/records/facts"), import("@/lib/records/scope")]);
  await inScope(ada, (tx) => deriveFacts(tx, ada.organisation, ...some.map(({ id }) => id)));
}

/** The textbook's day of everybody. */
function whole() {
  const { settings } = ada.organisation;
  return todayView(patients.map(({ id, name, zone, startDate, sessions }): PatientDay => {
    const course = { therapy: "pe" as const, medicine: "ketamine" as const, route: "intranasal" as const, startDate, plannedWeeks: 4, timeZone: zone };
    const day = dayOf({ course, sessions, scored: [], plan: planFor(null, settings), today: calendarDay(new Date(now), zone), now: new Date(now), closed: settings.closed });
    return { ...day, id, name, recordNumber: "", symptoms: null, sessions: day.sessions.map((session) => ({ ...session, at: +session.at, time: "", started: "", left: "" })) };
  }));
}

async function all(list: TodayListName, viewer = ada) {
  let part = todayParts(await read(viewer))[list];
  const [rows, sizes, totals] = [[...part.rows], [part.rows.length], [part.total]];
  while (part.after) {
    part = todayParts(await read(viewer, { list, after: part.after }))[list];
    rows.push(...part.rows);
    sizes.push(part.rows.length);
    totals.push(part.total);
  }
  return { keys: rows.map(({ key }) => key), sizes, totals };
}

describe("the lists of the day", () => {
  it.each(todayLists)("%s: a part at a time they are the textbook's of everybody, in its order", async (list) => {
    const expected = whole()[list].map(({ key }) => key);
    const { keys, sizes, totals } = await all(list);
    expect(keys.toSorted()).toEqual(expected.toSorted());
    expect(keys).toEqual(expected);
    expect(new Set(totals)).toEqual(new Set([expected.length]));
    expect(sizes[0]).toBeLessThanOrEqual(20); // ten places, of which one may be two windows
    expect(expected.length, "there is something in it").toBeGreaterThan(0);
  });

  it("go on where they were, whoever is gone and whoever has come since", async () => {
    const given = await all("visits");
    const part = todayParts(await read(ada)).visits;
    const shown = part.rows.map(({ key }) => key);
    const gone = shown.at(-1)!;
    await clinic.owner.courseSession.update({ where: { id: gone }, data: { at: new Date(now + 30 * 24 * HOUR) } });
    await derive(patients);
    const more = todayParts(await read(ada, { list: "visits", after: part.after! })).visits;
    expect(more.rows.map(({ key }) => key)).toEqual(given.keys.slice(shown.length, shown.length + 25));
    expect(more.total).toBe(given.keys.length - 1);
  });

  it("are nobody else's, wherever one asks to go on", async () => {
    const after: TodayPlace = { rank: 0, day: null, at: 0, patientId: patients[0]!.id, sessionId: null };
    for (const viewer of [clinic.ben, clinic.cleo]) {
      for (const list of todayLists) expect(await read(viewer, { list, after })).toEqual({ patients: [], places: [], outdated: 0 });
    }
  });
});
