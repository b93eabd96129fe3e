/**
 * The vocabulary of adverse events: terms ready to hand, how severe, how serious, how it ended, and when it began
 * relative to the dose. Severe is how strong it was; serious is what it led to: the two are not the same word.
 * Whether an event had to do with the dose is the recording clinician's judgement and nobody else's. An event is a
 * record for the chart, not a report to an authority.
 */
import { clockWords, minuteOf } from "./observation";

/**
 * Terms offered first: common in the esketamine trials and commoner there than on placebo (Spravato prescribing
 * information, section 6), the two of perception before all others; perceptual change, panic and restlessness are
 * ours. Any other term may be typed.
 */
export const readyTerms: readonly string[] = [
  "Dissociation",
  "Perceptual change",
  "Nausea",
  "Headache",
  "Dizziness",
  "Blood pressure increased",
  "Sedation",
  "Anxiety",
  "Vomiting",
  "Vertigo",
  "Numbness",
  "Altered taste",
  "Lethargy",
  "Feeling drunk",
  "Insomnia",
  "Panic",
  "Restlessness",
];

export type EventSeverity = "mild" | "moderate" | "severe";

/** As the ICH defines intensity (E2A, section II): how strong, not what came of it. The limits in words are ours. */
export const severityWords: Readonly<Record<EventSeverity, string>> = {
  mild: "Mild: noticed, easily borne",
  moderate: "Moderate: disturbs, or needs a simple remedy",
  severe: "Severe: disables, or needs treatment",
};

/** What makes an event serious (ICH E2A, section II.B), for the hint beside the question. */
export const SERIOUS_MEANS =
  "Serious: death, danger to life, admission to hospital or a longer stay, lasting disability, a birth defect, " +
  "or another medically important condition (ICH E2A).";

export type EventRelation = "unrelated" | "possible" | "probable" | "definite";

/** The recorder's judgement, in four steps of our own choosing; no published algorithm is applied. */
export const relationWords: Readonly<Record<EventRelation, string>> = {
  unrelated: "Not related to the dose",
  possible: "Possibly related",
  probable: "Probably related",
  definite: "Definitely related",
};

/** One event as it stands. */
export interface DoseEvent {
  readonly id: string;
  readonly term: string;
  readonly severity: EventSeverity;
  readonly serious: boolean;
  readonly relation: EventRelation;
  readonly outcome: EventOutcomeState;
  readonly onsetAt: Date;
  readonly endedAt: Date | null;
  /** What was done about it. */
  readonly action: string | null;
}

export type EventOutcomeState = "resolved" | "resolving" | "ongoing" | "lasting" | "fatal" | "unknown";

/** The outcomes of ICH E2B(R3), field E.i.7. */
export const outcomeWords: Readonly<Record<EventOutcomeState, string>> = {
  resolved: "Resolved",
  resolving: "Resolving",
  ongoing: "Not resolved",
  lasting: "Resolved with lasting effects",
  fatal: "Fatal",
  unknown: "Unknown",
};

const DAY_MINUTES = 1440;

/**
 * When an event began, relative to the start of the dose. Example: 12 minutes after it is "12 min after the start";
 * 50 hours after, "2 days after the start"; five minutes before, "5 min before the start".
 */
export function onsetWords(at: Date, startedAt: Date): string {
  const minute = minuteOf(at, startedAt);
  if (minute === 0) return "at the start";
  return minute < 0 ? `${lengthWords(-minute)} before the start` : `${lengthWords(minute)} after the start`;
}

/**
 * How long an event lasted; "not over yet" without an end. RangeError if it ends before it begins. Example: from
 * 9:10 to 10:15 is "1 h 05 min".
 */
export function durationWords(onsetAt: Date, endedAt: Date | null): string {
  if (endedAt === null) return "not over yet";
  if (endedAt < onsetAt) throw new RangeError("An event ends after it begins");
  return lengthWords(minuteOf(endedAt, onsetAt));
}

/** From two days on in whole days. */
function lengthWords(minutes: number): string {
  return minutes < 2 * DAY_MINUTES ? clockWords(minutes) : `${Math.floor(minutes / DAY_MINUTES)} days`;
}
