// Attacks on everything that writes: keys nobody asked for, other people's ids, and whatever else arrives. A refusal changes
// nothing, and nothing that arrives is our fault: there is no 500. ATTACK=long tries many more.

import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import fc from "fast-check";
import { asker, eachOf, type Ask } from "../matrix/ask";
import { bodies, type Ids } from "../matrix/bodies";
import { lines, type Line } from "../matrix/expected";
import { openClinics, type Clinics, type Person } from "../matrix/people";
import { makeWorld, type World } from "../matrix/world";
import { broken, strangeKeys, withKey } from "./junk";

test.describe.configure({ mode: "default", timeout: 600_000 });

const tries = process.env.ATTACK === "long" ? 400 : 4;
let ask: Ask;
let clinics: Clinics;
let clinician: Person;
let own: World;
let south: World;
let elsewhere: World;
let desk: World;
const writes = lines.filter(({ method, address }) => method !== "GET" && bodies[`${method} ${address}`] !== undefined);
const inWords = ({ method, address }: Line) => `${method} ${address}`;

test.beforeAll(async ({}, { project }) => {
  ask = asker(project.use.baseURL ?? "");
  clinics = await openClinics();
  const named = (name: string) => clinics.people.find((each) => each.name === name)!;
  clinician = named("clinician");
  own = await makeWorld(ask, clinician, clinics);
  south = await makeWorld(ask, named("clinician of another team"), clinics);
  elsewhere = await makeWorld(ask, named("clinician elsewhere"), clinics);
  desk = await makeWorld(ask, named("administrator"), clinics);
});
test.afterAll(() => clinics?.close());

/** The one who may, and what is theirs. */
function askerOf({ who }: Line): { person: Person; ids: Ids } {
  if (who === "anyone" || who.includes("clinician")) return { person: clinician, ids: own.ids };
  return { person: clinics.people.find(({ name }) => name === who[0])!, ids: desk.ids };
}

function write(line: Line, over: { ids?: Ids; body?: unknown } = {}) {
  const { person, ids } = askerOf(line);
  const { method, address, about } = line;
  const path = address.replace(/\[[^\]]+\]/, about[0] === undefined ? randomUUID() : ids[about[0]]);
  const valid = bodies[inWords(line)]!(over.ids ?? ids, clinics.password);
  return { valid, send: (body: unknown = valid) => ask({ method, path, token: person.token, body: typeof body === "string" ? body : (JSON.stringify(body) ?? "") }) };
}

test("a key that no form has is refused by every write, whatever it is called", async () => {
  const before = await clinics.state();
  const wrong: string[] = [];
  await eachOf(writes, async (line) => {
    for (const key of strangeKeys) {
      const { valid, send } = write(line);
      if (key in valid && Object.hasOwn(valid, key)) continue;
      const { status, text } = await send(withKey(valid, key, randomUUID()));
      if (![400, 401, 422].includes(status)) wrong.push(`${inWords(line)} with ${key}: ${status} ${text.slice(0, 80)}`);
    }
  });
  expect(wrong).toEqual([]);
  expect(await clinics.state()).toBe(before);
});

test("a total that is not the sum is not believed", async () => {
  const line = writes.find((each) => inWords(each) === "PUT /api/assessments/[id]")!;
  const id = randomUUID();
  const valid = bodies[inWords(line)]!(own.ids, clinics.password);
  await ask({ method: "PUT", path: `/api/assessments/${id}`, token: clinician.token, body: { ...valid, total: 3 } });
  const { rows } = await clinics.owner.query("SELECT total FROM assessment WHERE id = $1", [id]);
  expect(rows.map(({ total }) => total).filter((total) => total !== 40), "the sum of 0, 1, 2, 3 and 4, four times over").toEqual([]);
});

test("an id that is another team's or another clinic's row is answered like nothing, and the row stays", async () => {
  const wrong: string[] = [];
  const before = await clinics.state();
  const at: [method: string, address: string, id: (of: Ids) => string, over?: object][] = [
    ["PUT", "/api/patients/[id]", ({ patient }) => patient, { version: 0, allow: ["duplicates"] }],
    ["POST", "/api/courses/[id]", ({ course }) => course],
    ["PUT", "/api/assessments/[id]", ({ form }) => form],
    ["PUT", "/api/drafts/[id]", ({ draft }) => draft, { measure: "phq-9", recall: "fortnight", ratings: Array(10).fill(0) }],
    ["PUT", "/api/readings/[id]", ({ reading }) => reading],
    ["PUT", "/api/dosing-events/[id]", ({ event }) => event],
  ];
  for (const [method, address, id, over] of at) {
    const answers = [];
    for (const { ids } of [south, elsewhere]) {
      const body = { ...bodies[`${method} ${address}`]!(own.ids, clinics.password), ...over };
      const { status, text } = await ask({ method, path: address.replace("[id]", id(ids)), token: clinician.token, body });
      answers.push(`${status} ${text}`);
      if (![404, 409, 422].includes(status)) wrong.push(`${method} ${address}: ${status} ${text.slice(0, 100)}`);
    }
    if (answers[0] !== answers[1]) wrong.push(`${method} ${address}: ${answers.join(" and ")}`);
  }
  const within: [method: string, address: string, id: (of: Ids) => string, over: (of: Ids) => object][] = [
    ["PUT", "/api/assessments/[id]", () => randomUUID(), ({ dose }) => ({ sessionId: dose })],
    ["POST", "/api/assessments/[id]/corrections", ({ form }) => form, ({ dose }) => ({ sessionId: dose })],
    ["POST", "/api/courses/[id]/baselines", ({ course }) => course, ({ form }) => ({ assessmentId: form })],
    ["PUT", "/api/sessions/[id]", ({ visit }) => visit, ({ dose }) => ({ rest: [{ id: dose, at: "2026-01-05T09:00", version: 1 }] })],
  ];
  const nobodys = new Proxy({} as Ids, { get: () => randomUUID() });
  for (const [method, address, id, over] of within) {
    const answers = [];
    for (const ids of [nobodys, south.ids, elsewhere.ids]) {
      const body = { ...bodies[`${method} ${address}`]!(own.ids, clinics.password), ...over(ids) };
      const { status, text } = await ask({ method, path: address.replace("[id]", id(own.ids)), token: clinician.token, body });
      answers.push(`${status} ${text}`);
      if (status < 400 || status >= 500) wrong.push(`${method} ${address} with another's id: ${status} ${text.slice(0, 100)}`);
    }
    if (new Set(answers).size > 1) wrong.push(`${method} ${address}: ${answers.join(" and ")}`);
  }
  expect(wrong).toEqual([]);
  expect(await clinics.state()).toBe(before);
});

