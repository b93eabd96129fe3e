// npm run cohort -- --json: a group's figures on the command line, the same as the page's, of one clinic whole.

import { parseArgs } from "node:util";
import { cohort } from "@/lib/cohort/cohort";
import { UNCONTROLLED } from "@/lib/cohort/result";
import { tally } from "@/lib/cohort/tally";
import { calendarDay } from "@/lib/course/calendar";
import { headOf, questionOf } from "@/lib/records/cohort-question";
import { readCohortCounts } from "@/lib/records/cohort-counts";
import { cohortAsk } from "@/lib/schemas/cohort";
import { askProblems } from "@/lib/schemas/cohort-problems";
import { settingsFrom } from "@/lib/schemas/settings";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { createClient } from "./connect";
import { Prisma } from "./generated/client";

const filters = ["measure", "recall", "rule", "population", "protocol", "therapy", "medicine", "route", "team", "from", "to", "least", "most"] as const;
const usage = `npm run --silent cohort -- --json [${filters.map((name) => `--${name} …`).join("] [")}] [--clinic NAME]
Without --json the means by window are shown; the values are those of the page's address, so a team is given by its id.`;

await command(async () => {
  const url = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url) throw new Trouble(usage);
  const { json, clinic: named, ...given } = readArguments();
  const parsed = cohortAsk.safeParse(given);
  if (!parsed.success) throw new Trouble(`${askProblems(parsed.error.issues).join("\n")}\n${usage}`);
  const { prisma, pool, plainly } = createClient(url, { role: null });
  try {
    const clinics = await prisma.organisation.findMany({ where: named === undefined ? {} : { name: named } });
    const [clinic] = clinics;
    if (clinic === undefined || clinics.length > 1) throw new Trouble(`Say which clinic, with --clinic: ${(await prisma.organisation.findMany()).map(({ name }) => name).join(", ")}`);
    const question = questionOf(parsed.data, settingsFrom(clinic.settings));
    const now = new Date();
    const asked = { question, against: parsed.data.against, now, lines: 0 };
    const { counts } = await plainly({ statement_timeout: "0" }, (tx) => readCohortCounts(tx, Prisma.sql`f.organisation_id = ${clinic.id}::uuid`, asked));
    const result = cohort(question, tally(question, counts));
    if (json) console.log(JSON.stringify({ ...headOf(calendarDay(now, clinic.timeZone)), ...result }, null, 2));
    else console.log([UNCONTROLLED, `${result.flow.counted} of ${result.flow.all} courses counted`, ...result.windows.map(({ words, n, mean, sd }) => `${words}: n ${n}, mean ${mean ?? "–"}, SD ${sd ?? "–"}`)].join("\n"));
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
});

function readArguments() {
  const text = { type: "string" } as const;
  try {
    return parseArgs({ options: { json: { type: "boolean" }, clinic: text, ...Object.fromEntries(filters.map((name) => [name, text])) } }).values as { json?: boolean; clinic?: string };
  } catch (error) {
    throw new Trouble(`${error instanceof Error ? error.message : error}\n${usage}`);
  }
}
