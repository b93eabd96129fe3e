// npm run bench:trail: how fast the trail is verified and searched at a million lines, and what row-level security and the trail cost
// a request, on a PostgreSQL of its own. The figures are this machine's; what is compared is measured in turns. --quick: a tenth.
import { randomBytes, randomUUID } from "node:crypto";
import pg from "pg";
import { verifyTrail } from "@/prisma/audit-chain";
import { createClient } from "@/prisma/connect";
import { Prisma } from "@/prisma/generated/client";
import { demoPeople, loadDemoClinic } from "@/prisma/demo/load";
import { migrate } from "@/prisma/migrate";
import { openScratch, withDatabase } from "@/prisma/scratch";
import { settingsFrom } from "@/lib/schemas/settings";
import { trailAsk, type TrailAsk } from "@/lib/schemas/trail";
import type { Viewer } from "@/lib/auth/viewer";
import { median } from "./statistics.mjs";

const isQuick = process.argv.includes("--quick");
const lines = isQuick ? 100_000 : 1_000_000;
const rounds = isQuick ? 3 : 5;
const aim = 500_000;

const scratch = await openScratch(process.env.TEST_DATABASE_URL, "the bench");
const ownerUrl = await scratch.create();
const appUrl = withDatabase(scratch.appLoginUrl, ownerUrl);
await migrate(ownerUrl, { appLogins: [decodeURIComponent(new URL(appUrl).username)] });
Object.assign(process.env, { DATABASE_URL: appUrl, NEXTAUTH_SECRET: randomUUID() + randomUUID(), NEXTAUTH_URL: "http://localhost:3000", ENCRYPTION_KEY: randomBytes(32).toString("base64") });
const owner = createClient(ownerUrl, { role: null });
const app = await import("@/lib/db");
const query = async <Row extends pg.QueryResultRow>(text: string, values: unknown[] = []) => {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  return client.query<Row>(text, values).then(({ rows }) => rows).finally(() => client.end());
};

try {
  await loadDemoClinic(owner.prisma, { now: new Date(), passwordHashes: Object.fromEntries(demoPeople.map(({ email }) => [email, "none"])) });
  await perRequest();
  await fill();
  await verified();
  await searched();
} finally {
  await Promise.all([owner.prisma.$disconnect(), app.prisma.$disconnect()]);
  await Promise.all([owner.pool.end(), app.pool.end()]);
  await scratch.close();
}

async function viewerOf(role: "clinician" | "auditor"): Promise<Viewer> {
  const user = (await owner.prisma.user.findFirst({ where: { roles: { has: role } }, include: { organisation: true }, orderBy: { email: "asc" } }))!;
  const { id, name, timeZone, settings, settingsVersion, synthetic } = user.organisation;
  const organisation = { id, name, timeZone, settings: settingsFrom(settings), settingsVersion, synthetic };
  return { userId: user.id, name: user.name, email: user.email, roles: user.roles, signInId: randomUUID(), fresh: true, brokenGlass: [], organisation, address: "127.0.0.1", requestId: randomUUID() } as unknown as Viewer;
}

/** A clinic of forty people and five thousand patients over a year, one line in fifty a write. */
async function fill() {
  const auditor = await owner.prisma.user.findFirst({ where: { roles: { has: "auditor" } } });
  if (!auditor) await owner.prisma.user.create({ data: { id: randomUUID(), organisationId: (await owner.prisma.organisation.findFirstOrThrow()).id, email: "auditor@bench.example", name: "Auditor", passwordHash: "none", roles: ["auditor"] } });
  await query(`
    WITH clinic AS (SELECT id FROM organisation LIMIT 1), people AS (SELECT array_agg(id) AS ids FROM app_user), patients AS (SELECT array_agg(gen_random_uuid()) AS ids FROM generate_series(1, 5000))
    INSERT INTO audit_event (at, organisation_id, user_id, action, patient_id, subject, subject_id, after, address, request_id)
    SELECT now() - make_interval(secs => ($1 - i) * 31.0), clinic.id, people.ids[1 + i % cardinality(people.ids)], CASE WHEN i % 100000 = 7 THEN 'broke_glass' WHEN i % 50 = 0 THEN 'recorded' WHEN i % 7 = 0 THEN 'listed' ELSE 'opened' END,
      CASE WHEN i % 7 = 0 THEN NULL ELSE patients.ids[1 + (i::bigint * 7919) % 5000] END, 'chart', gen_random_uuid(), CASE WHEN i % 50 = 0 THEN '{"assessment.total": 40}'::jsonb END, '10.0.0.' || i % 250, 'request-' || i
    FROM generate_series(1, $1::int) i, clinic, people, patients`, [lines]);
  await query("SELECT seal_audit()");
  await query("VACUUM ANALYZE audit_event, audit_seal");
}

async function verified() {
  const rates: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const began = performance.now();
    const { events, wrong } = await verifyTrail(ownerUrl);
    if (wrong !== null) throw new Error(wrong);
    rates.push((events / (performance.now() - began)) * 1000);
  }
  console.log(`verified: ${thousands(median(rates))} lines per second of ${thousands(lines)}, best ${thousands(Math.max(...rates))} (aim ${thousands(aim)})`);
}

