// Files that come in: each row has its fate, what is new is stored in one transaction with its line in the trail, and a dry run is
// the same transaction taken back, so that what it says is what would happen. Rows are read and stored a few hundred at a time.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { may } from "@/lib/auth/rights";
import { calendarDay } from "@/lib/course/calendar";
import { readAssessment } from "@/lib/exchange/assessment";
import { Refused, Row } from "@/lib/exchange/cell";
import { readCourse } from "@/lib/exchange/course";
import { headerTroubles, kinds, type Kind } from "@/lib/exchange/formats";
import { readPatient, type When } from "@/lib/exchange/patient";
import { readSession } from "@/lib/exchange/session";
import { TableReader, Unreadable, type TableRow } from "@/lib/exchange/table";
import { audit, auditEach, inPlainScope, refuse } from "../scope";
import { bringAssessments } from "./assessments";
import { bringCourses } from "./courses";
import { bringPatients } from "./patients";
import type { Fate, Importing, Read, RowFate } from "./plan";
import { outdateFacts, renewFacts } from "./outdated";
import { bringSessions } from "./sessions";
import { storedBefore, takeTurn } from "./turn";

export interface Source {
  /** What the file is called where its fates are told. */
  name: string;
  kind: Kind;
  /** By heading, the column it is; a heading that is not named here is its own. Null: left out. */
  mapping: Readonly<Record<string, string | null>>;
  /** Bytes as latin1. */
  pieces: Iterable<string> | AsyncIterable<string>;
}

export interface Asked {
  id: string;
  dryRun: boolean;
  /** Nothing is stored if any row is refused. */
  strict?: boolean;
  /** Lines that are left out, by name of the file. */
  skip?: Readonly<Record<string, readonly number[]>>;
  /** Of what is asked for; the same id with another is refused. */
  digest?: string;
  /** Rows of a file; more are refused before any is looked at. */
  most?: number;
  tell?: (source: Source, fates: readonly RowFate[]) => void;
}

export type Counts = Record<Fate, number>;

export interface Imported {
  counts: Partial<Record<Kind, Counts>>;
  /** Safety prompts that wait for somebody. */
  prompts: number;
  /** It was brought in before under this id. */
  repeat: boolean;
  stored: boolean;
}

const atOnce = 500;

class TakenBack extends Error {
  constructor(readonly found: Imported, readonly inUse: number) {
    super();
  }
}

export async function importFiles(viewer: Viewer, sources: readonly Source[], asked: Asked): Promise<Imported> {
  if (!may(viewer, "treat")) return inPlainScope(viewer, () => refuse({ subject: "import_batch" }));
  const ordered = sources.toSorted((a, b) => kinds.indexOf(a.kind) - kinds.indexOf(b.kind));
  let touched: readonly string[] = [];
  try {
    const imported = await inPlainScope(viewer, async (tx) => {
      const digest = asked.digest ?? null;
      const known = await storedBefore(tx, asked.id, digest);
      if (known) return known;
      await takeTurn(tx, viewer);
      const now = new Date();
      const { timeZone: zone } = viewer.organisation;
      const importing: Importing = { tx, viewer, batchId: asked.id, when: { zone, now, today: calendarDay(now, zone) }, touched: new Set(), taken: new Set(), prompts: 0, inUse: 0 };
      const mapping = Object.fromEntries(ordered.map((source) => [source.kind, source.mapping]));
      const begun = await tx.$executeRaw`
        INSERT INTO import_batch (id, organisation_id, user_id, mapping, counts, digest)
        VALUES (${asked.id}::uuid, ${viewer.organisation.id}::uuid, ${viewer.userId}::uuid, ${JSON.stringify(mapping)}::jsonb, '{}', ${digest}) ON CONFLICT DO NOTHING`;
      // Stored since it was looked for, by this person; or another's, which is not here.
      if (begun === 0) return (await storedBefore(tx, asked.id, digest)) ?? refuse({ subject: "import_batch", subjectId: asked.id });
      const counts: Imported["counts"] = {};
      for (const source of ordered) counts[source.kind] = added(counts[source.kind], await bringFile(importing, source, asked));
      await audit(tx, viewer, "imported", { subject: "import_batch", subjectId: asked.id });
      await auditEach(tx, viewer, "imported", importing.touched, { subject: "import_batch", subjectId: asked.id });
      await tx.$executeRaw`UPDATE import_batch SET counts = ${JSON.stringify(counts)}::jsonb WHERE id = ${asked.id}::uuid`;
      touched = await outdateFacts(tx, importing.touched);
      const refused = Object.values(counts).some((each) => each.refused > 0);
      const stored = !asked.dryRun && !(asked.strict === true && refused);
      const found = { counts, prompts: importing.prompts, repeat: false, stored };
      if (!stored) throw new TakenBack(found, importing.inUse);
      return found;
    });
    await renewFacts(viewer, touched);
    return imported;
  } catch (error) {
    if (!(error instanceof TakenBack)) throw error;
    const { found, inUse } = error;
    await inPlainScope(viewer, (tx) => audit(tx, viewer, "import-tried", { subject: "import_batch", subjectId: asked.id }, { "import.rows": rowsIn(found), "import.record_numbers_in_use": inUse }));
    return found;
  }
}

