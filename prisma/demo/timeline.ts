// When everything in one story takes place, and which sessions have: a session today has been held if a form
// was given on the day, and is still to come otherwise.
import type { SessionKind, SessionStatus } from "../generated/client";
import type { ClinicClock } from "./clinic-clock";
import { idFor } from "./seed";
import type { SessionRun, Story } from "./story";

export interface TimedSession {
  readonly id: string;
  readonly kind: SessionKind;
  readonly day: number;
  readonly at: Date;
  /** Where the plan had it; null where it was in none. */
  readonly plannedAt: Date | null;
  readonly status: SessionStatus;
  readonly reason: string | null;
}

export interface Timeline {
  readonly sessions: readonly TimedSession[];
  /** The calendar day of a day of the course. */
  day(day: number): string;
  /** When something in the past took place. */
  held(day: number, clock: string): Date;
}

export function timelineOf(story: Story, clock: ClinicClock): Timeline {
  const at = (day: number, time: string) => clock.at(day - story.today, time);
  const beside = story.beside ?? [];
  const formToday = [...story.forms, ...beside].some((form) => form.day === story.today);
  const heldToday = [
    ...story.forms.flatMap((form) => [form, form.corrected ?? [], form.voided ?? []].flat()),
    ...beside.flatMap((form) => [form, form.prompt ?? []].flat()),
    ...(formToday ? story.sessions.flatMap((run) => run.days.map((day) => ({ day, at: run.at }))) : []),
  ]
    .filter((event) => event.day === story.today)
    .map((event) => at(event.day, event.at).getTime());
  const lastHeldToday = heldToday.length === 0 ? null : new Date(Math.max(...heldToday));
  const held = (day: number, time: string) => clock.held(at(day, time), lastHeldToday);

  const sessions = story.sessions.flatMap((run) =>
    run.days.map((day): TimedSession => {
      const past = day < story.today || (day === story.today && formToday);
      const when = past ? held(day, run.at) : clock.toCome(at(day, run.at));
      const plannedDay = run.moved?.[day];
      return {
        id: idFor(`${story.key}, ${run.kind} on day ${day}`),
        kind: run.kind,
        day,
        at: when,
        plannedAt: run.unplanned?.includes(day) ? null : plannedDay === undefined ? when : at(plannedDay, run.at),
        status: statusOf(run, day, past),
        reason: run.why?.[day] ?? null,
      };
    }),
  );
  return { sessions, held, day: (day) => clock.day(day - story.today) };
}

function statusOf(run: SessionRun, day: number, past: boolean): SessionStatus {
  if (run.missed?.includes(day)) return "missed";
  if (run.cancelled?.includes(day)) return "cancelled";
  if (run.unmarked?.includes(day)) return "planned";
  return past ? "done" : "planned";
}
