// The access matrix: every address and method of the build, asked by everyone, for what is theirs and what is not.
// What is expected is in expected.ts. Nothing here uses a browser.

import { randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { asker, eachOf, type Answer, type Ask } from "./ask";
import { bodies } from "./bodies";
import { addresses, methodsOf, middleware, serverActions } from "./build";
import { cellsOf, inWords, isRoute, type Cell } from "./cells";
import { lines } from "./expected";
import { openClinics, type Clinics, type Person } from "./people";
import { askWhereLed, shapes } from "./shapes";
import { makeWorld, type World } from "./world";

test.describe.configure({ mode: "serial", timeout: 300_000 });

let ask: Ask;
let clinics: Clinics;
let cells: Cell[];
const worlds = new Map<Person, World>();
const secrets = (reader: Person) =>
  [...worlds].flatMap(([person, { secrets: words, number }]) => {
    const audited = reader.roles.includes("auditor") && reader.clinic === person.clinic;
    return [...words, ...(number === null || audited ? [] : [number])].map((secret) => ({ person, secret }));
  });

test.beforeAll(async ({}, { project }) => {
  ask = asker(project.use.baseURL ?? "");
  clinics = await openClinics();
  for (const person of clinics.people) if (person.standing === "in") worlds.set(person, await makeWorld(ask, person, clinics));
  cells = cellsOf(clinics, worlds);
});
test.afterAll(() => clinics?.close());

/** The answer without what differs for the same answer: the nonce, and the ids that were asked for. */
function plain({ text, headers }: Answer, ids: readonly string[]): string {
  const nonce = /'nonce-([^']+)'/.exec(String(headers["content-security-policy"]))?.[1];
  const same = [nonce, ...ids].reduce<string>((rest, each) => (each ? rest.replaceAll(each, "…") : rest), text);
  // A page's parts are streamed as they get ready, which is in no order.
  return same.replaceAll('"])</script><script nonce="…">self.__next_f.push([1,"', "").replaceAll(/"[\w-]{21}[a-z]"/g, '"…"').split(/\\?\n|\\n/).sort().join("\n");
}

function differing(one: string, other: string): string {
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return `${one.slice(Math.max(0, at - 40), at + 60)} <> ${other.slice(Math.max(0, at - 40), at + 60)}`;
}

/** No answer holds a word of a patient whose team its reader is not on. */
function expectNothingOfOthers(text: string, reader: Person, where: string): void {
  const strange = secrets(reader).filter(({ person }) => reader.standing !== "in" || person.team !== reader.team);
  for (const { secret } of strange) if (text.includes(secret)) expect(where, "shows another team's patient").toBe("");
}

test("every address and method of the build has its line, and every line its address", async () => {
  const found: string[] = [];
  for (const address of addresses()) {
    for (const method of isRoute(address) ? await methodsOf(ask, address) : ["GET"]) found.push(`${method} ${address}`);
  }
  expect(lines.map(({ method, address }) => `${method} ${address}`).sort()).toEqual(found.sort());
});

test("every write has a body that its form could send", () => {
  const bare = [
    "POST /api/session", "DELETE /api/account/sign-ins", "POST /api/auth/[...nextauth]", "POST /api/account/fresh", "POST /api/account/fresh/passkey", "POST /api/account/passkeys",
    "POST /api/account/recovery-codes", "POST /api/trail/unusual", "DELETE /api/caseload/views/[id]", "DELETE /api/imports/[id]",
  ];
  const writes = lines.filter(({ method, about }) => method !== "GET" && !(method === "DELETE" && about.length > 0)).map(({ method, address }) => `${method} ${address}`);
  expect(Object.keys(bodies).sort()).toEqual(writes.filter((each) => !bare.includes(each)).sort());
});

test("nothing stands before the pages that could be walked around, and there are no Server Actions", () => {
  expect(middleware()).toEqual([]);
  expect(serverActions()).toEqual([]);
});

test("a patient's own clinician is shown the words that nobody else may see, in the shapes that are tried below", async () => {
  const [person, world] = [...worlds].find(([, { secrets }]) => secrets.length > 0)!;
  const asked = { method: "GET", path: `/patients/${world.ids.patient}`, token: person.token };
  for (const shape of ["as it is", "what the router asks for", "with another host"] as const) {
    expect((await askWhereLed(ask, shapes[shape](asked))).text.includes(world.secrets[0]!), shape).toBe(true);
  }
});

