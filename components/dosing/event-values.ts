// An adverse event as its form holds it, and what is wrong with it before it is sent.
import { wallTime } from "@/lib/course/calendar";
import { CLOCK_SLACK_MINUTES } from "@/lib/course/dosing/times";
import type { EventBody } from "@/lib/schemas/dosing";
import type { EventView } from "@/lib/schemas/dosing-view";
import { instantOf, type Moment } from "./moment";

export interface EventValues {
  /** Null for a new one; else which is corrected, and the version that was read. */
  of: { id: string; number: number; endedAt: string | null } | null;
  /** The onset until another time is chosen. */
  pressedAt: string;
  term: string;
  severity: EventBody["severity"] | "";
  serious: "yes" | "no" | "";
  relation: EventBody["relation"] | "";
  onset: Moment;
  end: Moment;
  outcome: EventBody["outcome"];
  action: string;
  why: string;
}

/** Begun by a term's tap. */
export function newEvent(term: string, pressedAt: string, zone: string): EventValues {
  return { of: null, pressedAt, term, severity: "", serious: "", relation: "", onset: wallTime(new Date(pressedAt), zone), end: null, outcome: "ongoing", action: "", why: "" };
}

export function storedEvent({ id, number, term, severity, serious, relation, onsetAt, endedAt, outcome, action }: EventView, zone: string): EventValues {
  const end = endedAt ? wallTime(new Date(endedAt), zone) : null;
  return { of: { id, number, endedAt }, pressedAt: onsetAt, term, severity, serious: serious ? "yes" : "no", relation, onset: wallTime(new Date(onsetAt), zone), end, outcome, action: action ?? "", why: "" };
}

/** What is to be sent, or what is wrong with it by field. */
export function eventBody(values: EventValues, act: EventBody["act"], zone: string, now: Date): { body: Omit<EventBody, "sessionId" | "key"> } | { errors: Record<string, string> } {
  const { of, term, severity, serious, relation, onset, end, outcome, action, why } = values;
  const [onsetAt, endedAt] = [instant(onset, values.pressedAt, zone, now), instant(end, of?.endedAt, zone, now)];
  const errors: Record<string, string> = {};
  if (term.trim() === "") errors.term = "Enter the event";
  if (severity === "") errors.severity = "Choose how severe it was";
  if (serious === "") errors.serious = "Say whether it was serious";
  if (relation === "") errors.relation = "Choose the relation to the dose";
  if (onsetAt === null) errors.onset = "Enter a date and a time";
  if (onsetAt && +onsetAt > now.getTime() + CLOCK_SLACK_MINUTES * 60_000) errors.onset = "Enter an onset that is not in the future";
  if (end !== null && endedAt === null) errors.end = "Enter a date and a time";
  if (onsetAt && endedAt && endedAt < onsetAt) errors.end = "The end is before the onset";
  if (of && why.trim() === "") errors.why = `Enter the reason for ${act === "voided" ? "voiding" : "the correction"}`;
  if (Object.keys(errors).length > 0 || severity === "" || relation === "" || onsetAt === null) return { errors };
  return {
    body: {
      number: of?.number ?? 0, act, why: why.trim(), term: term.trim(), severity, serious: serious === "yes", relation,
      onsetAt: onsetAt.toISOString(), endedAt: endedAt?.toISOString() ?? null, action: action.trim(), outcome,
    },
  };
}

/** The instant itself where the minute shown is still the one it was noted in. */
function instant(moment: Moment, noted: string | null | undefined, zone: string, now: Date): Date | null {
  if (moment === null) return null;
  return noted && wallTime(new Date(noted), zone) === moment ? new Date(noted) : instantOf(moment, zone, now);
}
