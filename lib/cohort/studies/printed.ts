/**
 * What a paper may print of a result, and which figures that takes: a study is entered by these, and checked against what
 * its measure can hold, before an effect is worked out. Every figure is typed and kept as printed; nothing is filled in.
 */
import type { Reported, Study } from "./study";

export type Kind = Reported["kind"];

export const KINDS = ["paired-means", "mean-change-interval", "mean-change", "standardised", "two-groups", "means-only"] as const satisfies readonly Kind[];

export const kindWords: Readonly<Record<Kind, string>> = {
  "paired-means": "Means and SDs before and after, one group",
  "mean-change-interval": "A change or difference in points with its 95 % interval",
  "mean-change": "A change or difference in points with its standard error",
  standardised: "A standardised effect (d or g) with its 95 % interval",
  "two-groups": "Means and SDs of two groups afterwards",
  "means-only": "Two means without SDs",
};

export type Figure =
  | "n" | "fromMean" | "fromSd" | "toMean" | "toSd" | "r"
  | "treatedN" | "treatedMean" | "treatedSd" | "comparisonN" | "comparisonMean" | "comparisonSd"
  | "estimate" | "change" | "lower" | "upper" | "se";

export const figureWords: Readonly<Record<Figure, string>> = {
  n: "Patients (n)",
  fromMean: "Mean before", fromSd: "SD before", toMean: "Mean after", toSd: "SD after", r: "Correlation (r)",
  treatedN: "Treated: n", treatedMean: "Treated: mean", treatedSd: "Treated: SD",
  comparisonN: "Comparison: n", comparisonMean: "Comparison: mean", comparisonSd: "Comparison: SD",
  estimate: "Effect", change: "Change in points", lower: "Interval from", upper: "Interval to", se: "Standard error",
};

/** The figures of each kind as they are asked for, those that belong together in one row. */
export const figureRows: Readonly<Record<Kind, readonly (readonly Figure[])[]>> = {
  "paired-means": [["n"], ["fromMean", "fromSd"], ["toMean", "toSd"], ["r"]],
  "mean-change-interval": [["n"], ["change"], ["lower", "upper"]],
  "mean-change": [["n"], ["change", "se"]],
  standardised: [["n"], ["estimate"], ["lower", "upper"]],
  "two-groups": [["treatedN"], ["treatedMean", "treatedSd"], ["comparisonN"], ["comparisonMean", "comparisonSd"]],
  "means-only": [["n"], ["fromMean", "toMean"]],
};

export const figuresOf = Object.fromEntries(KINDS.map((kind) => [kind, figureRows[kind].flat()])) as unknown as Readonly<Record<Kind, readonly Figure[]>>;

/** Which of the two a result is; null where the paper alone can say. Example: two groups are "between", a d may be either. */
export function groupsOf(kind: Kind): Study["groups"] | null {
  if (kind === "two-groups") return "between";
  return kind === "paired-means" || kind === "means-only" ? "within" : null;
}

export type Figures = Readonly<Partial<Record<Figure, number | null>>>;
/** No paper prints a smaller SD, standard error or interval: beneath it a study would outweigh all others. */
const LEAST_SPREAD = 0.001;

interface Range {
  readonly min: number;
  readonly max: number;
}
export type FigureProblems = Readonly<Partial<Record<Figure, string>>>;

/**
 * A figure as it was typed, null where nothing was. NaN for what is not a number: a comma may part thousands or decimals,
 * and is refused. Example: "−33.3" and "-33.3" are −33.3, ".5" is 0.5, "33,3" is NaN.
 */
export function figureTyped(typed: string): number | null {
  const text = typed.trim().replace(/^−/, "-");
  if (text === "") return null;
  return /^-?(\d+(\.\d+)?|\.\d+)$/.test(text) ? Number(text) : NaN;
}

/**
 * What is wrong with the figures of a kind, by figure; empty where they can be kept. An SD of n values between two ends is at
 * most half the range times √(n/(n − 1)) (Popoviciu 1935). Example: an SD of 45 of 20 PCL-5 totals is refused, 41 is not.
 */
