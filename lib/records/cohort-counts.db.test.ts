// PostgreSQL counts a group as the textbook counts its rows, one by one: for any population, any question and whoever asks.
import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import type { Viewer } from "@/lib/auth/viewer";
import { countRows } from "@/lib/cohort/count-rows";
import { groupsBeside, mayBeAsked } from "@/lib/cohort/research-ask";
import { tally } from "@/lib/cohort/tally";
import { addDays } from "@/lib/course/calendar";
import { cohortAsk } from "@/lib/schemas/cohort";
import { Prisma } from "@/prisma/generated/client";
import { dayAgo, named, openClinic, ratingsOf, type Clinic } from "./clinic.fixture";
import type { Source } from "./facts-source";

let clinic: Clinic;
let researcher: Viewer;
let ids: string[];
let teams: string[];

beforeAll(async () => {
  clinic = await openClinic();
  researcher = await clinic.hire("Rhea", ["researcher"]);
  const { savePatient } = await import("./patients");
  const places = [...Array<Viewer>(9).fill(clinic.ada), ...Array<Viewer>(5).fill(clinic.ben)];
  ids = places.map(() => randomUUID());
  for (const [at, viewer] of places.entries()) await savePatient(viewer, ids[at] ?? "", named(`P-${at}`));
  teams = (await clinic.owner.patient.findMany({ where: { id: { in: ids } }, select: { id: true, teamId: true } })).toSorted((a, b) => ids.indexOf(a.id) - ids.indexOf(b.id)).map(({ teamId }) => teamId);
});
afterAll(() => clinic.close());

interface Score {
  day: number;
  hour: number;
  total: number;
  measure: "pcl-5" | "phq-9";
  month: boolean;
  items: boolean;
}
const score: fc.Arbitrary<Score> = fc.record({ day: fc.integer({ min: -9, max: 62 }), hour: fc.integer({ min: 0, max: 23 }), total: fc.nat(80), measure: fc.constantFrom("pcl-5", "pcl-5", "pcl-5", "phq-9"), month: fc.boolean(), items: fc.boolean() });
const weekly: fc.Arbitrary<Score[]> = fc.tuple(fc.array(fc.tuple(fc.nat(80), fc.integer({ min: -1, max: 2 })), { minLength: 2, maxLength: 9 })).map(([list]) =>
  list.map(([total, off], week) => ({ day: 7 * week + (week === 0 ? -1 : off), hour: 9, total, measure: "pcl-5" as const, month: false, items: true })));
/** A sudden gain by every criterion. */
const fallen = fc.constant([60, 58, 61, 30, 31, 29].map((total, week): Score => ({ day: 7 * week + (week === 0 ? -1 : 0), hour: 9, total, measure: "pcl-5", month: false, items: true })));
const dose = fc.record({ day: fc.nat(30), mg: fc.option(fc.constantFrom(0.1, 0.2, 35, 42.5, 56)), dissociation: fc.option(fc.nat(10)), events: fc.nat(2), serious: fc.nat(1), started: fc.boolean() });
const course = fc.record({
  startDay: fc.integer({ min: 0, max: 90 }), zone: fc.constantFrom("America/New_York", "Pacific/Kiritimati", "Asia/Kathmandu"), begun: fc.boolean(), begunToo: fc.boolean(), template: fc.option(fc.constantFrom("Ketamine + PE", "Other")),
  medicine: fc.constantFrom("ketamine" as const, "none" as const), therapy: fc.constantFrom("pe" as const, "cpt" as const), ended: fc.option(fc.record({ after: fc.integer({ min: 0, max: 40 }), reason: fc.constantFrom("completed" as const, "discontinued" as const) })),
  scores: fc.oneof(weekly, fallen, fc.array(score, { maxLength: 9 })), doses: fc.array(dose, { maxLength: 4 }),
});
const population = fc.array(fc.array(course, { maxLength: 2 }), { minLength: 14, maxLength: 14 });
const asking = fc.record(
  {
    measure: fc.constantFrom("pcl-5", "phq-9"), recall: fc.constantFrom("week", "month"), rule: fc.constantFrom("marx-2022-15", "marx-2022-18", "blanchard-2023"), population: fc.constantFrom("all", "completed"), protocol: fc.constant("Other"), therapy: fc.constant("cpt"),
    medicine: fc.constant("ketamine"), route: fc.constant("intravenous"), from: fc.constant(dayAgo(60)), to: fc.constant(dayAgo(30)), least: fc.constant("20"), most: fc.constant("60"), team: fc.nat(13), against: fc.constantFrom("24h", "week-1", "week-4"),
  },
  { requiredKeys: [] },
);

