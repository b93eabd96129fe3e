// Finds a free side of a point for its label: of the sides that stay on the paper, the one that covers least
// of the lines and of the labels already placed. Sides are tried in order of preference.
import { leastWidth, type Width } from "./chart-labels";

export interface Place {
  anchor: "start" | "middle" | "end";
  dx: number;
  dy: number;
}

export interface Box {
  left: number;
  top: number;
  right: number;
  bottom: number;
}

interface Spot {
  x: number;
  y: number;
}

/** Where a label hangs: across in per cent, down in pixels, and how its text lies from there. */
export interface Placed extends Spot, Place {}

const spill = { wide: 112, narrow: 10 } as const;

/** `size` in pixels; `rise` is how far the first baseline lies below the label's top. */
export interface LabelSize {
  width: number;
  height: number;
  rise: number;
}

export function sides({ height, rise }: LabelSize): Place[] {
  const above = rise - height - 9;
  const below = rise + 9;
  const level = rise - height / 2;
  return [
    { anchor: "start", dx: 10, dy: level },
    { anchor: "start", dx: 6, dy: above },
    { anchor: "start", dx: 6, dy: below },
    { anchor: "middle", dx: 0, dy: above },
    { anchor: "middle", dx: 0, dy: below },
    { anchor: "end", dx: 6, dy: above },
    { anchor: "end", dx: 6, dy: below },
    { anchor: "end", dx: -10, dy: level },
  ];
}

export function boxOf(at: Spot, place: Place, size: LabelSize): Box {
  const shift = { start: 0, middle: size.width / 2, end: size.width }[place.anchor];
  const left = at.x + place.dx - shift;
  const top = at.y + place.dy - size.rise;
  return { left, top, right: left + size.width, bottom: top + size.height };
}

export class Paper {
  private readonly width: number;
  private readonly spots: (Spot & { weight: number })[] = [];
  private readonly boxes: Box[] = [];

  constructor(
    private readonly kind: Width,
    private readonly height: number,
  ) {
    this.width = leastWidth[kind];
  }

  private spot({ x, y }: Spot): Spot {
    return { x: (x * this.width) / 100, y };
  }

  /** A drawn line, in per cent across and pixels down; a faint one weighs less. */
  line(from: Spot, to: Spot, weight = 1) {
    const [a, b] = [this.spot(from), this.spot(to)];
    const steps = Math.max(1, Math.ceil(Math.hypot(b.x - a.x, b.y - a.y) / 6));
    for (let step = 0; step <= steps; step += 1) {
      this.spots.push({ x: a.x + ((b.x - a.x) * step) / steps, y: a.y + ((b.y - a.y) * step) / steps, weight });
    }
  }

  /** A label at the first of the given places that covers least. */
  choose(places: Placed[], size: LabelSize): Placed {
    const [first, ...others] = places.map((placed) => ({
      placed,
      box: boxOf(this.spot(placed), placed, size),
    }));
    let best = { ...first!, cost: this.cost(first!.box) };
    for (const { placed, box } of others) {
      const cost = this.cost(box);
      if (cost < best.cost) best = { placed, box, cost };
    }
    this.boxes.push(best.box);
    return best.placed;
  }

  /** A label beside a point. */
  beside({ x, y }: Spot, size: LabelSize): Placed {
    return this.choose(
      sides(size).map((side) => ({ x, y, ...side })),
      size,
    );
  }

  private cost(box: Box): number {
    const off =
      Math.max(0, -box.left - 4) +
      Math.max(0, box.right - this.width - spill[this.kind]) +
      Math.max(0, -box.top - 2) +
      Math.max(0, box.bottom - this.height - 2);
    const covered = this.spots.filter((spot) => inside(spot, box)).reduce((sum, { weight }) => sum + weight, 0);
    const overlapped = this.boxes.filter((other) => meets(other, box)).length;
    return off * 4 + covered + overlapped * 200;
  }
}

function inside({ x, y }: Spot, box: Box): boolean {
  return x >= box.left - 2 && x <= box.right + 2 && y >= box.top - 3 && y <= box.bottom + 3;
}

function meets(a: Box, b: Box): boolean {
  return a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;
}