const rowsIn = ({ counts }: Imported) => Object.values(counts).flatMap((fates) => Object.values(fates)).reduce((sum, rows) => sum + rows, 0);

const none = (): Counts => ({ new: 0, incomplete: 0, duplicate: 0, refused: 0, skipped: 0 });

function added(before: Counts | undefined, more: Counts): Counts {
  return Object.fromEntries(Object.entries(more).map(([fate, count]) => [fate, count + (before?.[fate as Fate] ?? 0)])) as Counts;
}

async function bringFile(importing: Importing, source: Source, { skip, most = Infinity, tell }: Asked): Promise<Counts> {
  const reader = new TableReader();
  const counts = none();
  const left = new Set(skip?.[source.name]);
  let waiting: TableRow[] = [];
  let all = 0;
  const bring = async (rows: readonly TableRow[]) => {
    const fates = await bringRows(importing, source, columnsOf(source, reader.header!), rows, left);
    for (const { fate } of fates) counts[fate] += 1;
    tell?.(source, fates);
  };
  const take = async (rows: readonly TableRow[]) => {
    all += rows.length;
    if (all > most) throw new Unreadable(`There are more than ${most.toLocaleString("en")} rows, which is more than a page takes at once. Use npm run import, or send them in parts.`);
    waiting = [...waiting, ...rows];
    while (waiting.length >= atOnce) {
      await bring(waiting.slice(0, atOnce));
      waiting = waiting.slice(atOnce);
    }
  };
  for await (const piece of source.pieces) await take(reader.push(piece));
  await take(reader.end());
  columnsOf(source, reader.header!);
  await bring(waiting);
  return counts;
}

function columnsOf({ name, kind, mapping }: Source, header: readonly string[]): readonly string[] {
  const mapped = header.map((heading) => (Object.hasOwn(mapping, heading) ? (mapping[heading] ?? "") : heading));
  const troubles = headerTroubles(kind, mapped);
  if (troubles.length > 0) throw new Unreadable(`${name} cannot be read as ${kind}. ${troubles.join(". ")}.`);
  return mapped;
}

async function bringRows(importing: Importing, { kind }: Source, header: readonly string[], rows: readonly TableRow[], left: ReadonlySet<number>): Promise<RowFate[]> {
  const fates: RowFate[] = [];
  const readable: { line: number; row: Row }[] = [];
  for (const { line, cells, trouble } of rows) {
    if (left.has(line)) fates.push({ line, fate: "skipped", reason: "Left out" });
    else if (trouble !== null) fates.push({ line, fate: "refused", reason: trouble });
    else readable.push({ line, row: new Row(new Map(header.map((name, column) => [name, cells[column] ?? ""]))) });
  }
  const { when, viewer } = importing;
  const read = <In>(reader: (row: Row, when: When) => In): Read<In>[] => readable.flatMap(({ line, row }) => {
    try {
      return [{ line, row: reader(row, when) }];
    } catch (error) {
      if (!(error instanceof Refused)) throw error;
      fates.push({ line, fate: "refused", reason: error.message });
      return [];
    }
  });
  const brought = {
    patients: () => bringPatients(importing, read(readPatient)),
    courses: () => bringCourses(importing, read(readCourse)),
    sessions: () => bringSessions(importing, read(readSession)),
    assessments: () => bringAssessments(importing, read((row, at) => readAssessment(row, at, viewer.organisation.settings.measures))),
  };
  // Pushed, not spread into one list: reading adds to `fates`.
  fates.push(...(await brought[kind]()));
  return fates.sort((a, b) => a.line - b.line);
}
