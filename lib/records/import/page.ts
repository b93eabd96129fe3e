// Imports as the page has them: one file at a time from its text, the ones made before, and what headings were taken for last.
import "server-only";
import { createHash } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay } from "@/lib/course/calendar";
import { instantInWords } from "@/lib/dates";
import { kinds, type Kind } from "@/lib/exchange/formats";
import { Unreadable } from "@/lib/exchange/table";
import { mostRows, type FateShown, type ImportAnswer, type ImportAsk, type ImportListed, type RecordsFile } from "@/lib/schemas/exchange";
import { exportRecords } from "../export/export";
import { Unfit } from "../problems";
import { inPlainScope } from "../scope";
import { importFiles, type Counts } from "./import";

const shown = 500;
const listed = 20;
const rowsInFile = 20_000;

export async function importText(viewer: Viewer, id: string, { kind, text, mapping, skip, dryRun }: ImportAsk): Promise<ImportAnswer> {
  const fates: FateShown[] = [];
  const source = { name: "This file", kind, mapping, pieces: [Buffer.from(text).toString("latin1")] };
  const digest = createHash("sha256").update(JSON.stringify([id, kind, text, Object.entries(mapping).toSorted(), skip.toSorted((a, b) => a - b)])).digest("hex");
  try {
    const { counts, prompts, stored } = await importFiles(viewer, [source], { id, dryRun, digest, most: mostRows, skip: { [source.name]: skip }, tell: (_, rows) => void fates.push(...rows) });
    const plain = ({ fate }: FateShown) => (fate === "new" ? 1 : 0);
    const ordered = fates.toSorted((a, b) => plain(a) - plain(b) || a.line - b.line);
    return { counts: counts[kind] ?? { new: 0, incomplete: 0, duplicate: 0, refused: 0, skipped: 0 }, prompts, stored, fates: ordered.slice(0, shown), more: Math.max(0, ordered.length - shown) };
  } catch (error) {
    if (error instanceof Unreadable) throw new Unfit({ text: error.message });
    throw error;
  }
}

interface Batch {
  id: string;
  at: Date;
  mapping: Partial<Record<Kind, Record<string, string | null>>>;
  counts: Partial<Record<Kind, Counts>>;
  undone: boolean;
}

/** The newest first; and by heading, the column it was last taken for. */
export async function readImports(viewer: Viewer): Promise<{ imports: ImportListed[]; remembered: Record<string, string> }> {
  const batches = await inPlainScope(viewer, (tx) => tx.$queryRaw<Batch[]>`
    SELECT id, at, mapping, counts, undone_at IS NOT NULL AS undone FROM import_batch WHERE user_id = ${viewer.userId}::uuid ORDER BY at DESC LIMIT ${listed}`);
  const pairs = batches.toReversed().flatMap(({ mapping }) => Object.values(mapping).flatMap((each) => Object.entries(each)));
  return {
    imports: batches.map(({ id, at, counts, undone }) => ({ id, undone, when: instantInWords(new Date(at), viewer.organisation.timeZone), what: inWords(counts) })),
    remembered: Object.fromEntries(pairs.filter((pair): pair is [string, string] => pair[1] !== null)),
  };
}

function inWords(counts: Batch["counts"]): string {
  return kinds.flatMap((kind) => {
    const rows = (counts[kind]?.new ?? 0) + (counts[kind]?.incomplete ?? 0);
    return counts[kind] ? [`${rows} ${rows === 1 ? kind.slice(0, -1) : kind}`] : [];
  }).join(", ");
}

export async function exportFile(viewer: Viewer, kind: Kind): Promise<RecordsFile> {
  let csv = "";
  const { rows, more } = await exportRecords(viewer, kind, (piece) => void (csv += piece), rowsInFile);
  return { name: `${kind}-${calendarDay(new Date(), viewer.organisation.timeZone)}.csv`, csv, rows, more };
}
