/**
 * Numbers as they stand in text: a change always carries its sign, a minus is the true minus "−" and never a
 * hyphen, and a count agrees with its noun. Display is the only place where anything is rounded (half up,
 * away from zero for negatives, so that −2.5 and +2.5 mirror each other). For reading, not for calculation or
 * export.
 */
const MINUS = "−";

/**
 * A change with its sign, rounded to `digits` decimals. RangeError if it is not finite. Example: signed(-33)
 * is "−33", signed(15) is "+15", signed(0) is "0", signed(-17.349, 1) is "−17.3".
 */
export function signed(value: number, digits = 0): string {
  const size = rounded(Math.abs(value), digits);
  if (Number(size) === 0) return size;
  return `${value < 0 ? MINUS : "+"}${size}`;
}

/** A number with a true minus and no plus. Example: plain(-6) is "−6", plain(6) is "6". */
export function plain(value: number, digits = 0): string {
  const size = rounded(Math.abs(value), digits);
  return value < 0 && Number(size) !== 0 ? `${MINUS}${size}` : size;
}

/** A count with its noun. Example: counted(1, "point") is "1 point", counted(0, "point") is "0 points". */
export function counted(count: number, noun: string): string {
  return `${plain(count, Number.isInteger(count) ? 0 : 1)} ${count === 1 ? noun : `${noun}s`}`;
}

/**
 * Whole numbers as a list, runs of three or more joined. Example: listed([4, 9]) is "4 and 9"; listed([4, 9,
 * 13, 14, 15, 16]) is "4, 9 and 13 to 16".
 */
export function listed(numbers: readonly number[]): string {
  const runs: number[][] = [];
  for (const number of numbers) {
    const run = runs.at(-1);
    if (run?.at(-1) === number - 1) run.push(number);
    else runs.push([number]);
  }
  const parts = runs.flatMap((run) => (run.length < 3 ? run.map(String) : [`${run[0]} to ${run.at(-1)}`]));
  return parts.length < 2 ? parts.join("") : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function rounded(size: number, digits: number): string {
  if (!Number.isFinite(size)) throw new RangeError("Not a finite number");
  const scale = 10 ** digits;
  return (Math.floor(size * scale + 0.5) / scale).toFixed(digits);
}
