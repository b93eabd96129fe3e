// The name of a lane where it has to fit: in the margin at most two rows, above a narrow lane one.

/** Characters that fit a row: the margin is 100 pixels wide, the narrow plot 270. */
const room = { wide: 16, narrow: 42 } as const;

export interface LaneName {
  /** The whole name, for the pointer. */
  full: string;
  /** One row or two. */
  wide: readonly string[];
  narrow: string;
}

/** "Narrative exposure therapy sessions" stands in the margin as "Narrative" over "exposure therapy". */
export function laneName(full: string): LaneName {
  const [whole, bare] = [full, full.replace(/ sessions$/, "")].map(rows) as [string[], string[]];
  return { full, wide: whole.join(" ") === full ? whole : bare, narrow: shortened(full, room.narrow) };
}

function rows(full: string): string[] {
  if (full.length <= room.wide) return [full];
  const end = full.lastIndexOf(" ", room.wide);
  if (end <= 0) return [shortened(full, room.wide)];
  return [full.slice(0, end), shortened(full.slice(end + 1), room.wide)];
}

function shortened(text: string, most: number): string {
  if (text.length <= most) return text;
  const end = text.lastIndexOf(" ", most - 1);
  return `${text.slice(0, end > 0 ? end : most - 1)}…`;
}
