// Comma-separated values as we write them, for every file that leaves Courseline (RFC 4180). A spreadsheet takes a cell that
// begins with = + - @, a tab or a return for a formula and runs it; an apostrophe in front makes it text (OWASP, CSV Injection).
// Reading files is not done here.

const formula = /^\s*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|^[\t\r\n]/;
const plainNumber = /^[+-]?\d+(\.\d+)?$/;

/**
 * The text of a cell as a spreadsheet shows and never runs it: unchanged, or with an apostrophe in front. A plain number,
 * "-1.5", is no formula. Never fails. Example: harmless("=1+1") is "'=1+1".
 */
export function harmless(text: string): string {
  return formula.test(text) && !plainNumber.test(text) ? `'${text}` : text;
}

/** A cell as it is written: in quotes where it holds a comma, a quote or a line end. Example: quoted('a "b"') is '"a ""b"""'. */
export function quoted(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/** One line of a file, its end included; null is an empty cell. Example: csvLine([null, 2, "=A1"]) is ",2,'=A1\r\n". */
export function csvLine(cells: readonly (string | number | boolean | null)[]): string {
  return `${cells.map((cell) => (typeof cell === "string" ? quoted(harmless(cell)) : String(cell ?? ""))).join(",")}\r\n`;
}
