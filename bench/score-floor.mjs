// The floor of bench/score.mjs: reads a CSV and writes the same CSV again, cell by cell, and does nothing else.
import { once } from "node:events";

const written = (/** @type {string} */ cell) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** @param {string} line */
function cellsOf(line) {
  if (!line.includes('"')) return line.split(",");
  const cells = [];
  for (const [, quoted, bare] of line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)) cells.push(quoted?.replaceAll('""', '"') ?? bare ?? "");
  return cells;
}

let rest = "";
for await (const piece of process.stdin) {
  const lines = (rest + piece.toString("latin1")).split("\n");
  rest = lines.pop() ?? "";
  let out = "";
  for (const line of lines) {
    const cells = cellsOf(line);
    for (let at = 0; at < cells.length; at += 1) out += (at > 0 ? "," : "") + written(cells[at] ?? "");
    out += "\n";
  }
  if (!process.stdout.write(out, "latin1")) await once(process.stdout, "drain");
}
