/**
 * What one course adds to a group, kind by kind, so that PostgreSQL counts a group by counting kinds: it knows nothing of
 * them but whether two are the same. Each is one number of 128 bits, for which PostgreSQL has a type of fixed length that
 * is quick to group by: uuid.
 */

export type Kind =
  /** One of each counted course: how it stands (standing.ts). */
  | { readonly is: "standing"; readonly standing: number }
  /** One of each counted course, worked out when it is asked for: twice the day, and one more if it is that of improvement and not of the last score. */
  | { readonly is: "improved"; readonly twice: number }
  /** One of each course that has a baseline and is left out: the place of why (count-kinds.ts). */
  | { readonly is: "left"; readonly why: number }
  /** Scores, days and days squared of its line; beside it the rest of its sums. */
  | { readonly is: "line"; readonly n: number; readonly d: number; readonly dd: number }
  /** The forms in windows, a bit each, of which the same parts have a value; beside it their sums, window by window. */
  | { readonly is: "forms"; readonly windows: number; readonly answered: number }
  /** The total in a later window, after the baseline's. */
  | { readonly is: "scored"; readonly window: number; readonly from: number; readonly to: number }
  /** Steps that can be tested for a sudden gain, of one change and in weeks, a bit each from the first; one of each course's changes is the steepest. */
  | { readonly is: "steps"; readonly first: number; readonly weeks: number; readonly change: number; readonly undone: boolean; readonly steepest: boolean }
  | { readonly is: "dose"; readonly number: number; readonly mg: number | null; readonly dissociation: number | null; readonly events: number; readonly serious: number };

const TAGS = ["standing", "improved", "left", "line", "forms", "scored", "steps", "dose"] as const satisfies readonly Kind["is"][];
const NONE = 255;
const bytes = new DataView(new ArrayBuffer(16)); // of the kind at hand

/** 32 hexadecimal digits. Example: { is: "scored", window: 2, from: 60, to: 40 } is "05020000" + "0000003c" + "00000028" + "00000000". */
export function packKind(kind: Kind): string {
  for (const at of [0, 4, 8, 12]) bytes.setUint32(at, 0);
  bytes.setUint8(0, TAGS.indexOf(kind.is));
  if (kind.is === "standing") bytes.setUint32(12, kind.standing);
  else if (kind.is === "improved") bytes.setUint32(12, kind.twice + 2 ** 31);
  else if (kind.is === "left") bytes.setUint32(12, kind.why);
  else if (kind.is === "line") {
    bytes.setUint16(2, kind.n);
    bytes.setInt32(4, kind.d);
    bytes.setFloat64(8, kind.dd);
  } else if (kind.is === "forms") {
    bytes.setUint8(1, kind.windows);
    bytes.setFloat64(8, kind.answered);
  } else if (kind.is === "scored") {
    bytes.setUint8(1, kind.window);
    bytes.setInt32(4, kind.from);
    bytes.setInt32(8, kind.to);
  } else if (kind.is === "steps") {
    bytes.setUint8(1, Number(kind.undone) + 2 * Number(kind.steepest));
    bytes.setInt16(2, kind.change);
    bytes.setInt32(4, kind.first);
    bytes.setUint32(8, kind.weeks);
  } else if (kind.is === "dose") {
    bytes.setUint8(1, kind.dissociation ?? NONE);
    bytes.setUint16(2, kind.number);
    bytes.setUint16(4, kind.events);
    bytes.setUint16(6, kind.serious);
    bytes.setFloat64(8, kind.mg ?? NaN);
  }
  return [0, 4, 8, 12].map((at) => bytes.getUint32(at).toString(16).padStart(8, "0")).join("");
}

/** The kind again, from digits with or without hyphens. RangeError for what is none. */
export function unpackKind(packed: string): Kind {
  const digits = packed.length === 36 ? packed.slice(0, 8) + packed.slice(9, 13) + packed.slice(14, 18) + packed.slice(19, 23) + packed.slice(24) : packed;
  for (const at of [0, 4, 8, 12]) bytes.setUint32(at, Number.parseInt(digits.slice(2 * at, 2 * at + 8), 16));
  const is = TAGS[bytes.getUint8(0)];
  if (digits.length !== 32 || is === undefined) throw new RangeError(`${packed} is no kind`);
  if (is === "line") return { is, n: bytes.getUint16(2), d: bytes.getInt32(4), dd: bytes.getFloat64(8) };
  if (is === "forms") return { is, windows: bytes.getUint8(1), answered: bytes.getFloat64(8) };
  if (is === "scored") return { is, window: bytes.getUint8(1), from: bytes.getInt32(4), to: bytes.getInt32(8) };
  if (is === "steps") return { is, undone: bytes.getUint8(1) % 2 === 1, steepest: bytes.getUint8(1) >= 2, first: bytes.getInt32(4), weeks: bytes.getUint32(8), change: bytes.getInt16(2) };
  if (is === "standing") return { is, standing: bytes.getUint32(12) };
  if (is === "improved") return { is, twice: bytes.getUint32(12) - 2 ** 31 };
  if (is === "left") return { is, why: bytes.getUint32(12) };
  const [dissociation, mg] = [bytes.getUint8(1), bytes.getFloat64(8)];
  return { is, number: bytes.getUint16(2), mg: Number.isNaN(mg) ? null : mg, dissociation: dissociation === NONE ? null : dissociation, events: bytes.getUint16(4), serious: bytes.getUint16(6) };
}
