// The trail, for the auditors of a clinic: searched, exported, and each search and export a line of it. Only somebody who
// confirmed just now who they are reads it. It names patients by their record number alone.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { addDays, calendarDay, resolveWallTime } from "@/lib/course/calendar";
import { csvLine } from "@/lib/csv";
import type { TrailAsk, TrailFile, TrailLine, TrailPage } from "@/lib/schemas/trail";
import { changesIn, unnamed } from "@/lib/trail/changes";
import { Prisma } from "@/prisma/generated/client";
import type { PlainTx } from "@/prisma/plain";
import { audit, inPlainScope, refuse } from "./scope";
import { lineColumns, lineInWords, type LineRow } from "./trail-line";

const linesOnPage = 50;
const linesInFile = 20_000;

/** For an auditor who confirmed just now who they are; for anybody else there is nothing here, and that is a line. */
export async function asAuditor<T>(viewer: Viewer, work: (tx: PlainTx) => Promise<T>): Promise<T> {
  const isAuditor = may(viewer, "audit");
  if (isAuditor) await requireFresh(viewer);
  return inPlainScope(viewer, (tx) => (isAuditor ? work(tx) : refuse({ subject: "audit_event" })));
}

export async function searchTrail(viewer: Viewer, ask: TrailAsk): Promise<TrailPage> {
  return readTrail(viewer, ask, "searched", linesOnPage);
}

/** The same lines as a file, oldest last; a cell that a spreadsheet would run is made text. */
export async function exportTrail(viewer: Viewer, ask: TrailAsk): Promise<TrailFile> {
  const { lines, more } = await readTrail(viewer, { ...ask, after: null }, "exported", linesInFile);
  const head = ["Line", "When", "Who", "Roles", "What", "Record number", "From", "Emergency", "Request", "Changes"];
  const rows = lines.map(({ line, at, who, roles, what, recordNumber, from, breakGlass, requestId, changes }) => [
    line, at, who, roles, what, recordNumber, from, breakGlass ? "yes" : "", requestId,
    changes.map(({ field, before, after }) => `${field}: ${before ?? "nothing"}, then ${after ?? "nothing"}`).join("; "),
  ]);
  return { name: `trail-${calendarDay(new Date(), viewer.organisation.timeZone)}.csv`, csv: [head, ...rows].map(csvLine).join(""), lines: lines.length, more };
}

async function readTrail(viewer: Viewer, ask: TrailAsk, act: "searched" | "exported", most: number): Promise<TrailPage> {
  const { rows, numbers } = await asAuditor(viewer, async (tx) => {
    const patientId = ask.recordNumber === "" ? null : await patientOf(tx, ask.recordNumber);
    await audit(tx, viewer, act, { subject: "audit_event", patientId });
    const found = ask.recordNumber !== "" && patientId === null ? [] : await tx.$queryRaw<Row[]>(searchSql(viewer, ask, patientId, most + 1));
    return { rows: found, numbers: await recordNumbers(tx, found.map((row) => row.patientId)) };
  });
  const lines = rows.slice(0, most).map((row): TrailLine => ({
    ...lineInWords(row, viewer),
    at: row.at.toISOString(),
    recordNumber: row.patientId === null ? null : (numbers.get(row.patientId) ?? "unknown"),
    from: row.address ?? "",
    requestId: row.requestId,
    changes: changesIn(unnamed(row.before), unnamed(row.after)),
  }));
  return { lines, more: rows.length > most };
}

interface Row extends LineRow {
  patientId: string | null;
  address: string | null;
  requestId: string | null;
}

/** Newest first; each filter has an index that ends with the time, so that a page costs the same at the end of the trail as at its beginning. */
export function searchSql(viewer: Viewer, { personId, action, from, to, after }: TrailAsk, patientId: string | null, most: number): Prisma.Sql {
  const { id, timeZone } = viewer.organisation;
  const instant = (day: string) => dayBegins(day, timeZone);
  const where = [
    Prisma.sql`e.organisation_id = ${id}::uuid`,
    ...(personId === "" ? [] : [Prisma.sql`e.user_id = ${personId}::uuid`]),
    ...(patientId === null ? [] : [Prisma.sql`e.patient_id = ${patientId}::uuid`]),
    ...(action === "" ? [] : [Prisma.sql`e.action = ${action}`]),
    ...(from === "" ? [] : [Prisma.sql`e.at >= ${instant(from)}`]),
    ...(to === "" ? [] : [Prisma.sql`e.at < ${instant(addDays(to, 1))}`]),
    ...(after === null ? [] : [Prisma.sql`(e.at, e.id) < (${new Date(after.at)}, ${after.line}::bigint)`]),
  ];
  return Prisma.sql`
    SELECT ${lineColumns}, e.patient_id AS "patientId", e.address, e.request_id AS "requestId"
    FROM audit_event e LEFT JOIN app_user u ON u.id = e.user_id
    WHERE ${Prisma.join(where, " AND ")} ORDER BY e.at DESC, e.id DESC LIMIT ${most}`;
}

/** Where the clocks skip midnight, a day begins at the first time they show. */
function dayBegins(day: string, zone: string): Date {
  for (const wall of [`${day}T00:00`, `${day}T00:30`, `${day}T01:00`]) {
    const resolved = resolveWallTime(wall, zone);
    if (resolved.kind !== "skipped") return resolved.kind === "repeated" ? resolved.earlier : resolved.instant;
  }
  throw new Error(`No beginning of ${day} in ${zone}`);
}

async function patientOf(tx: PlainTx, recordNumber: string): Promise<string | null> {
  const [found] = await tx.$queryRaw<{ id: string }[]>`SELECT id FROM trail_patients('{}', ${recordNumber})`;
  return found?.id ?? null;
}

export async function recordNumbers(tx: Pick<PlainTx, "$queryRaw">, ids: readonly (string | null)[]): Promise<Map<string, string>> {
  const known = [...new Set(ids.filter((each) => each !== null))];
  if (known.length === 0) return new Map();
  const found = await tx.$queryRaw<{ id: string; number: string }[]>`SELECT id, record_number AS number FROM trail_patients(${known}::uuid[], NULL)`;
  return new Map(found.map(({ id, number }) => [id, number]));
}

/** The people of the clinic, to choose from: the names that the trail's lines carry anyway. */
export async function trailPeople(viewer: Viewer): Promise<{ id: string; name: string }[]> {
  return inPlainScope(viewer, (tx) => tx.$queryRaw<{ id: string; name: string }[]>`SELECT id, name FROM app_user WHERE organisation_id = ${viewer.organisation.id}::uuid ORDER BY name`);
}