export function figureProblems(kind: Kind, figures: Figures, range: Range): FigureProblems {
  const found: Partial<Record<Figure, string>> = {};
  for (const figure of figuresOf[kind]) {
    const value = figures[figure] ?? null;
    const missing = figure === "r" ? null : `Enter “${figureWords[figure]}”`;
    const problem = value === null ? missing : problemOf(figure, value, figures, range);
    if (problem !== null) found[figure] = problem;
  }
  if (!figuresOf[kind].includes("lower") || Object.keys(found).length > 0) return found;
  const middle = kind === "standardised" ? "estimate" : "change";
  const [lower = 0, at = 0, upper = 0] = [figures.lower, figures[middle], figures.upper].map(Number);
  if (upper - lower < LEAST_SPREAD) return { upper: "The interval has to end above where it begins" };
  return at < lower || at > upper ? { [middle]: "This has to lie within its interval" } : {};
}

function problemOf(figure: Figure, value: number, figures: Figures, { min, max }: Range): string | null {
  if (!Number.isFinite(value)) return "Enter a number, with a point: for example -33.3";
  switch (figure) {
    case "n":
      return Number.isInteger(value) && value >= 3 && value <= 1_000_000 ? null : "Enter a whole number from 3";
    case "treatedN":
    case "comparisonN":
      return Number.isInteger(value) && value >= 2 && value <= 1_000_000 ? null : "Enter a whole number from 2";
    case "fromMean":
    case "toMean":
    case "treatedMean":
    case "comparisonMean":
      return value >= min && value <= max ? null : `The measure goes from ${min} to ${max}`;
    case "change":
      return Math.abs(value) <= max - min ? null : `The measure goes from ${min} to ${max}`;
    case "fromSd":
    case "toSd":
    case "treatedSd":
    case "comparisonSd": {
      const n = figures[figure === "treatedSd" ? "treatedN" : figure === "comparisonSd" ? "comparisonN" : "n"] ?? 2;
      if (value < LEAST_SPREAD) return `Enter an SD of ${LEAST_SPREAD} or more`;
      return value <= ((max - min) / 2) * Math.sqrt(n / Math.max(1, n - 1)) + 0.05 ? null : `No SD is as large on a measure from ${min} to ${max}`;
    }
    case "r":
      return value >= -1 && value <= 1 ? null : "Enter a correlation from -1 to 1";
    case "se":
      return value >= LEAST_SPREAD ? null : `Enter a standard error of ${LEAST_SPREAD} or more`;
    default:
      return null;
  }
}

/** The result of a kind from its figures, which have no problem. RangeError where one is missing. */
export function reportedFrom(kind: Kind, figures: Figures): Reported {
  const of = (figure: Figure): number => {
    const value = figures[figure];
    if (value == null || !Number.isFinite(value)) throw new RangeError(`Without ${figure} there is no result`);
    return value;
  };
  switch (kind) {
    case "paired-means":
      return { kind, n: of("n"), from: { mean: of("fromMean"), sd: of("fromSd") }, to: { mean: of("toMean"), sd: of("toSd") }, r: figures.r ?? null };
    case "two-groups":
      return { kind, treated: { n: of("treatedN"), mean: of("treatedMean"), sd: of("treatedSd") }, comparison: { n: of("comparisonN"), mean: of("comparisonMean"), sd: of("comparisonSd") } };
    case "standardised":
      return { kind, n: of("n"), estimate: of("estimate"), lower: of("lower"), upper: of("upper") };
    case "mean-change":
      return { kind, n: of("n"), change: of("change"), se: of("se") };
    case "mean-change-interval":
      return { kind, n: of("n"), change: of("change"), lower: of("lower"), upper: of("upper") };
    case "means-only":
      return { kind, n: of("n"), from: of("fromMean"), to: of("toMean") };
  }
}

/** The figures of a result: what `reportedFrom` made it from. */
export function figuresFrom(reported: Reported): Figures {
  switch (reported.kind) {
    case "paired-means":
      return { n: reported.n, fromMean: reported.from.mean, fromSd: reported.from.sd, toMean: reported.to.mean, toSd: reported.to.sd, r: reported.r };
    case "two-groups": {
      const { treated, comparison } = reported;
      return { treatedN: treated.n, treatedMean: treated.mean, treatedSd: treated.sd, comparisonN: comparison.n, comparisonMean: comparison.mean, comparisonSd: comparison.sd };
    }
    case "means-only":
      return { n: reported.n, fromMean: reported.from, toMean: reported.to };
    default: {
      const { kind, ...figures } = reported;
      void kind;
      return figures;
    }
  }
}
