// A few lines over a logarithmic axis, as an SVG without anything that runs or is fetched.

const [width, height, left, right, top, bottom] = [720, 300, 48, 190, 16, 40];
const colours = ["#0b6b66", "#a2481b", "#4b4fa8", "#6b6b6b", "#8a1f4d"];

/**
 * @param {{ xs: readonly number[], lines: readonly { name: string, ys: readonly number[] }[], y: string, x: string }} plotted
 * @returns {string}
 */
export function plot({ xs, lines, x, y }) {
  const [first = 1, last = 10] = [Math.log10(Math.min(...xs)), Math.log10(Math.max(...xs))];
  const most = Math.ceil(Math.max(...lines.flatMap(({ ys }) => ys)));
  const atX = (/** @type {number} */ value) => left + ((Math.log10(value) - first) / (last - first || 1)) * (width - left - right);
  const atY = (/** @type {number} */ value) => top + (1 - value / most) * (height - top - bottom);
  const ticks = Array.from({ length: 5 }, (_, index) => (most * index) / 4);
  // Names at the right, apart from each other.
  const ends = lines.map(({ ys }, index) => ({ index, at: atY(ys.at(-1) ?? 0) })).sort((a, b) => a.at - b.at);
  ends.forEach((end, place) => (end.at = Math.max(end.at, place === 0 ? top : (ends[place - 1]?.at ?? 0) + 15)));
  const named = new Map(ends.map(({ index, at }) => [index, at]));
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" font-family="Inter, system-ui, sans-serif" font-size="12">`,
    `<rect width="${width}" height="${height}" fill="#fff"/>`,
    ...ticks.map((tick) => `<path d="M${left} ${atY(tick)}H${width - right}" stroke="#ddd"/><text x="${left - 8}" y="${atY(tick) + 4}" text-anchor="end" fill="#444">${tick}</text>`),
    ...xs.map((size) => `<text x="${atX(size)}" y="${height - bottom + 18}" text-anchor="middle" fill="#444">${size.toLocaleString("en")}</text>`),
    `<text x="${left}" y="${height - 4}" fill="#444">${x}; ${y}</text>`,
    ...lines.flatMap(({ name, ys }, index) => [
      `<path d="M${ys.map((value, at) => `${atX(xs[at] ?? 1).toFixed(1)} ${atY(value).toFixed(1)}`).join("L")}" fill="none" stroke="${colours[index % colours.length]}" stroke-width="2"/>`,
      `<text x="${width - right + 10}" y="${(named.get(index) ?? 0) + 4}" fill="${colours[index % colours.length]}">${name}</text>`,
    ]),
    "</svg>",
  ].join("\n");
}