type Made = typeof population extends fc.Arbitrary<infer P> ? P : never;

function sourceOf(at: number, courses: Made[number]): Source {
  const made = courses.map((one) => {
    const startDate = dayAgo(90 - one.startDay);
    const t0 = Date.parse(`${startDate}T15:00:00Z`);
    return { ...one, id: randomUUID(), startDate, doses: one.doses.map((each) => ({ ...each, sessionId: randomUUID() })), when: (day: number, hour = 0) => new Date(t0 + (24 * day + hour) * 3_600_000) };
  });
  const ratings = (total: number, measure: string, items: boolean) => (!items ? [] : measure === "pcl-5" ? ratingsOf(total) : [...Array<number>(9).fill(1), null]);
  return {
    id: ids[at] ?? "", organisationId: clinic.ada.organisation.id, teamId: teams[at] ?? "", familyName: "Rivera", givenName: "Alex", recordNumber: `P-${at}`, baselines: [], prompts: 0,
    courses: made.map(({ id, startDate, zone, template, medicine, therapy, ended, when }) => ({
      id, therapy, therapyName: null, medicine, route: medicine === "none" ? "none" : "intravenous", startDate, plannedWeeks: 8, timeZone: zone, measurePlan: null, template, endReason: ended?.reason ?? null, endedAt: ended && when(ended.after),
    })),
    // The first has no record of a dose.
    sessions: made.flatMap(({ id: courseId, begun, begunToo, doses, when }) =>
      begun || begunToo ? [{ sessionId: randomUUID(), day: 0 }, ...doses].map(({ sessionId, day }) => ({ id: sessionId, courseId, kind: "dose" as const, at: when(day), status: "done" as const, plannedAt: null })) : []),
    forms: made.flatMap(({ id, scores, when }) =>
      scores.map(({ day, hour, total, measure, month, items }) => ({
        id: randomUUID(), courseId: id, measure, recall: measure === "phq-9" ? ("fortnight" as const) : month ? ("month" as const) : ("week" as const), at: when(day, hour), enteredAt: when(day, hour), total: measure === "phq-9" ? total % 28 : total, ratings: ratings(total, measure, items),
      })),
    ),
    doses: made.flatMap(({ id, doses, when }) =>
      doses.map(({ sessionId, day, started, mg, dissociation, events, serious }) => ({ sessionId, courseId: id, startedAt: started ? when(day) : null, givenMg: mg, left: true, peakDissociation: dissociation, events, serious: Math.min(events, serious) }))),
  };
}

