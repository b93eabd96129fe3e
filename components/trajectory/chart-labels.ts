// Which labels find room above and below the plot, at the least width each of the two layouts can have.
import { shortDate } from "./shown-date";
import type { TrajectoryView } from "./view-shape";

export type Width = "wide" | "narrow";

/** Pixels across the plot, at the least. */
export const leastWidth = { wide: 430, narrow: 270 } as const;

const day = 86_400_000;

export interface WeekBand {
  x: number;
  width: number;
  shaded: boolean;
  text: string;
  wide: boolean;
  narrow: boolean;
}

export interface WeekTick {
  x: number;
  text: string;
  wide: boolean;
  narrow: boolean;
}

export interface DoseLabel {
  x: number;
  wide: string | null;
  narrow: string | null;
}

/** Bands of one week; where a week is too thin to see, of 4, 13 or 52. */
export function placeWeeks(
  view: TrajectoryView,
  x: (at: number) => number,
  from: number,
  to: number,
): { bands: WeekBand[]; ticks: WeekTick[] } {
  const week = (7 * day * 100) / (to - from);
  const pixels = (percent: number, width: number) => (percent * width) / 100;
  const weeksPerBand = [1, 4, 13, 52].find((count) => pixels(week * count, leastWidth.wide) >= 14) ?? 52;
  const starts = view.weeks.filter((_, index) => index % weeksPerBand === 0);
  const label = weeksPerBand === 1 ? 52 : 84;
  const every = (width: number, room: number) =>
    Math.max(1, Math.ceil(room / pixels(week * weeksPerBand, width)));
  const bands = starts.flatMap((start, index) => {
    if (start.number === null) return [];
    const left = x(start.at);
    const right = Math.min(100, x(start.at + weeksPerBand * 7 * day));
    const roomy = right - left > week * weeksPerBand * 0.6;
    const band = {
      x: left,
      width: Math.max(0, right - left),
      shaded: index % 2 === 0,
      text: bandName(start.number, weeksPerBand),
      wide: roomy && index % every(leastWidth.wide, label) === 0,
      narrow: roomy && index % every(leastWidth.narrow, label) === 0,
    };
    return band.width > 0 ? [band] : [];
  });
  const today = x(view.now);
  const free = (at: number, width: number) => Math.abs(pixels(at - today, width)) >= 42;
  const ticks = starts.map((start, index) => ({
    x: x(start.at),
    text: shortDate(start.day),
    wide: index % every(leastWidth.wide, 52) === 0 && free(x(start.at), leastWidth.wide),
    narrow: index % every(leastWidth.narrow, 52) === 0 && free(x(start.at), leastWidth.narrow),
  }));
  return { bands, ticks };
}

function bandName(number: number, weeks: number): string {
  return weeks === 1 ? `Week ${number}` : `Weeks ${number}–${number + weeks - 1}`;
}

/** "Dose 1" where its neighbours leave room, a bare number where they nearly do, else nothing. */
export function placeDoseLabels(doses: { x: number; number: number | null }[]): DoseLabel[] {
  const wide = fit(doses, leastWidth.wide);
  const narrow = fit(doses, leastWidth.narrow);
  return doses.map((dose, index) => ({ x: dose.x, wide: wide[index]!, narrow: narrow[index]! }));
}

function fit(doses: { x: number; number: number | null }[], width: number): (string | null)[] {
  const at = doses.map((dose) => (dose.x * width) / 100);
  let end = Number.NEGATIVE_INFINITY;
  return doses.map((dose, index) => {
    if (dose.number === null) return null;
    const first = end === Number.NEGATIVE_INFINITY;
    const next = at[index + 1] ?? Number.POSITIVE_INFINITY;
    const place = (text: string, half: number) => {
      end = at[index]! + half;
      return text;
    };
    if (first || (at[index]! - 22 >= end && next - at[index]! >= 30)) return place(`Dose ${dose.number}`, 22);
    const half = 4 + 4 * String(dose.number).length;
    return at[index]! - half >= end ? place(String(dose.number), half) : null;
  });
}
