// Where everything on the chart lies: across in per cent of its width, down in pixels of a fixed height.
import { DAYS_7, HOURS_72 } from "@/lib/course/since-dose";
import { HOURS_24 } from "@/lib/course/windows";
import { signed } from "@/lib/change/signed";
import type { SinceView } from "./since-view";

export const high = 260;
/** The curve is drawn in so many units across and stretched to any width. */
export const across = 1000;

const leftDays = 0.35;
const labelGap = 14;

export interface SinceCurve {
  number: number;
  /** In units across and pixels down; from the score before, at 0. */
  path: string;
  points: { x: number; y: number; overlap: boolean; change: number }[];
  /** Where its number stands, moved clear of its neighbours. */
  end: { x: number; y: number } | null;
}

export interface SinceLayout {
  yTicks: { value: number; y: number }[];
  bands: { name: string; x: number; width: number; middle: number }[];
  zero: { x: number; y: number };
  curves: SinceCurve[];
  means: { x: number; y: number; words: string }[];
  meanPath: string;
}

export function sinceLayout(view: SinceView): SinceLayout {
  const { days, top, bottom } = view.range;
  const x = (day: number) => round(((day + leftDays) / (days + leftDays)) * 100);
  const y = (change: number) => round(((top - change) / (top - bottom)) * high);
  const place = (day: number, change: number) => `${round((x(day) / 100) * across)} ${y(change)}`;
  const curves = view.rows.map(({ number, points }): SinceCurve => {
    const placed = points.map(({ day, change, overlap }) => ({ x: x(day), y: y(change), overlap, change }));
    const path = points.length === 0 ? "" : `M${[place(0, 0), ...points.map(({ day, change }) => place(day, change))].join("L")}`;
    return { number, path, points: placed, end: placed.at(-1) ?? null };
  });
  const targets = { "24h": HOURS_24.target / 24, "72h": HOURS_72.target / 24, "7d": DAYS_7.target };
  const known = view.averages.flatMap(({ offset, n, mean }) => (mean === null ? [] : [{ day: targets[offset], n, mean }]));
  return {
    yTicks: ticks(top, bottom).map((value) => ({ value, y: y(value) })),
    bands: [
      { name: "+24 h", from: HOURS_24.from / 24, to: HOURS_24.to / 24, middle: targets["24h"] },
      { name: "+72 h", from: HOURS_72.from / 24, to: HOURS_72.to / 24, middle: targets["72h"] },
      { name: "+7 d", from: DAYS_7.from - 0.5, to: DAYS_7.to + 0.5, middle: targets["7d"] },
    ].map(({ name, from, to, middle }) => ({ name, x: x(from), width: round(x(to) - x(from)), middle: x(middle) })),
    zero: { x: x(0), y: y(0) },
    curves: apart(curves),
    means: known.map(({ day, n, mean }) => ({ x: x(day), y: y(mean), words: `${signed(mean, 1)} (${n})` })),
    meanPath: known.length === 0 ? "" : `M${[place(0, 0), ...known.map(({ day, mean }) => place(day, mean))].join("L")}`,
  };
}

function ticks(top: number, bottom: number): number[] {
  const step = top - bottom > 60 ? 20 : 10;
  const first = Math.ceil(bottom / step) * step;
  return Array.from({ length: Math.floor((top - first) / step) + 1 }, (_, index) => first + index * step);
}

/** Numbers at the ends of the curves, pushed down where they would lie on each other. */
function apart(curves: readonly SinceCurve[]): SinceCurve[] {
  const ends: { x: number; y: number }[] = [];
  return curves
    .toSorted((a, b) => (a.end?.y ?? 0) - (b.end?.y ?? 0))
    .map((curve) => {
      if (curve.end === null) return curve;
      const { x } = curve.end;
      const near = ends.filter((other) => Math.abs(other.x - x) < 6);
      const y = Math.max(curve.end.y, ...near.map((other) => other.y + labelGap));
      ends.push({ x, y });
      return { ...curve, end: { x, y } };
    })
    .toSorted((a, b) => a.number - b.number);
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
