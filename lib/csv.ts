// Comma-separated values as we write them, for every file that leaves Courseline (RFC 4180). A spreadsheet takes a cell that
// begins with = + - @, a tab or a return for a formula and runs it; an apostrophe in front makes it text (OWASP, CSV Injection).
// One set up for Europe splits at semicolons, and minds no quotes that do not begin what it splits off: so what follows a
// semicolon, a tab or a line end within a cell may be a cell too, in quotes or not. Reading files is not done here.

const sign = "[=+\\-@\uFF1D\uFF0B\uFF0D\uFF20]";
const formula = new RegExp(`^\\s*${sign}|^[\\t\\r\\n]`);
const plainNumber = /^[+-]?\d+(\.\d+)?$/;
const blankOrQuote = String.raw`(?:(?![;\t\r\n])["\s])*`;
const inner = new RegExp(`([;\\t\\r\\n])(?=${blankOrQuote}${sign})`, "g");
const innerMarked = new RegExp(`([;\\t\\r\\n])(?='*${blankOrQuote}${sign})`, "g");
const innerMark = new RegExp(`([;\\t\\r\\n])'(?='*${blankOrQuote}${sign})`, "g");

/**
 * The text of a cell as a spreadsheet shows and never runs it: unchanged, or with an apostrophe in front of what would be run. A
 * plain number, "-1.5", is no formula. Never fails. Examples: harmless("=1+1") is "'=1+1"; harmless("see;=1") is "see;'=1".
 */
export function harmless(text: string): string {
  return (begins(text) ? `'${text}` : text).replace(inner, "$1'");
}

/**
 * The same, for a file that comes in again: also where it looks as if that had been done, an apostrophe more. Example:
 * written("'=1") is "''=1". What `written` gives, `harmless` leaves as it is.
 */
export function written(text: string): string {
  return (begins(text.replace(/^'+/, "")) ? `'${text}` : text).replace(innerMarked, "$1'");
}

/** The text that was written. Examples: restored("'=1") is "=1"; restored("O'Brien") and restored("'tis") stay. */
export function restored(cell: string): string {
  const text = cell.replace(innerMark, "$1");
  return text.startsWith("'") && begins(text.replace(/^'+/, "")) ? text.slice(1) : text;
}

function begins(text: string): boolean {
  return formula.test(text) && !plainNumber.test(text);
}

/** A line that says of a file what it is: R passes it by, so it is in no quotes, and a comma parts it as a semicolon does. */
export function remarkLine(words: string): string {
  return `# ${words.replaceAll(/[\r\n]/g, " ").replaceAll(new RegExp(`([,;\\t])(?=["\\s]*${sign})`, "g"), "$1'")}\r\n`;
}

/** A cell as it is written: in quotes where it holds a comma, a quote, a line end, or a # that R would take for a remark. Example: quoted('a "b"') is '"a ""b"""'. */
export function quoted(cell: string): string {
  return /[",#\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One line of a file, its end included; null is an empty cell. Example: csvLine([null, 2, "=A1"]) is ",2,'=A1\r\n". */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? quoted(harmless(cell)) : String(cell ?? ""))).join(",")}\r\n`;
}
