// npm run demo:load -- --patients 100000: a health system of invented patients in this database, the same for the same seed and day.

import { randomInt } from "node:crypto";
import { parseArgs } from "node:util";
import { hashPassword } from "@/lib/auth/password";
import { calendarDay } from "@/lib/course/calendar";
import { isCalendarDay } from "@/lib/course/day-number";
import { deriveAllOutdated } from "@/lib/records/facts-whole";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { createClient } from "./connect";
import { clinic } from "./demo/people";
import { loadPopulation } from "./demo/population/load";
import { appLoginsIn, migrate } from "./migrate";

const usage = `npm run demo:load -- --patients 100000
  --patients N    how many invented patients, 1 to 1,000,000
  --seed N        0 to 999,999, 1 unless said: the same seed and day make the same patients
  --day DAY       the day the data end with, today unless said: 2026-11-25
  --again         beside a population that is loaded already; with another seed
Everybody's password is DEMO_PASSWORD, or made and printed once.`;

const most = 1_000_000;

function readArguments(args: string[]): { patients: number; seed: number; day: string; again: boolean } {
  const text = { type: "string" } as const;
  const { patients, seed = "1", day = calendarDay(new Date(), clinic.timeZone), again = false } = (() => {
    try {
      return parseArgs({ args, options: { patients: text, seed: text, day: text, again: { type: "boolean" } } }).values;
    } catch (error) {
      throw new Trouble(`${error instanceof Error ? error.message : error}\n${usage}`);
    }
  })();
  if (!/^\d{1,7}$/.test(patients ?? "") || Number(patients) < 1 || Number(patients) > most) throw new Trouble(`Say how many patients.\n${usage}`);
  if (!/^\d{1,6}$/.test(seed)) throw new Trouble(`The seed is a whole number.\n${usage}`);
  if (!isCalendarDay(day)) throw new Trouble(`"${day}" is no day.\n${usage}`);
  return { patients: Number(patients), seed: Number(seed), day, again };
}

/** A line a second at most, on standard error. */
function teller(patients: number): (loaded: number, rows: number) => void {
  const began = performance.now();
  let told = began;
  return (loaded, rows) => {
    const now = performance.now();
    if (now - told < 1000 && loaded < patients) return;
    told = now;
    const left = Math.round((((now - began) / loaded) * (patients - loaded)) / 1000);
    process.stderr.write(`${number(loaded)} of ${number(patients)} patients, ${number(rows)} rows, ${left > 0 ? `about ${left} s left` : `${Math.round((now - began) / 1000)} s`}\n`);
  };
}

const number = (value: number) => value.toLocaleString("en");
const madePassword = () => Array.from({ length: 20 }, () => "abcdefghijkmnpqrstuvwxyz23456789"[randomInt(32)]).join("");

/** What lists and cohorts read of the new patients (lib/records/facts.ts). */
async function deriveAll(url: string): Promise<void> {
  const { prisma, pool, plainly } = createClient(url, { role: null });
  try {
    await deriveAllOutdated(plainly, (line) => void process.stderr.write(`${line}\n`));
    const client = await pool.connect();
    await client.query("SET statement_timeout = 0");
    await client.query("VACUUM (ANALYZE) patient_fact, due_item, session_fact, course_fact, placement, series_fact");
    client.release(true);
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
}

await command(async () => {
  const wanted = readArguments(process.argv.slice(2));
  const url = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url) throw new Trouble(usage);
  await migrate(url, { appLogins: appLoginsIn(process.env.DATABASE_URL) });
  const password = process.env.DEMO_PASSWORD || madePassword();
  const { people, rows } = await loadPopulation(url, { ...wanted, passwordHash: await hashPassword(password) }, teller(wanted.patients));
  await deriveAll(url);
  const { patients, assessments, sessions } = rows;
  console.log(`${number(patients ?? 0)} synthetic patients, ${number(sessions ?? 0)} sessions, ${number(assessments ?? 0)} assessments; seed ${wanted.seed}, up to ${wanted.day}.`);
  const clinicians = people.filter(({ roles }) => roles.includes("clinician"));
  console.log(`Sign in as ${clinicians[0]?.email} (one of ${number(clinicians.length)} clinicians), ${people.slice(0, 3).map(({ email }) => email).join(", ")}.`);
  if (!process.env.DEMO_PASSWORD) console.log(`Everybody's password: ${password}`);
});