test("what is no form of ours is refused whole: too much, too deep, half, or something else altogether", async () => {
  const before = await clinics.state();
  const wrong: string[] = [];
  const json = "application/json";
  const sent: [what: string, type: string, body: string, status: number[]][] = [
    ["more than a form can hold", json, JSON.stringify({ note: "x".repeat(70_000) }), [413]],
    ["a megabyte and a half", json, "[".repeat(1_500_000), [413]],
    ["deep lists", json, `${"[".repeat(20_000)}${"]".repeat(20_000)}`, [400, 422]],
    ["deep objects", json, `${'{"a":'.repeat(9_000)}1${"}".repeat(9_000)}`, [400, 422]],
    ["half of it", json, '{"patientId": "', [400]],
    ["nothing", json, "", [400]],
    ["a number", json, "7", [400, 422]],
    ["null", json, "null", [400, 422]],
    ["a list", json, "[]", [400, 422]],
    ["a form of the old kind", "application/x-www-form-urlencoded", "reason=x", [415]],
    ["text that is JSON", "text/plain", "{}", [415]],
    ["no type", "", "{}", [415]],
    ["another type with the word in it", "text/application/json", "{}", [415]],
    ["other letters", json, Buffer.from('{"a":"\xff"}', "latin1").toString("latin1"), [400, 422]],
  ];
  await eachOf(writes.filter(({ who }) => who !== "anyone"), async (line) => {
    for (const [what, type, body, usual] of sent) {
      // A file may be larger than a form: what is too much for a form is then no file of ours.
      const statuses = line.address === "/api/imports/[id]" && usual.includes(413) ? [400, 422] : usual;
      const { person, ids } = askerOf(line);
      const path = line.address.replace(/\[[^\]]+\]/, line.about[0] === undefined ? randomUUID() : ids[line.about[0]]);
      const { status, text } = await ask({ method: line.method, path, token: person.token, body, headers: { "content-type": type } });
      if (!statuses.includes(status)) wrong.push(`${inWords(line)} with ${what}: ${status} ${text.slice(0, 80)}`);
    }
  });
  expect(wrong).toEqual([]);
  expect(await clinics.state()).toBe(before);
});

test("a list is sorted and filtered by what it names, and a search is for its letters", async () => {
  const list = (over: object) => ask({ method: "POST", path: "/api/caseload", token: clinician.token, body: over });
  for (const injected of ["name; DROP TABLE patient", "family_name", "name) --", "__proto__", "constructor", "1"]) {
    for (const field of ["sort", "direction", "filter"]) expect((await list({ [field]: injected })).status, `${field}: ${injected}`).toBe(422);
    const { status, text } = await ask({ method: "GET", path: `/caseload?sort=${encodeURIComponent(injected)}&filter=${encodeURIComponent(injected)}&page=-1`, token: clinician.token });
    expect([status, text.includes(own.secrets[0]!)], "an address with it shows the list as it is").toEqual([200, true]);
  }
  for (const [query, found] of [["%", 0], ["_", 0], ["\\", 0], ["' OR ''='", 0], [own.secrets[0], 1]] as const) {
    const { status, text } = await list({ query });
    expect([status, JSON.parse(text).found], `searching for ${query}`).toEqual([200, found]);
  }
  for (const page of [0, -1, 1e9, 1.5, "1"]) expect((await list({ page })).status, `page ${page}`).toBe(422);
});

test("whatever arrives in whatever field, there is no fault of ours and never half a write", async () => {
  for (const line of writes) {
    const { valid } = write(line);
    await fc.assert(
      fc.asyncProperty(broken(valid), async (body) => {
        const before = await clinics.state();
        const { status, text } = await write(line).send(body);
        expect(status, text).toBeLessThan(500);
        if (status < 400) return;
        expect(Object.keys(JSON.parse(text).error)).toEqual(expect.arrayContaining(["kind", "message"]));
        expect(await clinics.state(), "after a refusal").toBe(before);
      }),
      { numRuns: tries, endOnFailure: process.env.ATTACK !== "long", ...(process.env.ATTACK_SEED && { seed: Number(process.env.ATTACK_SEED) }) },
    ).catch((error: unknown) => {
      throw new Error(`${inWords(line)}: ${error instanceof Error ? error.message : String(error)}`, { cause: error });
    });
  }
});
