import { z } from "zod";
import { ATTENTION_IDS, type AttentionId } from "@/lib/change/attention-rules";
import type { Recall } from "@/lib/measures/recall";
import { text } from "./fields";

export const caseloadFilters = ["all", "due", "overdue", "attention", "room"] as const;
export const caseloadSorts = ["name", "latest", "change", "due", "day"] as const;

export const caseloadAsk = z.strictObject({
  query: z.string().max(100).default(""),
  filter: z.enum(caseloadFilters).default("all"),
  /** Of what calls for attention, one reason. */
  reason: z.enum(ATTENTION_IDS).nullable().default(null),
  team: z.uuid().nullable().default(null),
  /** The template the course was planned from. */
  protocol: z.string().max(120).nullable().default(null),
  sort: z.enum(caseloadSorts).default("name"),
  direction: z.enum(["asc", "desc"]).default("asc"),
  /** The patients who come after this one in the order asked for, or before that one. */
  after: z.uuid().nullable().default(null),
  before: z.uuid().nullable().default(null),
});

export type CaseloadAsk = z.output<typeof caseloadAsk>;

/** Of a view what is kept under a name: never the search, which holds names, nor where somebody had come to. */
export const keptView = caseloadAsk.omit({ query: true, after: true, before: true });
export const viewSave = z.strictObject({ name: text("name", 60), view: keptView });

export type ViewSave = z.output<typeof viewSave>;

export interface SavedView extends ViewSave {
  id: string;
}

export interface CaseloadRow {
  id: string;
  name: string;
  recordNumber: string;
  course: string | null;
  /** "Ended 12 Sep", "Starts Fri 27 Nov", "Never started"; null without a course and while it is under way. */
  standing: string | null;
  day: number | null;
  of: number | null;
  /** The newest PCL-5. */
  latest: { total: number; recall: Recall; date: string } | null;
  /** The newest PHQ-9. */
  beside: { short: string; total: number; date: string } | null;
  change: { points: number; since: "baseline" | "first" | "chosen"; verdict: string; words: string; tone: "better" | "worse" | "plain" } | null;
  /** [day, total] of the latest score's recall period, oldest first. */
  spark: [number, number][];
  /** Where the sparkline's dotted line lies. */
  cut: number;
  /** "Week 4: PCL-5, PHQ-9" and "Thu 27 Nov" or "today". */
  next: { what: string; when: string } | null;
  dueToday: boolean;
  overdue: { what: string; days: number } | null;
  /** The most urgent first. */
  attention: { id: AttentionId; words: string }[];
  /** "PHQ-9: 3 of 9, continue": the viewer's own. */
  drafts: string[];
}

export interface CaseloadPage {
  rows: CaseloadRow[];
  /** Nobody is called what was typed: these have names like it. */
  alike: boolean;
  found: number;
  /** How many of those found come before the first row. */
  ahead: number;
  counts: Record<(typeof caseloadFilters)[number], number>;
  /** Patients whose place was worked out by settings that have changed since. */
  outdated: number;
  /** What there is to choose from. */
  teams: { id: string; name: string }[];
  protocols: string[];
}
