// What the dosing room is shown, as it travels: the same from the first page and from every look after it. Instants are
// ISO text. The page works out from it what is due, late or outside the limits.
import type { Medicine, Route, SessionKind, SessionStatus } from "@/lib/course/course";
import type { CadssTotal, Vital } from "@/lib/course/dosing/reading";
import type { CheckBody, DoseBody, EventBody } from "./dosing";

export interface DoseView extends Required<Omit<DoseBody, "key">> {
  computedMg: number | null;
  by: string;
  at: string;
}

export interface ReadingView extends Record<Vital, number | null> {
  id: string;
  at: string;
  cadss: CadssTotal | null;
  done: string;
  by: string;
  voided: { reason: string; by: string } | null;
}

export interface EventView extends Required<Omit<EventBody, "key" | "sessionId" | "why">> {
  id: string;
  by: string;
}

export interface CheckView extends Required<Omit<CheckBody, "key">> {
  by: string;
  at: string;
}

export interface LeavingView {
  number: number;
  leftAt: string;
  escort: string;
  advice: boolean;
  points: { id: string; met: boolean; words: string }[];
  overrides: Record<string, string>;
  by: string;
  at: string;
}

export interface SessionView {
  id: string;
  /** "Dose 3" */
  name: string;
  status: SessionStatus;
  at: string;
  plannedAt: string | null;
  version: number;
}

export interface RoomView {
  patient: { id: string; name: string; recordNumber: string };
  session: SessionView;
  course: { medicine: Medicine; route: Route; timeZone: string; endedAt: string | null };
  /** Names of the patient's care team, who may have prepared or checked. */
  team: string[];
  /** Of the patient's doses before this one. */
  lastWeightKg: number | null;
  /** What the patient's other dose is called that has begun and has no leaving. */
  otherActive: string | null;
  /** What was noted when symptoms were last asked about, at another session, and where; null where nothing was. */
  symptoms: { id: string; kind: SessionKind; words: string } | null;
  dose: DoseView | null;
  /** In order of time, the voided ones too. */
  readings: ReadingView[];
  events: EventView[];
  check: CheckView | null;
  leaving: LeavingView | null;
}

/** One patient's line on the board. */
export interface BoardRow {
  patient: RoomView["patient"];
  session: SessionView;
  course: Pick<RoomView["course"], "medicine" | "route">;
  startedAt: string | null;
  stoppedAt: string | null;
  leftAt: string | null;
  readings: (Record<Vital, number | null> & { id: string; at: string; cadss: CadssTotal | null })[];
  events: number;
}

/** What a look is answered with: nothing new, or all of it. `now` is the server's clock. */
export type Looked<T> = { now: string; mark: string; view: T | null };
