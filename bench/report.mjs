// The run in a few tables on the terminal.

import { say } from "../scripts/steps.mjs";

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly string[])[]} rows the first column is text, the others are figures
 */
function table(head, rows) {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)));
  const line = (/** @type {readonly string[]} */ cells) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0))).join("  ");
  say(line(head));
  for (const row of rows) say(line(row));
  say("");
}

const figure = (/** @type {number | null} */ value, digits = 0) => (value === null || Number.isNaN(value) ? "–" : value.toFixed(digits));
const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);
const megabytes = (/** @type {number} */ bytes) => (bytes / 1_000_000).toFixed(0);

/** @param {import("./run.mjs").Results} results */
export function report({ startUp, memory, load, storm, paint, keys, aims, stored }) {
  say("\nStart-up, in seconds");
  table(["", "s"], startUp.map(({ what, ms }) => [what, figure(ms / 1000, 1)]));

  for (const concurrency of new Set(load.map((each) => each.concurrency))) {
    say(`${concurrency} at once; times in ms; "of floor" and "p95/floor" are medians of the rounds' ratios`);
    table(
      ["", "requests/s", "of floor", "p50", "p95", "p99", "p95/floor", "CPU ms each", "answered"],
      load.filter((each) => each.concurrency === concurrency).map((each) => [
        each.target, figure(each.perSecond), figure(each.toFloor, 2), figure(each.p50, 1), figure(each.p95, 1), figure(each.p99, 1),
        figure(each.p95ToFloor, 2), figure(each.cpuMs, 2), String(each.answered),
      ]),
    );
  }

  if (storm) {
    say(`Five sign-ins a second beside ten who read charts: charts ${figure(storm.chartBeside)}/s for ${figure(storm.chartAlone)}/s alone (${figure(storm.kept, 2)}), p95 ${figure(storm.chartP95Beside)} for ${figure(storm.chartP95Alone)} ms;`);
    say(`${storm.signIns} sign-ins, ${storm.refused} refused, p50 ${figure(storm.signInP50)} ms, p95 ${figure(storm.signInP95)} ms.\n`);
  }

  if (paint.length > 0) {
    say("First visit, cache empty; kB over the wire; times in ms since the navigation began; slow: 4× CPU, slow 4G");
    table(
      ["", "script kB", "page", "styles", "font", "paint", "largest", "drawn", "shift", "slow: paint", "largest", "drawn", "shift"],
      paint.map(({ page, plain, slow }) => [
        page, ...[plain.bytes.script, plain.bytes.document, plain.bytes.stylesheet, plain.bytes.font].map(kilobytes),
        ...[plain, slow].flatMap((visit) => [figure(visit.firstPaint), figure(visit.largestPaint), figure(visit.drawn), figure(visit.shift, 4)]),
      ]),
    );
  }
  if (keys) say(`Keyboard: ${keys.pressed} keys from the open form to the drawn chart; ${figure(keys.enterToDrawnMs)} ms from Enter to drawn.\n`);

  say("Memory of the web server, in MB");
  table(["", "MB"], memory.map(({ what, bytes }) => [what, megabytes(bytes)]));
  if (stored) say(`Forms saved under load: ${stored.answered} answered with success, ${stored.found} in the database.\n`);

  say("Aims");
  for (const { aim, reached, found } of aims) say(`  ${reached === null ? "  " : reached ? "✓ " : "✗ "}${aim}; found ${found}`);
}
