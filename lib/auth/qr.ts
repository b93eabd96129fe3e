// A picture for the camera of a phone, as the path of an SVG: each dark module a square of one unit.
import { encode } from "uqr";

export interface Picture {
  size: number;
  path: string;
}

export function pictureOf(text: string): Picture {
  const { size, data } = encode(text, { border: 2, ecc: "M" });
  const squares = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : "")));
  return { size, path: squares.join("") };
}
