/**
 * From a template and a start date to planned sessions with dates, and from one changed date to the rest. The rule,
 * which is ours:
 *
 * 1. A session falls on the day the template wants, or, where the clinic is closed then, on the next open day.
 * 2. Sessions of one kind keep their order and never share a day: one pushed onto the day of the next pushes that one.
 * 3. Where therapy goes with each dose on the next day, a dose waits for an open day that is followed by another, so
 *    that the pair stays together; a clinic without two open days in a row has its therapy on the next open day.
 * 4. Therapy on days of its own keeps clear of paired therapy.
 *
 * It plans and books nothing. Days are calendar days in the course's zone; the time is the clock's.
 */
import { addDays } from "./calendar";
import { isOpen, nextOpen, type ClosedDays } from "./closed-days";
import type { SessionKind } from "./course";
import type { CourseTemplate } from "./templates";

export interface PlannedSession {
  /** "dose-1", "therapy-3": counted in order of time for each kind. */
  readonly key: string;
  readonly kind: SessionKind;
  readonly day: string;
  /** "HH:MM". */
  readonly time: string;
  /** The day the template wanted, where the clinic is closed or the order needed another; else null. */
  readonly insteadOf: string | null;
}

interface Wanted {
  readonly kind: "dose" | "therapy";
  readonly wanted: string;
  readonly day: string;
}

/** Days looked ahead for an open day followed by another: beyond two weeks the clinic has no such pair to wait for. */
const PAIR_AHEAD_DAYS = 14;

/**
 * The planned sessions in order of time. RangeError if the clinic is never open. Example: three doses on days 0, 2
 * and 4 from Monday 21 December with Friday the 25th and weekends closed fall on 21, 23 and 28 December, the last
 * instead of the 25th.
 */
export function plannedSessions(template: CourseTemplate, startDate: string, closed: ClosedDays): readonly PlannedSession[] {
  const { doses, therapyDays, pairing, times } = template;
  const wantedOf = (days: readonly number[]) => days.toSorted((a, b) => a - b).map((day) => addDays(startDate, day));
  const given = inTurn(wantedOf(doses), closed, pairing === "next-day").map((placed): Wanted => ({ kind: "dose", ...placed }));
  const gap = pairing === "next-day" ? 1 : 0;
  const paired = pairing === "none" ? [] : inTurn(given.map(({ day }) => addDays(day, gap)), closed, false);
  const own = inTurn(wantedOf(therapyDays), closed, false, paired.map(({ day }) => day));
  const therapy = [...paired, ...own].map((placed): Wanted => ({ kind: "therapy", ...placed }));
  const counted = { dose: 0, therapy: 0 };
  const timed = [...given, ...therapy].map((one) => ({ ...one, time: times[one.kind] }));
  return timed.toSorted(inOrder).map(({ kind, wanted, day, time }) => ({
    key: `${kind}-${(counted[kind] += 1)}`,
    kind,
    day,
    time,
    insteadOf: wanted === day ? null : wanted,
  }));
}

/** A planned session with its place in the calendar. */
export interface Placed {
  readonly id: string;
  readonly kind: SessionKind;
  readonly day: string;
  readonly time: string;
}

/**
 * New days for the planned sessions that come after the one that moved, each by as many days, skipping closed ones,
 * in the same order; therapy that was on the day after a dose stays there where it can. Only days that change are
 * listed. `sessions` are the planned ones as they were before; `days` may be negative. Empty if the id is unknown.
 * Example: a dose moved from Monday to Wednesday (2) takes its therapy from Tuesday to Thursday and the dose of the
 * Monday after to that Wednesday.
 */
export function moveRest(
  sessions: readonly Placed[],
  movedId: string,
  days: number,
  closed: ClosedDays,
): readonly { readonly id: string; readonly day: string }[] {
  const all = sessions.toSorted(inOrder);
  const at = all.findIndex(({ id }) => id === movedId);
  const moved = all[at];
  if (moved === undefined || days === 0) return [];
  const placed = new Map(all.slice(0, at).map(({ id, day }) => [id, day]));
  placed.set(moved.id, addDays(moved.day, days));
  for (const [index, one] of all.entries()) {
    if (index <= at) continue;
    const before = all.slice(0, index).findLast(({ kind }) => kind === one.kind);
    const dose = one.kind === "therapy" ? all.find(({ kind, day }) => kind === "dose" && addDays(day, 1) === one.day) : undefined;
    const paired = one.kind === "dose" && all.some(({ kind, day }) => kind === "therapy" && day === addDays(one.day, 1));
    const wanted = dose === undefined ? addDays(one.day, days) : addDays(placed.get(dose.id) ?? dose.day, 1);
    const earliest = before === undefined ? wanted : after(placed.get(before.id) ?? before.day, wanted, before.day === one.day);
    placed.set(one.id, paired ? openPair(earliest, closed) : nextOpen(earliest, closed));
  }
  return all.slice(at + 1).flatMap(({ id, day }) => {
    const now = placed.get(id) ?? day;
    return now === day ? [] : [{ id, day: now }];
  });
}

/** The wanted day, or where it is not after the last one, the day after that; two that shared a day may go on so. */
function after(last: string, wanted: string, together: boolean): string {
  if (wanted > last || (together && wanted === last)) return wanted;
  return together ? last : addDays(last, 1);
}

/** Each on its wanted day or later, open, after the one before it, and none on a day that is taken. */
function inTurn(
  wantedDays: readonly string[],
  closed: ClosedDays,
  pairs: boolean,
  taken: readonly string[] = [],
): readonly { readonly wanted: string; readonly day: string }[] {
  const busy: ClosedDays = { weekdays: closed.weekdays, dates: [...closed.dates, ...taken] };
  let last: string | null = null;
  return wantedDays.map((wanted) => {
    const earliest: string = last === null ? wanted : after(last, wanted, false);
    const day = pairs ? openPair(earliest, busy) : nextOpen(earliest, busy);
    last = day;
    return { wanted, day };
  });
}

/** The first open day that is followed by an open one; without such, the first open day. */
function openPair(day: string, closed: ClosedDays): string {
  for (let ahead = 0; ahead <= PAIR_AHEAD_DAYS; ahead += 1) {
    const candidate = addDays(day, ahead);
    if (isOpen(candidate, closed) && isOpen(addDays(candidate, 1), closed)) return candidate;
  }
  return nextOpen(day, closed);
}

function inOrder(a: { readonly day: string; readonly time: string }, b: { readonly day: string; readonly time: string }): number {
  const [left, right] = [`${a.day}T${a.time}`, `${b.day}T${b.time}`];
  return left < right ? -1 : left > right ? 1 : 0;
}
