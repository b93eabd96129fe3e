// Chance with a fixed seed: the same text gives the same ids and the same ratings on every machine and day.
import { createHash, hash as hashOf } from "node:crypto";
import { pcl5 } from "../../lib/measures/pcl-5/definition";
import { readAnswers, type Spread } from "./spreads";

const itemCount = pcl5.items.length;
const mostPoints = pcl5.range.max / itemCount;

/** An id that depends on its name alone, in the form of a version 4 UUID. */
export function idFor(name: string): string {
  const hash = hashOf("sha256", `courseline demo clinic: ${name}`, "hex");
  const variant = "89ab"[Number.parseInt(hash.charAt(16), 16) % 4];
  return [
    hash.slice(0, 8),
    hash.slice(8, 12),
    `4${hash.slice(13, 16)}`,
    `${variant}${hash.slice(17, 20)}`,
    hash.slice(20, 32),
  ].join("-");
}

/** Numbers from 0 up to 1, the same ones for the same name (mulberry32). */
export function chance(name: string): () => number {
  let state = createHash("sha256").update(name).digest().readUInt32LE(0);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** Roughly normal around 0 with standard deviation 1. */
function wobble(next: () => number): number {
  return Array.from({ length: 12 }, next).reduce((sum, part) => sum + part, -6);
}

/** Where each item would lie, unrounded, on a form with this total. The parts sum to the total. */
export function expectedAt(spread: Spread, total: number): number[] {
  const known = [
    Array.from({ length: itemCount }, () => 0),
    readAnswers(spread.best),
    readAnswers(spread.worst),
    Array.from({ length: itemCount }, () => mostPoints),
  ].map((ratings) => ({ ratings, total: sumOf(ratings) }));
  const above = Math.max(
    1,
    known.findIndex((form) => form.total >= total),
  );
  const [low, high] = [known[above - 1], known[above]];
  if (low === undefined || high === undefined) throw new RangeError(`No form has the total ${total}`);
  const share = (total - low.total) / (high.total - low.total);
  return low.ratings.map((rating, item) => rating + share * ((high.ratings[item] ?? 0) - rating));
}

/**
 * One patient filling in forms: each call gives twenty ratings that sum to the wanted total. A patient leans
 * towards some items for good, and drifts a little from form to form, keeping most of the last drift.
 */
export function respondent(name: string, spread: Spread): (total: number) => number[] {
  const next = chance(name);
  const leaning = Array.from({ length: itemCount }, () => 0.2 * wobble(next));
  let drift = Array.from({ length: itemCount }, () => 0.3 * wobble(next));
  return (total) => {
    drift = drift.map((last) => 0.8 * last + 0.18 * wobble(next));
    const wanted = expectedAt(spread, total).map(
      (rating, item) => rating + (leaning[item] ?? 0) + (drift[item] ?? 0),
    );
    return roundedTo(total, wanted);
  };
}

/** Whole ratings nearest to the wanted ones that sum to the total: the largest remainders give way first. */
export function roundedTo(total: number, wanted: readonly number[], most = mostPoints): number[] {
  if (!Number.isInteger(total) || total < 0 || total > most * wanted.length) {
    throw new RangeError(`No form has the total ${total}`);
  }
  const ratings = wanted.map((rating) => Math.min(most, Math.max(0, Math.round(rating))));
  for (let short = total - sumOf(ratings); short !== 0; short = total - sumOf(ratings)) {
    const step = Math.sign(short);
    const room = ratings.map((rating, item) =>
      rating + step < 0 || rating + step > most ? -Infinity : step * ((wanted[item] ?? 0) - rating),
    );
    const item = room.indexOf(Math.max(...room));
    ratings[item] = (ratings[item] ?? 0) + step;
  }
  return ratings;
}

function sumOf(ratings: readonly number[]): number {
  return ratings.reduce((sum, rating) => sum + rating, 0);
}
