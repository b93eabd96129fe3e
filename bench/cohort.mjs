// The page of a group of everybody: for a clinician of all teams and for a researcher, who may also ask by medicine, in turns with the
// bare sums over the same rows.

import { randomUUID } from "node:crypto";
import { Trouble } from "../scripts/trouble.mjs";
import { signIn } from "./clinic.mjs";
import { median, percentile } from "./statistics.mjs";

/** @typedef {{ page: string, p50: number, p95: number, toBare: number, bytes: number }} Cohort times in ms; `toBare` of the medians */
/** @typedef {{ pages: Cohort[], bare: { p50: number, p95: number } }} Cohorts */

/** What a group of everybody has to read from end to end. */
export const readByCohorts = ["course_fact", "series_fact"];

const everywhere = "everywhere@bench.courseline.example";
const rounds = 15;
const recall = "week";

/**
 * @param {import("pg").Client} owner
 * @param {string} origin
 * @param {string} password
 * @returns {Promise<{ name: string, ask: () => Promise<Response> }[]>}
 */
export async function cohortPages(owner, origin, password) {
  await owner.query(`INSERT INTO app_user (id, organisation_id, email, name, password_hash, roles)
    SELECT $1, organisation_id, $2, 'Everywhere', password_hash, roles FROM app_user WHERE email LIKE 'clinician-%@seed1.courseline.example' AND NOT EXISTS (SELECT FROM app_user WHERE email = $2) ORDER BY email LIMIT 1`, [randomUUID(), everywhere]);
  await owner.query(`INSERT INTO care_team_member (team_id, user_id) SELECT t.id, u.id FROM care_team t JOIN app_user u ON u.organisation_id = t.organisation_id
    WHERE u.email = $1 AND NOT EXISTS (SELECT FROM care_team_member m WHERE m.team_id = t.id AND m.user_id = u.id)`, [everywhere]);
  const [clinician, researcher] = [await signIn(origin, everywhere, password), await signIn(origin, "researcher@seed1.courseline.example", password)];
  const get = (/** @type {string} */ cookie, /** @type {string} */ asked) => () => fetch(`${origin}/cohort?recall=${recall}${asked}`, { redirect: "manual", headers: { cookie } });
  return [
    { name: "cohort, clinician", ask: get(clinician, "") },
    { name: "cohort, researcher", ask: get(researcher, "") },
    { name: "by medicine, researcher", ask: get(researcher, "&medicine=ketamine") },
  ];
}

/**
 * @param {import("pg").Client} owner
 * @param {{ name: string, ask: () => Promise<Response> }[]} pages
 * @returns {Promise<Cohorts>}
 */
export async function besideBare(owner, pages) {
  // As the owner, whom no policy binds, and on as many processors as PostgreSQL likes.
  const sums = () => owner.query(`SELECT "window", count(*), avg(total), stddev_samp(total) FROM placement WHERE measure = 'pcl-5' AND recall = $1 GROUP BY 1`, [recall]);
  const shown = pages.map(({ name, ask }) => ({ name, bytes: 0, times: /** @type {number[]} */ ([]), ask }));
  /** @type {number[]} */
  const bare = [];
  for (let round = -2; round < rounds; round += 1) {
    for (const page of shown) {
      const began = performance.now();
      const response = await page.ask();
      page.bytes = (await response.arrayBuffer()).byteLength;
      if (!response.ok) throw new Trouble(`${page.name} answered with ${response.status}`);
      if (round >= 0) page.times.push(performance.now() - began);
    }
    const began = performance.now();
    await sums();
    if (round >= 0) bare.push(performance.now() - began);
  }
  return {
    pages: shown.map(({ name, times, bytes }) => ({ page: name, p50: median(times), p95: percentile(times, 0.95), toBare: median(times) / median(bare), bytes })),
    bare: { p50: median(bare), p95: percentile(bare, 0.95) },
  };
}