it("counts as the rows are counted", async () => {
  const [{ factsOf }, { storeFacts, factTables }, { inPlainScope, theirFactsSql }, { readCohortRows }, { readCohortCounts }, { questionOf }] = await Promise.all([
    import("./facts-of"), import("./facts-tables"), import("./scope"), import("./cohort-rows"), import("./cohort-counts"), import("./cohort-question"),
  ]);
  const { organisation } = clinic.ada;
  const seen = { counted: 0, beside: 0, scored: 0, gains: 0, events: 0, doses: 0, lines: 0, left: new Set<string>() };
  await fc.assert(
    fc.asyncProperty(population, fc.array(asking, { minLength: 6, maxLength: 6 }), async (people, asks) => {
      for (const [viewer, from, to] of [[clinic.ada, 0, 9], [clinic.ben, 9, 14]] as const) {
        const own = people.slice(from, to).map((courses, at) => factsOf(sourceOf(from + at, courses), organisation, ""));
        const facts = Object.fromEntries(factTables.map((table) => [table, own.flatMap((each) => each[table])])) as Parameters<typeof storeFacts>[3];
        await inPlainScope(viewer, (tx) => storeFacts(tx, organisation.id, ids.slice(from, to), facts));
      }
      for (const { team, ...given } of [{}, { least: "30", most: "60" }, { population: "completed" }, { route: "intravenous" }, { medicine: "ketamine" }, { therapy: "cpt", medicine: "ketamine" }, ...asks] as typeof asks) {
        const ask = cohortAsk.parse({ ...given, ...(given.measure === "phq-9" && { recall: "fortnight", rule: "" }), ...(team !== undefined && { team: teams[team] }) });
        const question = questionOf(ask, organisation.settings);
        for (const viewer of [clinic.ada, researcher, clinic.cleo]) {
          const scope = viewer === researcher ? Prisma.sql`f.organisation_id = ${organisation.id}::uuid` : theirFactsSql(viewer);
          const now = new Date(`${addDays(dayAgo(0), -10)}T11:30:00Z`);
          const { rows, counts, beside, lines } = await inPlainScope(viewer, async (tx) => ({
            rows: await readCohortRows(tx, scope, question.definition, now), ...(await readCohortCounts(tx, scope, { question, against: ask.against, now, lines: 5, beside: viewer === researcher && mayBeAsked(question.definition) })),
          }));
          const plain = countRows(question, rows, ask.against);
          expect(tally(question, counts), JSON.stringify(ask)).toEqual(tally(question, plain));
          const sorted = (sites: typeof counts.sites) => sites.toSorted((a, b) => (a.teamId < b.teamId ? -1 : 1));
          expect(sorted(counts.sites)).toEqual(sorted(plain.sites));
          const treatments = rows.map(({ therapy, medicine, route }) => ({ therapy, medicine, route }));
          const expected = viewer === researcher && mayBeAsked(question.definition) ? groupsBeside(question.definition, treatments) : [];
          const done = ({ therapy, medicine, route }: (typeof expected)[number]) => [therapy, medicine, route].join(" ");
          expect(beside?.map((other) => done(other.question.definition.filters)).toSorted()).toEqual(expected.map(done).toSorted());
          for (const other of beside ?? []) expect(tally(other.question, other.counts)).toEqual(tally(other.question, countRows(other.question, rows, ask.against)));
          expect(lines.length).toBe(Math.min(5, counts.counted));
          expect(viewer === clinic.cleo ? counts.all : 0, "another clinic's").toBe(0);
          seen.beside += beside?.length ?? 0;
          seen.counted += counts.counted;
          seen.lines += lines.length;
          seen.scored += counts.cells.reduce((sum, { to, n }) => sum + (to === null ? 0 : n), 0);
          seen.gains += counts.sudden?.steps.reduce((sum, { gains }) => sum + gains, 0) ?? 0;
          seen.events += counts.days?.reduce((sum, { events }) => sum + events, 0) ?? 0;
          seen.doses += counts.doses.length;
          for (const [reason, n] of Object.entries(counts.leftOut)) if (n > 0) seen.left.add(reason);
        }
      }
    }),
    { numRuns: 5, endOnFailure: true },
  );
  expect([...seen.left].toSorted()).toEqual(["baseline-severity", "dates", "later-course", "medicine", "no-baseline", "not-begun", "not-completed", "protocol", "route", "team", "therapy"]);
  for (const kind of ["counted", "beside", "scored", "gains", "events", "doses", "lines"] as const) expect(seen[kind], kind).toBeGreaterThan(0);
}, 90_000);
