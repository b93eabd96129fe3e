// Comma-separated values after RFC 4180, with another separator where one is named, a piece at a time: quotes, doubled quotes, line ends within quotes, LF or
// CRLF, a last line with or without its end. Bytes are kept one to a character (latin1), so that what is passed
// through comes out exactly as it went in, and cuts between pieces cannot split a letter. A quote that is never
// closed must not swallow the rest of a file: such a record ends at its first line end, says so, and reading goes on.

/** Longest quoted record, in bytes, before its open quote is taken for a mistake. */
export const LONGEST = 1 << 20;

export interface Line {
  /** Of the text; `end` leaves out the line end, `next` is where the next line starts. */
  readonly start: number;
  readonly end: number;
  readonly next: number;
  /** True where no quote is involved: the cells are what stands between commas. */
  readonly plain: boolean;
}

export interface Cells {
  readonly cells: string[];
  /** What is wrong with the quotes of the record, or null. */
  readonly trouble: string | null;
  /** Where the record ends and where the next one starts. */
  readonly end: number;
  readonly next: number;
}

/**
 * The line that starts here, or null where it is not all there yet. A line with a quote may be only the first of a
 * record's: see readCells.
 */
export function lineAt(text: string, start: number, quote: number, isLast: boolean): Line | null {
  let stop = text.indexOf("\n", start);
  if (stop < 0) {
    if (!isLast || start >= text.length) return null;
    stop = text.length;
  }
  const end = stop > start && text.charCodeAt(stop - 1) === 13 ? stop - 1 : stop;
  return { start, end, next: Math.min(stop + 1, text.length), plain: quote < 0 || quote >= stop };
}

/** The cells of the record that starts here, unquoted, or null where more text is needed to tell. */
export function readCells(text: string, line: Line, isLast: boolean, separator = ","): Cells | null {
  const { start, end, next } = line;
  if (line.plain) return { cells: text.slice(start, end).split(separator), trouble: null, end, next };
  const cells: string[] = [];
  let at = start;
  for (;;) {
    let cell: string;
    if (text[at] === '"') {
      const quoted = readQuoted(text, at);
      // At the very end of what there is, the second half of a doubled quote may be still to come.
      const open = quoted === null || (quoted.next === text.length && !isLast);
      if (open && !isLast && text.length - start < LONGEST) return null;
      if (quoted === null || open) return broken(text, line, "a quoted cell is not closed", separator);
      [cell, at] = [quoted.cell, quoted.next];
    } else {
      let stop = at;
      while (stop < text.length && text[stop] !== separator && text[stop] !== "\n") stop += 1;
      if (stop === text.length && !isLast) return null;
      if (stop > at && text[stop] !== separator && text[stop - 1] === "\r") stop -= 1;
      [cell, at] = [text.slice(at, stop), stop];
    }
    cells.push(cell);
    if (text[at] === separator) {
      at += 1;
      continue;
    }
    if (at === text.length) return { cells, trouble: null, end: at, next: at };
    if (text[at] === "\n") return { cells, trouble: null, end: at, next: at + 1 };
    if (text[at] === "\r" && text[at + 1] === "\n") return { cells, trouble: null, end: at, next: at + 2 };
    if (text[at] === "\r" && at + 1 === text.length) {
      return isLast ? { cells, trouble: null, end: at, next: at + 1 } : null;
    }
    return broken(text, line, "text follows a closing quote", separator);
  }
}

function readQuoted(text: string, open: number): { cell: string; next: number } | null {
  let cell = "";
  for (let from = open + 1; ; ) {
    const quote = text.indexOf('"', from);
    if (quote < 0) return null;
    cell += text.slice(from, quote);
    if (text[quote + 1] !== '"') return { cell, next: quote + 1 };
    cell += '"';
    from = quote + 2;
  }
}

function broken(text: string, { start, end, next }: Line, trouble: string, separator: string): Cells {
  return { cells: text.slice(start, end).split(separator), trouble, end, next };
}
