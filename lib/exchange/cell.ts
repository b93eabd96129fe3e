// One cell of a file that comes in: read strictly, or refused with a sentence. Nothing is guessed: a day, a time and a number are
// written as docs/IMPORT.md says, a word is one of the list.
import { wallTime, resolveWallTime } from "../course/calendar";
import { isCalendarDay } from "../course/day-number";
import { restored } from "../csv";

/** Why a row is not taken. */
export class Refused extends Error {}

/** Cells by the name of their column; a column that is not there is blank. */
export class Row {
  readonly #cells: ReadonlyMap<string, string>;
  constructor(cells: ReadonlyMap<string, string>) {
    this.#cells = cells;
  }

  text(column: string, longest: number): string | null {
    const text = restored(this.#cells.get(column) ?? "").trim();
    if (text === "") return null;
    if (text.length > longest) throw new Refused(`${column}: at most ${longest} characters`);
    if (text.includes("\0")) throw new Refused(`${column}: a character that cannot be stored`);
    return text;
  }

  needed<T>(column: string, value: T | null): T {
    if (value === null) throw new Refused(`${column}: blank`);
    return value;
  }

  choice<Name extends string>(column: string, names: readonly Name[]): Name | null {
    const text = this.text(column, 40);
    if (text === null) return null;
    const found = names.find((name) => name === text);
    if (found === undefined) throw new Refused(`${column}: "${text}" is not one of ${names.join(", ")}`);
    return found;
  }

  day(column: string): string | null {
    const text = this.text(column, 40);
    if (text === null) return null;
    if (!isCalendarDay(text)) throw new Refused(`${column}: "${text}" is no date that exists, written 2026-11-25`);
    return text;
  }

  number(column: string, { from, to, whole = false }: { from: number; to: number; whole?: boolean }): number | null {
    const text = this.text(column, 40);
    if (text === null) return null;
    const value = Number(text);
    if (!/^-?\d+(\.\d+)?$/.test(text) || (whole && !Number.isInteger(value))) throw new Refused(`${column}: "${text}" is no ${whole ? "whole " : ""}number in plain digits`);
    if (value < from || value > to) throw new Refused(`${column}: ${text} is out of range, ${from} to ${to}`);
    return value;
  }

  /** An instant: with its offset, or on the clock of the zone. */
  instant(column: string, zone: string): Date | null {
    const text = this.text(column, 40);
    return text === null ? null : instantOf(column, text, zone);
  }

  /** The text as it stands, untrimmed: for a rating, which is trimmed by nobody. */
  raw(column: string): string {
    return this.#cells.get(column) ?? "";
  }
}

const zoned = /^(\d{4}-\d\d-\d\d)T([01]\d|2[0-3]):[0-5]\d(:[0-5]\d(\.\d{1,3})?)?(Z|[+-]([01]\d|2[0-3]):[0-5]\d)$/;
const unzoned = /^(\d{4}-\d\d-\d\d)[T ]((?:[01]\d|2[0-3]):[0-5]\d)$/;

function instantOf(column: string, text: string, zone: string): Date {
  const [, day = "", clock] = zoned.exec(text) ?? unzoned.exec(text) ?? [];
  if (clock === undefined) throw new Refused(`${column}: "${text}" is no date and time, written 2026-11-25T10:05 or 2026-11-25T10:05:00-05:00`);
  if (!isCalendarDay(day) || day < "1900") throw new Refused(`${column}: "${day}" is no date that exists`);
  if (zoned.test(text)) return new Date(text);
  const resolved = resolveWallTime(`${day}T${clock}`, zone);
  if (resolved.kind === "skipped") throw new Refused(`${column}: the clocks in ${zone} went forward over ${text}; no such time`);
  if (resolved.kind === "repeated") throw new Refused(`${column}: ${text} came twice in ${zone}; write it with its offset`);
  return resolved.instant;
}

/** An instant as it goes out, on the zone's clock with its offset. Example: 15:05 UTC in New York in November is "2026-11-25T10:05:00.000-05:00". */
export function instantCell(at: Date | null, zone: string): string | null {
  if (at === null) return null;
  const wall = wallTime(at, zone);
  const offset = (Date.parse(`${wall}Z`) - Math.floor(+at / 60_000) * 60_000) / 60_000;
  if (!Number.isInteger(offset)) return at.toISOString(); // an offset with seconds, of long ago
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60].map((part) => String(part).padStart(2, "0"));
  return `${wall}:${at.toISOString().slice(17, 23)}${offset < 0 ? "-" : "+"}${hours}:${minutes}`;
}
