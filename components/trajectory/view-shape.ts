// What the chart page shows, as plain values that travel once from server to browser: the chart, its table
// twin, the heat-map, the cards and the sentences all read this one shape. Made by view.ts.
import type { Recall } from "@/lib/measures/recall";

export type Tone = "better" | "worse" | "plain";

export interface TrajectoryView {
  /** Address of the patient, "/patients/…"; an assessment's page is `${base}/assessments/${id}`. */
  base: string;
  measure: MeasureView;
  /** Null where no rule of change is known for the measure. */
  rule: RuleView | null;
  /** "America/New_York". */
  zone: string;
  /** This moment, epoch ms; `today` is its calendar day in the zone. */
  now: number;
  today: string;
  /** Clinic midnights seven days apart, from day 0 to the last thing drawn; unnumbered without a course. */
  weeks: { at: number; day: string; number: number | null }[];
  plannedEnd: number | null;
  sessions: SessionView[];
  /** "PE sessions". */
  therapyLane: string;
  /** Every form that counts, oldest first. */
  visits: Visit[];
  /** One line per recall window; the one that holds the newest score comes first. */
  lines: LineView[];
  cards: CardsView;
  words: string[];
}

export interface MeasureView {
  short: string;
  max: number;
  clusters: { id: string; name: string; max: number; items: number[] }[];
  /** Short names, item 1 first. */
  items: string[];
  ratings: { max: number; low: string; high: string };
  /** A published range of cut-points, drawn as a band and never as a verdict. */
  cut: { from: number; to: number; label: string; source: string } | null;
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
  clusters: (number | null)[];
  ratings: (number | null)[];
  missing: number[];
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

export interface CardsView {
  day: { label: string; value: string; note: string | null } | null;
  due: { value: string; note: string; overdue: string | null } | null;
}
