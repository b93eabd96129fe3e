// Sessions entered together: one, or several at a regular distance. Days are counted on the calendar and
// every
// session keeps the time of day that was typed, so a change of the clocks in between moves nothing.
import { addDays } from "@/lib/course/calendar";
import type { SessionKind } from "@/lib/course/course";

export const repeats = [
  { value: "once", label: "Once" },
  { value: "weekly", label: "Every week" },
  { value: "twice-weekly", label: "Twice a week" },
  { value: "two-weekly", label: "Every two weeks" },
  { value: "weekdays", label: "Every weekday" },
] as const;

export type Repeat = (typeof repeats)[number]["value"];

export interface SessionPlan {
  kind: SessionKind;
  /** The first session, on the clinic's clock: "2026-11-23T10:05". */
  at: string;
  repeat: Repeat;
  times: number;
  /** With doses: the time of a therapy session on the day after each; null for none. */
  therapyAfter: string | null;
}

export interface PlannedSession {
  kind: SessionKind;
  at: string;
}

/** All sessions of a plan in order of time. */
export function planSessions({ kind, at, repeat, times, therapyAfter }: SessionPlan): PlannedSession[] {
  const [first = "", time = ""] = at.split("T");
  return planDays(first, repeat, times)
    .flatMap((day): PlannedSession[] => {
      const session = { kind, at: `${day}T${time}` };
      if (kind !== "dose" || therapyAfter === null) return [session];
      return [session, { kind: "therapy", at: `${addDays(day, 1)}T${therapyAfter}` }];
    })
    .toSorted((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

/** The plan as it stands in the form's fields; what has no field there stays as it is. */
export function planFrom(given: FormData, plan: SessionPlan): SessionPlan {
  const text = (name: string, otherwise: string) => String(given.get(name) ?? otherwise);
  const [day = "", time = ""] = plan.at.split("T");
  return {
    ...plan,
    kind: text("add-kind", plan.kind) as SessionKind,
    at: `${text("add-at", day)}T${text("add-at-time", time)}`,
    repeat: text("add-repeat", plan.repeat) as Repeat,
  };
}

function planDays(first: string, repeat: Repeat, times: number): string[] {
  const numbers = Array.from({ length: repeat === "once" ? 1 : times }, (_, index) => index);
  if (repeat === "weekdays") return weekdaysFrom(first, numbers.length);
  return numbers.map((n) => addDays(first, daysAfterFirst[repeat](n)));
}

const daysAfterFirst: Record<Exclude<Repeat, "weekdays">, (n: number) => number> = {
  once: () => 0,
  weekly: (n) => 7 * n,
  "two-weekly": (n) => 14 * n,
  "twice-weekly": (n) => 7 * Math.floor(n / 2) + 3 * (n % 2),
};

function weekdaysFrom(first: string, count: number): string[] {
  const days: string[] = [];
  for (let day = first; days.length < count; day = addDays(day, 1)) {
    const weekday = new Date(`${day}T00:00:00Z`).getUTCDay();
    if (weekday !== 0 && weekday !== 6) days.push(day);
  }
  return days;
}