async function searched() {
  const { searchTrail, searchSql } = await import("@/lib/records/trail");
  const viewer = await viewerOf("auditor");
  const [middle] = await query<{ at: Date; id: string }>("SELECT at, id::text FROM audit_event ORDER BY id OFFSET $1 LIMIT 1", [Math.floor(lines / 10)]);
  const [some] = await query<{ patient: string; person: string; day: string }>("SELECT patient_id AS patient, user_id AS person, at::date::text AS day FROM audit_event WHERE patient_id IS NOT NULL OFFSET 5000 LIMIT 1");
  if (!middle || !some) throw new Error("There are too few lines.");
  const asks: Record<string, { ask: Partial<TrailAsk>; patientId?: string }> = {
    "the newest lines": { ask: {} },
    "one person": { ask: { personId: some.person } },
    "one patient": { ask: {}, patientId: some.patient },
    "a rare act": { ask: { action: "broke_glass" } },
    "one day, long ago": { ask: { from: some.day, to: some.day } },
    "nine tenths back": { ask: { after: { at: middle.at.toISOString(), line: middle.id } } },
    "a rare act of one person, far back": { ask: { action: "broke_glass", personId: some.person, after: { at: middle.at.toISOString(), line: middle.id } } },
  };
  const { inPlainScope } = await import("@/lib/records/scope");
  console.log("\nsearched (ms, median and slowest of 30):");
  for (const [name, { ask, patientId = null }] of Object.entries(asks)) {
    const asked = trailAsk.parse(ask);
    const times = await timed(30, () => (patientId === null ? searchTrail(viewer, asked) : inPlainScope(viewer, (tx) => tx.$queryRaw(searchSql(viewer, asked, patientId, 51)))));
    const plan = JSON.stringify(await inPlainScope(viewer, (tx) => tx.$queryRaw(Prisma.sql`EXPLAIN ${searchSql(viewer, asked, patientId, 51)}`)));
    console.log(`  ${name.padEnd(36)} ${median(times).toFixed(1).padStart(7)} ${Math.max(...times).toFixed(1).padStart(7)}  ${plan.includes("Seq Scan on audit_event") ? "READS ALL" : "by index"}`);
  }
}

/** The chart and the caseload read as they are, without row-level security, and without the trail either, in turns. */
async function perRequest() {
  const { openChart } = await import("@/lib/records/chart");
  const { readCaseload } = await import("@/lib/records/caseload");
  const { caseloadAsk } = await import("@/lib/schemas/caseload");
  const viewer = await viewerOf("clinician");
  const [patient] = await query<{ id: string }>("SELECT a.patient_id AS id FROM assessment a JOIN patient p ON p.id = a.patient_id JOIN care_team_member m ON m.team_id = p.team_id WHERE m.user_id = $1 GROUP BY 1 ORDER BY count(*) DESC LIMIT 1", [viewer.userId]);
  if (!patient) throw new Error("There is no patient.");
  const pages = { chart: () => openChart(viewer, patient.id), caseload: () => readCaseload(viewer, caseloadAsk.parse({})) };
  const secured = (await query<{ name: string }>("SELECT relname AS name FROM pg_class WHERE relrowsecurity AND relkind = 'r'")).map(({ name }) => name);
  const security = (what: "ENABLE" | "DISABLE") => query(secured.map((name) => `ALTER TABLE "${name}" ${what} ROW LEVEL SECURITY`).join("; "));
  const count = isQuick ? 60 : 300;
  console.log("reading, in ms (medians):        as it is   without row-level security   and without the trail");
  for (const [name, read] of Object.entries(pages)) {
    const found: Record<"whole" | "open" | "silent", number[]> = { whole: [], open: [], silent: [] };
    for (let round = 0; round < rounds; round += 1) {
      found.whole.push(median(await timed(count, read)));
      await security("DISABLE");
      found.open.push(median(await timed(count, read)));
      await query("CREATE RULE silent AS ON INSERT TO audit_event DO INSTEAD NOTHING");
      found.silent.push(median(await timed(count, read)));
      await query("DROP RULE silent ON audit_event");
      await security("ENABLE");
    }
    const [whole, open, silent] = [median(found.whole), median(found.open), median(found.silent)];
    console.log(`  ${name.padEnd(30)} ${whole.toFixed(2).padStart(8)} ${open.toFixed(2).padStart(28)} ${silent.toFixed(2).padStart(23)}   both cost ${(whole - silent).toFixed(2)} ms, ${Math.round(((whole - silent) / whole) * 100)} % of the reading`);
  }
  console.log("");
}

async function timed(times: number, act: () => Promise<unknown>): Promise<number[]> {
  const found: number[] = [];
  for (let turn = 0; turn < times; turn += 1) {
    const began = performance.now();
    await act();
    found.push(performance.now() - began);
  }
  return found;
}

function thousands(value: number): string {
  return Math.round(value).toLocaleString("en");
}
