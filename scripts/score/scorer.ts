// From pieces of a CSV to pieces of the CSV with scores, without a clock, a stream or a file: the whole of the command
// but its ends. Rows keep their order and, where they are well formed, every byte of what they had; the scores follow.
import type { Measure } from "../../lib/measures/measure";
import { readRecorded } from "../../lib/measures/recorded";
import { readResponses } from "../../lib/measures/responses";
import { harmless, quoted } from "../../lib/csv";
import { addedCells, addedColumns, invalidCells } from "./added";
import { lineAt, readCells, type Cells } from "../../lib/exchange/read-csv";
import { readLayout, type Layout } from "./layout";
import { plainRow, type PlainRow } from "./plain-row";
import { answerOf } from "../../lib/exchange/rating";

/** What a spreadsheet may put before the header; it is no part of the first name and is left out. */
const BYTE_ORDER_MARK = "\xef\xbb\xbf";

/** A file that cannot be scored at all; its message is for the person who called. */
export class Unreadable extends Error {}

export interface Counts {
  rows: number;
  complete: number;
  incomplete: number;
  invalid: number;
}

export class Scorer {
  readonly counts: Counts = { rows: 0, complete: 0, incomplete: 0, invalid: 0 };
  readonly #measure: Measure;
  readonly #untouched: boolean;
  #layout: Layout | null = null;
  #plain: PlainRow = () => null;
  #lineEnd = "\n";
  #rest = "";

  /** `untouched`: formulas among the cells passed through stay formulas. */
  constructor(measure: Measure, untouched = false) {
    this.#measure = measure;
    this.#untouched = untouched;
  }

  /** Takes the next piece, bytes as latin1, and gives what can be written by now. Throws Unreadable for a bad header. */
  push(piece: string): string {
    return this.#read(this.#rest + piece, false);
  }

  /** What is left when the input has ended. Throws Unreadable where there was no header. */
  end(): string {
    const left = this.#read(this.#rest, true);
    if (this.#layout === null) throw new Unreadable("There is no header: the input is empty.");
    return left;
  }

  #read(text: string, isLast: boolean): string {
    let out = "";
    let at = this.#layout === null && text.startsWith(BYTE_ORDER_MARK) ? BYTE_ORDER_MARK.length : 0;
    let quote = text.indexOf('"');
    for (;;) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const line = lineAt(text, at, quote, isLast);
      if (line === null) break;
      const quick = line.plain && this.#layout !== null ? this.#plain(text, line.start, line.end) : null;
      if (quick !== null) {
        this.counts.rows += 1;
        this.counts.complete += 1;
        const raw = text.slice(line.start, line.end);
        out += (this.#mayRun(raw) ? kept(raw, raw.split(",")) : raw) + quick + this.#lineEnd;
        at = line.next;
        continue;
      }
      const record = readCells(text, line, isLast);
      if (record === null) break;
      at = record.next;
      if (record.end === line.start) continue; // a blank line
      const raw = text.slice(line.start, record.end);
      if (this.#layout === null) {
        if (text.charCodeAt(record.end) === 13) this.#lineEnd = "\r\n";
        out += this.#header(raw, record);
      } else out += this.#row(this.#layout, raw, record);
    }
    this.#rest = text.slice(at);
    return out;
  }

  #mayRun(raw: string): boolean {
    return !this.#untouched && runs.test(raw);
  }

  #header(raw: string, { cells, trouble }: Cells): string {
    if (/^(\xff\xfe|\xfe\xff)/.test(raw)) throw new Unreadable("The input is UTF-16; save it as CSV in UTF-8.");
    if (trouble !== null) throw new Unreadable(`The header cannot be read: ${trouble}.`);
    const layout = readLayout(this.#measure, cells.map(decoded));
    if (typeof layout === "string") throw new Unreadable(layout);
    this.#layout = layout;
    this.#plain = plainRow(this.#measure, layout);
    return [this.#mayRun(raw) ? kept(raw, cells) : raw, ...addedColumns(this.#measure)].join(",") + this.#lineEnd;
  }

  #row(layout: Layout, raw: string, { cells, trouble }: Cells): string {
    const width = layout.placeOf.length;
    const wrong = trouble ?? (cells.length === width ? null : `${cells.length} ${cells.length === 1 ? "cell" : "cells"} where the header has ${width}`);
    const own = wrong === null ? cells : Array.from({ length: width }, (__, column) => cells[column] ?? "");
    const whole = wrong === null ? raw : own.map(quoted).join(",");
    const added = wrong === null ? this.#score(layout, cells) : invalidCells(this.#measure, wrong);
    this.counts.rows += 1;
    this.counts[added[0] as "complete" | "incomplete" | "invalid"] += 1;
    return [this.#mayRun(whole) ? kept(whole, own) : whole, ...added.map((cell) => encoded(quoted(cell)))].join(",") + this.#lineEnd;
  }

  #score(layout: Layout, cells: readonly string[]): readonly string[] {
    const { items } = this.#measure;
    const ratings: unknown[] = items.map(() => null);
    for (const { place, rating } of layout.absent) ratings[place] = rating;
    const refused = new Map<number, string>();
    for (const [column, place] of layout.placeOf.entries()) {
      const item = items[place];
      if (item === undefined) continue;
      const answer = answerOf(this.#measure, item, decoded(cells[column] ?? ""));
      // A refused cell is text to the reader of responses, so that it makes the form invalid whatever it looks like.
      ratings[place] = answer.refused === null ? answer.value : String(cells[column]);
      if (answer.refused !== null) refused.set(item.number, answer.refused);
    }
    const recorded = readRecorded(this.#measure, { ratings, total: null });
    if (recorded.state === "invalid") {
      const problems = recorded.problems.map(({ item, reason }) => ({ item, reason: refused.get(item) ?? reason }));
      return addedCells(this.#measure, { ...recorded, problems }, []);
    }
    const responses = readResponses(this.#measure, ratings);
    return addedCells(this.#measure, recorded, responses.state === "incomplete" ? responses.missing : []);
  }
}

/** A record in which a cell may begin like a formula, by its bytes: beyond ASCII there are signs and spaces too. */
const runs = /(?:^|[,"])(?:\s*[=+\-@]|[\t\r\n\u0080-\u00ff])|[;\t\r\n]["\s]*[=+\-@\u0080-\u00ff]/;

/** The record with its formulas made text, or every byte of it where there are none. */
function kept(raw: string, cells: readonly string[]): string {
  const made = cells.map((cell) => encoded(harmless(decoded(cell))));
  return made.every((cell, column) => cell === cells[column]) ? raw : made.map(quoted).join(",");
}

// Bytes are carried one to a character; what is read or said is UTF-8.
const beyondAscii = /[\u0080-\uffff]/;
const decoded = (bytes: string): string => (beyondAscii.test(bytes) ? Buffer.from(bytes, "latin1").toString("utf8") : bytes);
const encoded = (words: string): string => (beyondAscii.test(words) ? Buffer.from(words, "utf8").toString("latin1") : words);
