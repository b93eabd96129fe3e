/** From counted kinds (kinds.ts) to a group's counts: what was added up of many courses is taken apart again. */
import { WINDOWS } from "../course/windows-table";
import type { AssessmentWindow } from "../course/windows";
import type { CohortCounts, DoseCell, SiteSums, WindowCell } from "./counts";
import type { CohortQuestion } from "./definition";
import type { Kind } from "./kinds";
import { addParts, partParts, unpackParts } from "./part-sums";
import { unpackNumbers } from "./side-by-side";
import { readStanding } from "./standing";
import { mayBeTested } from "./sudden";
import { LEFT_OUT, type DayTally, type LeftOut, type SuddenTally } from "./tallies";

/** Courses of a group that added the same kind. */
export interface KindCount {
  readonly kind: Kind;
  readonly n: number;
  /** What they added up, in decimal digits. */
  readonly sum: string | null;
}

/** Why a course that has a baseline is not counted, in the order of LEFT_OUT; "left" has the place here. */
export const LEFT_WITH_BASELINE = ["baseline-severity", "not-completed", "later-course"] as const satisfies readonly LeftOut[];

interface Counted {
  /** Courses left out for what they are, and those for which it has to be seen whether they have a baseline. */
  readonly courses: ReadonlyMap<LeftOut | null, number>;
  readonly kinds: readonly KindCount[];
  readonly sites: readonly SiteSums[];
  /** Whether the rule covers what is counted. */
  readonly covered: boolean;
}

export function countKinds({ definition, measure }: CohortQuestion, { courses, kinds, sites, covered }: Counted): CohortCounts {
  const of = <K extends Kind["is"]>(is: K) => kinds.filter((each): each is KindCount & { readonly kind: Kind & { readonly is: K } } => each.kind.is === is);
  const many = (list: readonly KindCount[]): number => list.reduce((sum, { n }) => sum + n, 0);
  const [standing, left] = [of("standing"), of("left")];
  const counted = many(standing);
  const here = Object.fromEntries(LEFT_WITH_BASELINE.map((reason, at) => [reason, many(left.filter(({ kind }) => kind.why === at))]));
  const asked = courses.get(null) ?? 0;
  const leftOut = Object.fromEntries(LEFT_OUT.map((reason) => [reason, here[reason] ?? courses.get(reason) ?? 0])) as Record<LeftOut, number>;
  const parts = measure.items.length + measure.clusters.length;
  const forms = of("forms").flatMap(({ kind: { windows, answered }, n, sum }) => {
    const own = WINDOWS.filter((_, place) => Math.floor(windows / 2 ** place) % 2 === 1);
    return partParts(sum ?? "0", own.length, parts).map((digits, at) => ({ window: own[at], sums: unpackParts(n, { answered, parts: digits }, parts) }));
  });
  const none = unpackParts(0, { answered: 0, parts: "0" }, parts);
  return {
    all: [...courses.values()].reduce((sum, n) => sum + n, 0),
    leftOut: { ...leftOut, "no-baseline": asked - counted - many(left) },
    counted,
    cells: cells(standing, of("scored")),
    parts: WINDOWS.map((window) => ({ window, sums: forms.filter((form) => form.window === window).map(({ sums }) => sums).reduce(addParts, none) })),
    days: covered ? days(of("improved")) : null,
    growth: of("line").map(({ kind: { n, d, dd }, n: patients, sum }) => {
      const [y, dy, yy, y2, ydy, dy2] = unpackNumbers(sum ?? "0", 6).map(Number) as [number, number, number, number, number, number];
      return { patients, n, d, dd, y, dy, yy, y2, ydy, dy2 };
    }),
    sudden: mayBeTested(definition.recall) ? {
      patients: many(of("steps").filter(({ kind }) => kind.steepest)),
      withGain: many(of("steps").filter(({ kind }) => kind.steepest && kind.change <= -definition.suddenPoints)),
      steps: steps(of("steps"), definition.suddenPoints),
    } : null,
    doses: doses(of("dose")),
    sites,
  };
}

type Of<K extends Kind["is"]> = readonly (KindCount & { readonly kind: Kind & { readonly is: K } })[];

function cells(standing: Of<"standing">, scored: Of<"scored">): readonly WindowCell[] {
  const found = new Map<string, WindowCell>();
  const add = (cell: WindowCell) => {
    const key = `${cell.window} ${cell.from} ${cell.fate}`;
    found.set(key, { ...cell, n: cell.n + (found.get(key)?.n ?? 0) });
  };
  for (const { kind, n } of standing) {
    const { from, empty } = readStanding(kind.standing);
    add({ window: "baseline", from, to: from, fate: "scored", n });
    for (const { window, fate } of empty) add({ window, from, to: null, fate, n });
  }
  return [...found.values(), ...scored.map(({ kind: { window, from, to }, n }): WindowCell => ({ window: WINDOWS[window] as AssessmentWindow, from, to, fate: "scored", n }))];
}

function days(improved: Of<"improved">): readonly DayTally[] {
  const found = new Map<number, DayTally>();
  for (const { kind: { twice }, n } of improved) {
    const day = Math.floor(twice / 2);
    const { events, censored } = found.get(day) ?? { events: 0, censored: 0 };
    found.set(day, twice === 2 * day ? { day, events, censored: censored + n } : { day, events: events + n, censored });
  }
  return [...found.values()];
}

function steps(tested: Of<"steps">, points: number): readonly SuddenTally[] {
  const found = new Map<number, SuddenTally>();
  for (const { kind: { first, weeks, change, undone }, n } of tested) {
    const gains = change <= -points ? n : 0;
    for (let at = 0; 2 ** at <= weeks; at += 1) {
      if (Math.floor(weeks / 2 ** at) % 2 === 0) continue;
      const week = first + at;
      const so = found.get(week) ?? { week, tested: 0, gains: 0, losses: 0, reversed: 0 };
      found.set(week, { week, tested: so.tested + n, gains: so.gains + gains, losses: so.losses + (change >= points ? n : 0), reversed: so.reversed + (undone ? gains : 0) });
    }
  }
  return [...found.values()];
}

function doses(given: Of<"dose">): readonly DoseCell[] {
  const found = new Map<string, DoseCell>();
  for (const { kind: { number, mg, dissociation, events, serious }, n } of given) {
    const key = `${number} ${mg} ${dissociation}`;
    const so = found.get(key) ?? { number, mg, dissociation, given: 0, events: 0, serious: 0, withEvent: 0 };
    found.set(key, { ...so, given: so.given + n, events: so.events + n * events, serious: so.serious + n * serious, withEvent: so.withEvent + (events > 0 ? n : 0) });
  }
  return [...found.values()];
}