test("what is not theirs answers everyone as what does not exist, and changes nothing", async () => {
  const refused = cells.filter(({ status }) => status >= 300);
  const before = await clinics.state();
  const answers = new Map<string, string>();
  const wrong: string[] = [];
  await eachOf(refused, async (cell) => {
    const answer = await ask(cell.asked);
    if (answer.status !== cell.status) wrong.push(`${inWords(cell)}: ${answer.status} for ${cell.status} ${answer.text.slice(0, 60)}`);
    expectNothingOfOthers(answer.text, cell.person, inWords(cell));
    if (cell.whose === null || cell.whose === "own") return;
    const key = `${cell.line.method} ${cell.line.address} by ${cell.person.name}, ${answer.status}`;
    const said = plain(answer, cell.ids);
    const same = answers.get(key) ?? said;
    answers.set(key, same);
    if (said !== same) wrong.push(`${inWords(cell)}: other bytes than for what else is not there: ${differing(said, same)}`);
  });
  expect(wrong.slice(0, 30)).toEqual([]);
  expect(await clinics.state(), "what is stored").toBe(before);
});

test("what is theirs answers", async () => {
  const wrong: string[] = [];
  await eachOf(clinics.people, async (person) => {
    for (const cell of cells.filter((each) => each.person === person && each.status < 300)) {
      let answer = await ask(cell.asked);
      // Imports take turns, and other stories bring files in meanwhile.
      for (let again = 0; again < 500 && answer.status === 429 && cell.line.address === "/api/imports/[id]"; again += 1) answer = await ask(cell.asked);
      if (answer.status !== cell.status) wrong.push(`${inWords(cell)}: ${answer.status} for ${cell.status} ${answer.text.slice(0, 160)}`);
      expectNothingOfOthers(answer.text, person, inWords(cell));
    }
  });
  expect(wrong.slice(0, 30)).toEqual([]);
});

test("no other shape of a page's address, and no header of the framework's own, opens it", async () => {
  const wrong: string[] = [];
  const pages = lines.filter(({ address, about }) => !isRoute(address) && about[0] === "patient");
  const asked = cells.filter(({ line, whose }) => pages.includes(line) && (whose === "other team's" || whose === "nobody's"));
  for (const name of ["clinician of another team", "nobody"]) {
    const theirs = asked.filter(({ person }) => person.name === name);
    await eachOf(pages, async (line) => {
      const two = ["other team's", "nobody's"].map((whose) => theirs.find((cell) => cell.line === line && cell.whose === whose)!);
      for (const [shape, reshaped] of Object.entries(shapes)) {
        const answers = [];
        for (const cell of two) answers.push({ cell, ...(await askWhereLed(ask, reshaped(cell.asked))) });
        const [theirAnswer, nobodys] = answers.map(({ cell, ...answer }) => `${answer.status} ${plain(answer, cell.ids)}`);
        for (const { cell, text } of answers) expectNothingOfOthers(text, cell.person, `${inWords(cell)} as ${shape}`);
        if (theirAnswer !== nobodys) wrong.push(`${inWords(two[0]!)} as ${shape}: ${differing(theirAnswer ?? "", nobodys ?? "")}`);
        if (answers.some(({ status, headers }) => status >= 500 || (status === 200 && !/x-component/.test(headers["content-type"] ?? "")))) wrong.push(`${inWords(two[0]!)} as ${shape}: ${answers.map(({ status }) => status).join()}`);
      }
    });
  }
  expect(wrong.slice(0, 30)).toEqual([]);
});

test("a method without a line is not answered, by whoever may ask for the rest", async () => {
  const wrong: string[] = [];
  await eachOf(addresses(), async (address) => {
    const offered = lines.filter((line) => line.address === address).map(({ method }) => method);
    const path = address.replaceAll(/\[[^\]]+\]/g, randomUUID());
    for (const method of ["GET", "POST", "PUT", "PATCH", "DELETE", "TRACE", "PROPFIND"].filter((each) => !offered.includes(each))) {
      for (const { token, name } of clinics.people.filter((each) => ["nobody", "clinician", "administrator"].includes(each.name))) {
        const { status } = await ask({ method, path, token });
        if (status !== 405) wrong.push(`${method} ${address} by ${name}: ${status}`);
      }
    }
  });
  expect(wrong).toEqual([]);
});

test("HEAD says what GET would, and shows nothing", async () => {
  const wrong: string[] = [];
  const read = cells.filter(({ line, whose, person }) => line.method === "GET" && line.address !== "/api/auth/[...nextauth]" && ["nobody", "clinician"].includes(person.name) && (whose === null || whose === "other team's"));
  await eachOf(read, async (cell) => {
    const { status, text } = await ask({ ...cell.asked, method: "HEAD" });
    if (status !== cell.status || text !== "") wrong.push(`${inWords(cell)}: ${status}`);
  });
  expect(wrong).toEqual([]);
});

test("the cells are at least two thousand", ({}, { annotations }) => {
  annotations.push({ type: "cells", description: String(cells.length) });
  expect(cells.length).toBeGreaterThan(2_000);
});
