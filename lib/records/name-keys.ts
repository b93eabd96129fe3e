// A name as it is sorted and searched: without accents and case, so that "eva" finds "Éva"; in the words it is made of.
export interface Named {
  familyName: string;
  givenName: string;
}

/** "de la cruz, eva": compared byte by byte. */
export function nameKey({ familyName, givenName }: Named): string {
  return `${plain(familyName)}, ${plain(givenName)}`;
}

/** " de la cruz eva": each word after a blank. */
export function nameWords({ familyName, givenName }: Named): string {
  return ` ${[...wordsOf(familyName), ...wordsOf(givenName)].join(" ")}`;
}

export function numberKey(recordNumber: string): string {
  return recordNumber.toLowerCase();
}

/** What was typed, as words of a name. Example: "O'Brien-Hall" is ["o", "brien", "hall"]. */
export function wordsOf(text: string): string[] {
  return plain(text).split(/[^\p{L}\p{N}]+/u).filter(Boolean);
}

function plain(text: string): string {
  return text.normalize("NFKD").replace(/\p{M}/gu, "").toLowerCase().trim();
}

/**
 * How alike two words are by the pieces of three letters they share, of all pieces there are in either, 0 to 1: as PostgreSQL's pg_trgm
 * counts, with two blanks before a word and one after it. Example: "okonkow" and "okonkwo" share 5 of 11, 0.45.
 */
export function likeness(one: string, other: string): number {
  const [ones, others] = [pieces(one), pieces(other)];
  const shared = [...ones].filter((piece) => others.has(piece)).length;
  return shared / (ones.size + others.size - shared);
}

/** Tells of a name, in words as nameWords gives them, whether each word typed is like one of them. */
export function likeTo(typed: readonly string[]): (words: string) => boolean {
  const asked = typed.map((word) => ({ word, pieces: [...pieces(word)] }));
  return (words) => {
    const names = words.trim().split(" ");
    return asked.every(({ word, pieces: own }) => names.some((name) => isOneSlip(word, name) || (mayBeLike(own, name) && likeness(word, name) >= ALIKE)));
  };
}

/**
 * Whether two words are one slip apart, of which a short word shares few pieces with what was meant: a letter more, less or another,
 * or two that changed places. Example: "dolye" is one slip from "doyle".
 */
export function isOneSlip(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let start = 0;
  while (start < one.length && one[start] === other[start]) start += 1;
  let [end, otherEnd] = [one.length, other.length];
  while (end > start && otherEnd > start && one[end - 1] === other[otherEnd - 1]) [end, otherEnd] = [end - 1, otherEnd - 1];
  const [left, right] = [one.slice(start, end), other.slice(start, otherEnd)];
  return Math.max(left.length, right.length) <= 1 || (left.length === 2 && left === `${right[1]}${right[0]}`);
}

/** As pg_trgm has it unless told otherwise. */
const ALIKE = 0.3;

/** Most names share next to nothing with what was typed: that is seen without counting their pieces. */
function mayBeLike(own: readonly string[], name: string): boolean {
  const padded = `  ${name} `;
  return own.filter((piece) => padded.includes(piece)).length >= ALIKE * own.length;
}

function pieces(word: string): Set<string> {
  const padded = [..."  ", ...word, " "];
  return new Set(padded.slice(2).map((_, at) => padded.slice(at, at + 3).join("")));
}
