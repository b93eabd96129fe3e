// A file that comes in, as rows: UTF-8 with or without a byte order mark, commas, semicolons or tabs, LF or CRLF, quoted line
// breaks, a piece at a time. What cannot be read at all ends it with one sentence; what is wrong with one row is that row's.
import { LONGEST, lineAt, readCells } from "./read-csv";

/** The whole file is refused; the message is for whoever gave it. */
export class Unreadable extends Error {}

export interface TableRow {
  /** Of the file, as an editor counts; where the row begins. */
  readonly line: number;
  readonly cells: readonly string[];
  readonly trouble: string | null;
}

const separators = [",", ";", "\t"] as const;
const mark = "\xef\xbb\xbf";
/** UTF-16, and a workbook. */
const foreign = ["\xff\xfe", "\xfe\xff", "PK\x03\x04"];
const decoder = new TextDecoder("utf-8", { fatal: true });

export class TableReader {
  header: readonly string[] | null = null;
  #separator = ",";
  #rest = "";
  #line = 1;
  #begun = false;

  /** The next piece, bytes as latin1; the rows that are whole by now. Throws Unreadable. */
  push(piece: string): TableRow[] {
    return this.#read(this.#rest + piece, false);
  }

  end(): TableRow[] {
    const rows = this.#read(this.#rest, true);
    if (this.header === null) throw new Unreadable("The file is empty: there is no header.");
    return rows;
  }

  #read(text: string, isLast: boolean): TableRow[] {
    const rows: TableRow[] = [];
    let at = 0;
    if (!this.#begun && (text.length > 3 || isLast)) {
      if (foreign.some((begin) => text.startsWith(begin))) throw new Unreadable("This is no CSV in UTF-8 (a workbook, or UTF-16). Save it as “CSV UTF-8”.");
      this.#begun = true;
      if (text.startsWith(mark)) at = mark.length;
    }
    let quote = text.indexOf('"', at);
    while (this.#begun) {
      if (quote >= 0 && quote < at) quote = text.indexOf('"', at);
      const line = lineAt(text, at, quote, isLast);
      if (line === null || line.end - line.start > LONGEST) {
        if (text.length - at > LONGEST && (line !== null || quote < 0 || quote > at + LONGEST)) throw new Unreadable(`Line ${this.#line} is longer than a megabyte: this is no file of ours.`);
        if (line === null) break;
      }
      if (this.header === null) this.#separator = separators.toSorted((a, b) => count(text.slice(line.start, line.end), b) - count(text.slice(line.start, line.end), a))[0]!;
      const record = readCells(text, line, isLast, this.#separator);
      if (record === null) break;
      const number = this.#line;
      this.#line += count(text.slice(line.start, record.next), "\n");
      at = record.next;
      if (record.end === line.start) continue; // a blank line
      const { cells, trouble } = decoded(record.cells, record.trouble);
      if (this.header !== null) rows.push({ line: number, cells, trouble: trouble ?? this.#width(cells) });
      else if (trouble !== null) throw new Unreadable(`The header cannot be read: ${trouble}.`);
      else this.header = cells.map((name) => name.trim());
    }
    this.#rest = text.slice(at);
    return rows;
  }

  #width(cells: readonly string[]): string | null {
    const { length } = this.header!;
    return cells.length === length ? null : `${cells.length} ${cells.length === 1 ? "cell" : "cells"} where the header has ${length}`;
  }
}

function count(text: string, character: string): number {
  let found = 0;
  for (let at = text.indexOf(character); at >= 0; at = text.indexOf(character, at + 1)) found += 1;
  return found;
}

const beyondAscii = /[\u0080-\u00ff]/;

function decoded(cells: readonly string[], trouble: string | null): { cells: string[]; trouble: string | null } {
  try {
    return { cells: cells.map((cell) => (beyondAscii.test(cell) ? decoder.decode(Buffer.from(cell, "latin1")) : cell)), trouble };
  } catch {
    return { cells: [...cells], trouble: trouble ?? "bytes that are no UTF-8" };
  }
}
