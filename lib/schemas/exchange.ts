// What the page for files sends and is answered. The file travels with each request: nothing of it is kept between looking and storing.
import { z } from "zod";

export const fileKinds = ["patients", "courses", "sessions", "assessments"] as const;

export type FileKind = (typeof fileKinds)[number];

/** Letters that a page takes at once; more is the command's. */
export const mostLetters = 2_000_000;

/** Rows, of any length. */
export const mostRows = 25_000;

const column = z.string().max(40);

export const importAsk = z.strictObject({
  kind: z.enum(fileKinds, "Choose what the rows are"),
  text: z.string().refine((text) => text.trim() !== "", "Paste rows with their headings, or choose a file").refine((text) => text.length <= mostLetters, "This is more than a page takes at once. Use npm run import, or send it in parts"),
  /** By heading, the column it is; null: left out. */
  mapping: z.record(z.string().max(200), column.nullable()).default({}),
  /** Lines that are left out. */
  skip: z.array(z.int32().min(1)).max(50_000).default([]),
  dryRun: z.boolean(),
});

export const exportAsk = z.strictObject({ kind: z.enum(fileKinds) });

export type ImportAsk = z.output<typeof importAsk>;
export type ImportAsked = z.input<typeof importAsk>;

export interface FateShown {
  line: number;
  fate: "new" | "incomplete" | "duplicate" | "refused" | "skipped";
  reason: string | null;
}

export interface ImportAnswer {
  counts: Record<FateShown["fate"], number>;
  /** Safety prompts that wait, or would. */
  prompts: number;
  stored: boolean;
  /** What is not plainly new first, then in order of lines. */
  fates: readonly FateShown[];
  /** Rows beyond those shown. */
  more: number;
}

export interface ImportListed {
  id: string;
  when: string;
  what: string;
  undone: boolean;
}

export interface RecordsFile {
  name: string;
  csv: string;
  rows: number;
  more: boolean;
}
