// Where the marks of an axis of effects stand.

/** Round numbers from one that is at or below the lowest to one that is above 0 and at or above the highest, 0 among them. Example: of −1.3 and 0.2 −1.5, −1, −0.5, 0, 0.5. */
export function ticksOver(lowest: number, highest: number): number[] {
  const most = 7;
  const wide = Math.max(highest - lowest, 0.1);
  const power = 10 ** Math.floor(Math.log10(wide / most));
  const step = Math.max(0.1, [1, 2, 5, 10].map((each) => each * power).find((each) => wide / each <= most) ?? 10 * power);
  const [from, to] = [Math.min(-1, Math.floor(lowest / step)), Math.max(1, Math.ceil(highest / step))];
  return Array.from({ length: to - from + 1 }, (_, at) => Number(((from + at) * step).toFixed(1)));
}
