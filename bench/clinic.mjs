// What is measured, and on whom: the demo clinic for reading; for writing, a clinic of the benchmark's own in the
// same database, so that thousands of saved forms change nothing about the pages measured beside them.

import { randomUUID } from "node:crypto";
import pg from "pg";
import { findEmbedded } from "../scripts/postgres.mjs";
import { Trouble } from "../scripts/trouble.mjs";

export const reader = "mara.quill@courseline.example";
const writer = "bench@courseline.example";
const zone = "America/New_York";

/** @param {string} dataDir */
export async function connectOwner(dataDir) {
  const found = await findEmbedded(dataDir);
  if (found === null) throw new Error("The database of the run is not there");
  const owner = new pg.Client({ connectionString: found.ownerUrl });
  await owner.connect();
  return { owner, ownerUrl: found.ownerUrl };
}

/**
 * The floor's table, in a database of its own beside Courseline's.
 * @param {pg.Client} owner
 * @param {string} ownerUrl
 * @returns {Promise<string>} the address of its database
 */
export async function makeFloorTable(owner, ownerUrl) {
  await owner.query("create database floor");
  const url = new URL(ownerUrl);
  url.pathname = "/floor";
  const client = new pg.Client({ connectionString: url.href });
  await client.connect();
  await client.query("create table insertion (id uuid primary key, ratings jsonb not null, at timestamptz not null default now())");
  await client.end();
  return url.href;
}

/**
 * Signs in as a browser would and returns its cookies.
 * @param {string} origin
 * @param {string} email
 * @param {string} password
 */
export async function signIn(origin, email, password) {
  const first = await fetch(`${origin}/api/auth/csrf`);
  const { csrfToken } = await first.json();
  const second = await fetch(`${origin}/api/auth/callback/credentials`, {
    method: "POST",
    redirect: "manual",
    headers: { origin, cookie: jar(first) },
    body: new URLSearchParams({ csrfToken, email, password, callbackUrl: origin, json: "true" }),
  });
  const cookie = jar(second);
  if (!/(^|; )courseline-session=/.test(cookie)) throw new Trouble(`${email} could not sign in: ${await second.text()}`);
  return cookie;
}

/** @param {Response} response */
function jar(response) {
  return response.headers.getSetCookie().map((cookie) => cookie.split(";")[0]).join("; ");
}

/**
 * @param {pg.Client} owner
 * @param {string} origin
 * @param {string} password
 */
export async function openDemo(owner, origin, password) {
  const cookie = await signIn(origin, reader, password);
  const { rows } = await owner.query(
    `select p.id, p.family_name as name, count(a.id)::int as forms
     from patient p join care_team_member m on m.team_id = p.team_id join app_user u on u.id = m.user_id
       left join assessment a on a.patient_id = p.id
     where u.email = $1 group by p.id order by forms desc, name`,
    [reader],
  );
  const rivera = rows.find(({ name }) => name === "Rivera");
  const longest = rows[0];
  if (!rivera || !longest) throw new Error("The demo clinic has changed: its patients are not found");
  return { cookie, rivera, longest };
}

/**
 * A clinic with one clinician, who has the demo clinician's password, and patients who each have a course.
 * @param {pg.Client} owner
 * @param {string} origin
 * @param {string} password
 * @param {number} count of patients
 */
export async function openOwnClinic(owner, origin, password, count) {
  const [clinic, team, user] = [randomUUID(), randomUUID(), randomUUID()];
  await owner.query("insert into organisation (id, name, time_zone, synthetic) values ($1, 'Benchmark', $2, true)", [clinic, zone]);
  await owner.query("insert into care_team (id, organisation_id, name) values ($1, $2, 'Benchmark')", [team, clinic]);
  await owner.query(
    `insert into app_user (id, organisation_id, email, name, password_hash, roles)
     select $1, $2, $3, 'Benchmark', password_hash, roles from app_user where email = $4`,
    [user, clinic, writer, reader],
  );
  await owner.query("insert into care_team_member (team_id, user_id) values ($1, $2)", [team, user]);
  const cookie = await signIn(origin, writer, password);
  const put = (/** @type {string} */ path, /** @type {object} */ body) => send(origin, cookie, path, body);
  /** @type {string[]} */
  const patients = [];
  for (let index = 0; index < count; index += 1) {
    const patient = randomUUID();
    await put(`/api/patients/${patient}`, {
      recordNumber: `B-${index}`, familyName: "Benchmark", givenName: `No. ${index}`, birthDate: "1980-02-29", version: 0,
      allow: ["duplicates"],
    });
    await send(origin, cookie, `/api/courses/${randomUUID()}`, {
      patientId: patient, therapy: "pe", medicine: "ketamine", route: "intravenous", startDate: daysAgo(14).slice(0, 10),
      plannedWeeks: 4,
    }, "POST");
    patients.push(patient);
  }
  const savedForms = async () => {
    const { rows } = await owner.query("select count(*)::int as saved from assessment where organisation_id = $1", [clinic]);
    return Number(rows[0].saved);
  };
  return { cookie, patients, put, savedForms };
}

/**
 * @param {string} origin
 * @param {string} cookie
 * @param {string} path
 * @param {object} body
 * @param {string} method
 */
export async function send(origin, cookie, path, body, method = "PUT") {
  const headers = { origin, cookie, "content-type": "application/json" };
  const response = await fetch(`${origin}${path}`, { method, headers, body: JSON.stringify(body) });
  if (!response.ok) throw new Error(`${method} ${path} answered with ${response.status}: ${await response.text()}`);
}

/**
 * A wall-clock time of ten in the morning.
 * @param {number} days
 */
export function daysAgo(days) {
  return `${new Date(Date.now() - days * 86_400_000).toISOString().slice(0, 10)}T10:00`;
}

/** Each rating from 0 to 4, four times; the total is 40. */
export const ratings = Array.from({ length: 20 }, (_, index) => (index * 3) % 5);

/** @param {string} patientId */
export function form(patientId) {
  return { measure: "pcl-5", recall: "week", sessionId: null, mode: "paper", ratings, patientId, answeredAt: daysAgo(3) };
}
