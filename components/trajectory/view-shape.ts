// What the chart page shows, as plain values that travel once from server to browser: the chart, its table
// twin, the heat-map, the cards and the sentences all read this one shape. Made by view.ts.
import type { Recall } from "@/lib/measures/recall";

export type Tone = "better" | "worse" | "plain";

/** One measure over the course. */
export interface TrackView {
  measure: MeasureView;
  /** Null where no rule of change is known for the measure. */
  rule: RuleView | null;
  /** Every form that counts, oldest first. */
  visits: Visit[];
  /** One line per recall window; the one that holds the newest score comes first. */
  lines: LineView[];
}

/** The measure of the large chart, and the course it lies in. */
export interface TrajectoryView extends TrackView {
  /** Address of the patient, "/patients/…"; an assessment's page is `${base}/assessments/${id}`. */
  base: string;
  /** "America/New_York". */
  zone: string;
  /** This moment, epoch ms; `today` is its calendar day in the zone. */
  now: number;
  today: string;
  /** What the time axis spans, epoch ms: one axis for every measure. */
  range: { from: number; to: number };
  /** Clinic midnights seven days apart, from day 0 to the last thing drawn; unnumbered without a course. */
  weeks: { at: number; day: string; number: number | null }[];
  plannedEnd: number | null;
  /** Of one course; without one, of every form there is. */
  ofCourse: boolean;
  sessions: SessionView[];
  /** "PE sessions". */
  therapyLane: string;
  /** Adverse events by their onset. */
  events: { id: string; at: number; serious: boolean }[];
  /** The other measures with a form, in the registry's order. */
  others: TrackView[];
  /** Sudden gains and losses that are met, between two visits of a line. */
  sudden: SuddenMark[];
  cards: CardsView;
  words: string[];
  /** One sentence for each other measure. */
  wordsBeside: string[];
}

export interface MeasureView {
  id: string;
  short: string;
  max: number;
  clusters: { id: string; name: string; max: number; items: number[] }[];
  /** Short names, in printed order. */
  items: { number: number; label: string }[];
  /** How many of them a full form answers. */
  asked: number;
  ratings: { max: number; low: string; high: string };
  /** A published range of cut-points, drawn as a band and never as a verdict. */
  cut: { from: number; to: number; label: string; source: string } | null;
  /** Whether a source names stretches of its totals. */
  banded: boolean;
  /** Whether the measure has a provisional diagnostic rule. */
  provisional: boolean;
  /** Address of the page that explains rules and sources. */
  page: string;
}

export interface RuleView {
  id: string;
  /** "Marx 2022". */
  name: string;
  /** "Reliable −15"; never "reliable" for a response rule. */
  label: string;
  source: string;
}

export interface SessionView {
  id: string;
  kind: "dose" | "therapy" | "assessment";
  status: "planned" | "done" | "missed" | "cancelled";
  at: number;
  /** Counts done and planned sessions of the kind; null for the others. */
  number: number | null;
}

export interface ChangeView {
  points: number;
  /** "baseline" or "first past-week score, day 4". */
  since: string;
  from: number;
  /** "Reliable improvement, 33 points (Marx 2022)". */
  words: string;
  /** "Reliably improved", for where the rule and the points stand beside it. */
  verdict: string;
  tone: Tone;
}

export interface Visit {
  id: string;
  at: number;
  /** Clinic wall time, "2026-11-22T10:05". */
  wall: string;
  day: number | null;
  recall: Recall;
  /** Null while an item is missing: not scored. */
  total: number | null;
  /** What stands for the total: "29", or a result's own name, "Positive"; "–" if not scored. */
  shown: string;
  /** "Moderate", where the measure has published bands. */
  band: string | null;
  clusters: (number | null)[];
  ratings: (number | null)[];
  missing: number[];
  /** Items that a published rule stood in for; 0 for a full form. */
  proRated: number;
  /** The provisional rule, with the ids of the clusters that met it and did not; null if not scored. */
  provisional: { met: boolean; by: string[]; not: string[] } | null;
  change: ChangeView | null;
  /** "baseline", "24 h", "week 3". */
  window: string | null;
  /** How much of the recall window lies before the last dose: "6 of 7 days". */
  overlap: string | null;
  corrected: boolean;
  /** "Dose 2", "PE session 3". */
  session: string | null;
  /** "patient on paper; entered by K. Osei". */
  by: string;
}

export interface LineView {
  recall: Recall;
  /** "past week". */
  name: string;
  /** Positions of its scored visits, oldest first. */
  at: number[];
  /** The visit that change is counted from. */
  from: { at: number; since: string } | null;
  /** The total at which change from there reaches the rule; null where none within the range does. */
  threshold: number | null;
}

export interface SuddenMark {
  from: number;
  to: number;
  /** "Sudden gain". */
  name: string;
  /** "session 3 to 4". */
  where: string;
}

export interface CardsView {
  day: { label: string; value: string; note: string | null } | null;
  due: { value: string; note: string; overdue: string | null } | null;
}
