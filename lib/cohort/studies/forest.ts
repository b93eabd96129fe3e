/**
 * A forest plot as numbers: one row for each study or site with its effect, interval and weight, and the mean of those
 * that may be averaged. Only effects of one kind may: within groups or between groups, of one metric and one measure.
 */
import type { EffectSize } from "../effect-size";
import { Z, type Interval } from "../interval";
import { pool, STARTING_METHOD, type Pooled, type PoolMethod } from "../pooling/pool";
import { studyEffect, type Study, type StudyEffect } from "./study";

/** One's own team, a study shipped with the app, or one that the clinic entered. */
export type Origin = "own" | "shipped" | "entered";

/** A study's effect or a site's own, with what it is an effect of. */
export interface ForestEntry extends StudyEffect {
  readonly study: string;
  readonly groups: "within" | "between";
  readonly measure: string;
  readonly time: string;
  readonly citation: string;
  readonly origin: Origin;
  /** What a reader must know, or null. */
  readonly note: string | null;
}

export interface ForestRow extends ForestEntry {
  readonly interval: Interval;
  /** Per cent; null where nothing is pooled. */
  readonly weight: number | null;
}

export type NotPooled = "none" | "groups-differ" | "metrics-differ" | "measures-differ";

export interface Forest {
  readonly rows: readonly ForestRow[];
  readonly pooled: Pooled | null;
  readonly why: NotPooled | null;
}

export const notPooledWords: Readonly<Record<NotPooled, string>> = {
  none: "There is nothing to take together.",
  "groups-differ": "Change within a group and differences between groups are not taken together.",
  "metrics-differ": "Effects in different units (points, standard deviations at baseline, as reported) are not taken together.",
  "measures-differ": "Different measures are not taken together.",
};

/** The entry of a study; null where it printed no spread. Example: Ross 2019 has none. */
export function entryOf(study: Study, origin: Origin, assumedR?: number): ForestEntry | null {
  const effect = studyEffect(study, assumedR);
  const { name, groups, measure, time, citation, note } = study;
  return effect === null ? null : { study: name, groups, measure, time, citation, origin, note, ...effect };
}

/**
 * The entry of a site's own group: Hedges' g by baseline SD (SMCR) of its change, which is what studies' means lead to.
 * Example: an effect of −1.2 in 40 patients of "North" is { study: "North", metric: "SMCR", ni: 40, … }.
 */
export function ownEntry(
  site: { readonly study: string; readonly measure: string; readonly time: string },
  { yi, vi, sei }: EffectSize,
  { n, r }: { readonly n: number; readonly r: number },
): ForestEntry {
  return { ...site, groups: "within", citation: "Own records", origin: "own", note: null, metric: "SMCR", yi, vi, sei, ni: n, ri: r, assumedR: false };
}

/** Why these are not taken together, or null. Example: one study within and one between groups: "groups-differ". */
export function whyNotPooled(entries: readonly ForestEntry[]): NotPooled | null {
  const first = entries[0];
  if (first === undefined) return "none";
  if (entries.some(({ groups }) => groups !== first.groups)) return "groups-differ";
  if (entries.some(({ metric }) => metric !== first.metric)) return "metrics-differ";
  return entries.some(({ measure }) => measure !== first.measure) ? "measures-differ" : null;
}

/** Rows in the order given. RangeError as for pool. Example: two entries of one kind have weights that make a hundred. */
export function forest(entries: readonly ForestEntry[], method: PoolMethod = STARTING_METHOD): Forest {
  const why = whyNotPooled(entries);
  const pooled = why === null ? pool(entries, method) : null;
  const rows = entries.map((entry, at) => ({
    ...entry,
    interval: { lower: entry.yi - Z * entry.sei, upper: entry.yi + Z * entry.sei },
    weight: pooled?.weights[at] ?? null,
  }));
  return { rows, pooled, why };
}
