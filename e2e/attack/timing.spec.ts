// Whether the time of an answer tells who has an account here. Signing in with a wrong password is tried for a person there is and
// for one there is not, in turns whose order chance decides; the two lists of times are compared by rank (Mann and Whitney): with
// equal work an unknown person's answer is the slower of a pair in half of all pairs. ATTACK=long tries more, and finds less.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { expect, test } from "@playwright/test";
import { median } from "../../bench/statistics.mjs";
import { asker, type Ask } from "../matrix/ask";
import { openClinics, type Clinics } from "../matrix/people";

const isLong = process.env.ATTACK === "long";
const tries = isLong ? 500 : 25;
test.describe.configure({ timeout: isLong ? 600_000 : 60_000 });

let ask: Ask;
let clinics: Clinics;
test.beforeAll(async ({}, { project }) => {
  ask = asker(new URL(project.use.baseURL ?? "").origin);
  clinics = await openClinics();
});
test.afterAll(() => clinics?.close());

/** Of all pairs, the share in which the second list's is the larger; ties count half. And how often chance alone would be as far from one half (normal approximation). */
function byRank(one: readonly number[], other: readonly number[]): { share: number; p: number } {
  const all = [...one.map((value) => ({ value, second: false })), ...other.map((value) => ({ value, second: true }))].sort((a, b) => a.value - b.value);
  let ranks = 0;
  for (let at = 0; at < all.length; ) {
    let end = at;
    while (end < all.length && all[end]!.value === all[at]!.value) end += 1;
    for (const { second } of all.slice(at, end)) if (second) ranks += (at + 1 + end) / 2;
    at = end;
  }
  const [n, m] = [one.length, other.length];
  const u = ranks - (m * (m + 1)) / 2;
  const z = Math.abs(u - (n * m) / 2) / Math.sqrt((n * m * (n + m + 1)) / 12);
  return { share: u / (n * m), p: twoSided(z) };
}

/** The two tails of the normal curve beyond z: Abramowitz and Stegun, 26.2.17. */
function twoSided(z: number): number {
  const t = 1 / (1 + 0.2316419 * z);
  const sum = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return (2 * Math.exp((-z * z) / 2) * sum) / Math.sqrt(2 * Math.PI);
}

test("the comparison finds what is there, and nothing where there is nothing", () => {
  // R: wilcox.test(c(1.1,2.2,3.3,4.4), c(2.5,3.5,4.5,5.5,6.5), exact = FALSE, correct = FALSE): W = 3, p = 0.08641
  const found = byRank([1.1, 2.2, 3.3, 4.4], [2.5, 3.5, 4.5, 5.5, 6.5]);
  expect(found.share).toBeCloseTo(1 - 3 / 20, 10);
  expect(found.p).toBeCloseTo(0.08641, 5);
  expect(byRank([1, 2, 3], [1, 2, 3])).toMatchObject({ share: 0.5 });
  expect(twoSided(1.959964)).toBeCloseTo(0.05, 5);
});

test("the time of a refused sign-in does not tell whether the person exists", async () => {
  const person = clinics.people.find(({ name }) => name === "clinician")!;
  const csrf = await ask({ method: "GET", path: "/api/auth/csrf" });
  const { csrfToken } = JSON.parse(csrf.text) as { csrfToken: string };
  const cookie = (csrf.headers["set-cookie"] ?? []).map((line) => line.split(";")[0]).join("; ");
  const counted = createHash("sha256").update(person.email).digest("hex");
  const statuses = new Set<number>();
  async function timeOf(email: string): Promise<number> {
    // Otherwise everybody is made to wait, which takes no hash.
    await clinics.owner.query("DELETE FROM throttle WHERE key LIKE 'address%' OR key LIKE 'account%' || $1", [counted]);
    const body = new URLSearchParams({ csrfToken, json: "true", email, password: "not the password of anybody" }).toString();
    const began = performance.now();
    const { status } = await ask({ method: "POST", path: "/api/auth/callback/credentials", headers: { "content-type": "application/x-www-form-urlencoded", cookie }, body });
    statuses.add(status);
    return performance.now() - began;
  }
  const nobody = () => `${randomUUID()}@matrix.example`; // as long as the known one
  const times = { known: [] as number[], unknown: [] as number[] };
  for (let warm = 0; warm < 5; warm += 1) for (const email of [person.email, nobody()]) await timeOf(email);
  for (let round = 0; round < tries; round += 1) {
    const turn = (["known", "unknown"] as const).toSorted(() => (randomBytes(1)[0]! & 1) - 0.5);
    for (const who of turn) times[who].push(await timeOf(who === "known" ? person.email : nobody()));
  }
  expect([...statuses]).toEqual([401]);
  const { share, p } = byRank(times.known, times.unknown);
  const [known, unknown] = [median(times.known), median(times.unknown)];
  const found = `refused sign-ins, ${tries} of each: median ${known.toFixed(2)} ms for a known person, ${unknown.toFixed(2)} ms for an unknown one; the unknown one's is the slower in ${(100 * share).toFixed(1)} % of pairs, p = ${p.toFixed(3)}`;
  test.info().annotations.push({ type: "measured", description: found });
  if (isLong) console.log(found);
  // Four standard errors of the share: 0.073 of 500 tries, 0.33 of 25. Without the hash that nobody's password is verified against it is below 0.01.
  const error = Math.sqrt((2 * tries + 1) / (12 * tries * tries));
  expect(Math.abs(share - 0.5), found).toBeLessThan(4 * error);
});
