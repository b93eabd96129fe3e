/**
 * How much is to be given, and what about it calls for a second look. Ketamine is planned by weight, esketamine by
 * whole spray devices. Computing an amount and giving it are separate acts by separate hands; this file compares
 * them and proposes nothing: a dose is the prescriber's, and no number here is one.
 *
 * - differs: given is more than 10 % away from computed. Ours, as is the next.
 * - weight-jump: 20 % or more away from the weight recorded last.
 * - above-limit: more than the clinic's limit (settings; limits to start from below).
 * - looks-like-mg: a value in mg/kg that is above the limit, and would be an ordinary dose if it were milligrams.
 */
import type { Medicine, Route } from "../course";
import type { Problem } from "./problem";

export interface AmountLimits {
  /** mg per kg of ketamine. */
  readonly maxMgPerKg: { readonly intravenous: number; readonly intranasal: number };
  /** Esketamine spray devices for one session. */
  readonly maxDevices: number;
}

/**
 * Limits a new clinic starts with; each is the clinic's own to set. No published limit exists for ketamine in PTSD:
 * the trials gave 0.5 mg/kg (Feder et al. 2021, doi 10.1176/appi.ajp.2020.20050596; Abdallah et al. 2022; nasal:
 * Rohde et al. 2024, doi 10.3390/bs14080717), and 1 mg/kg, twice that, is where we begin to ask. Esketamine: 84 mg,
 * three devices, is the largest dose of its label (Spravato prescribing information, section 2).
 */
export const startingAmountLimits: AmountLimits = { maxMgPerKg: { intravenous: 1, intranasal: 1 }, maxDevices: 3 };

/** Each esketamine spray device holds 28 mg (Spravato prescribing information, section 3). */
export const MG_PER_DEVICE = 28;

/** Shares, above which (difference) and from which (weight) a reason is asked. */
export const DIFFERENCE_SHARE = 0.1;
export const WEIGHT_JUMP_SHARE = 0.2;

/** Body weight that can be typed, in kg, inclusive: wide, to catch slips of the finger only. Ours. */
export const WEIGHT_RANGE = { min: 20, max: 400 } as const;

/** Where the dial for a first weight begins, in kg. Ours; nothing follows from it. */
export const WEIGHT_DIAL_START = 70;

/** Least mg/kg that still reads as an ordinary dose: half of 0.2, the lowest that was studied (Abdallah et al. 2022). */
const LEAST_ORDINARY_MG_PER_KG = 0.1;
/** Most mg/kg for inducing anaesthesia into a vein (Ketalar prescribing information, section 2.2): no dose of these rooms. */
const ANAESTHESIA_MG_PER_KG = 4.5;
const SLACK = 1e-9;

export interface Amount {
  readonly medicine: Medicine;
  readonly route: Route;
  readonly weightKg: number | null;
  /** The weight recorded last, before this one. */
  readonly lastWeightKg: number | null;
  readonly mgPerKg: number | null;
  readonly devices: number | null;
  readonly computedMg: number | null;
  readonly givenMg: number | null;
}

export type AmountProblemId =
  | "weight" | "mg-per-kg" | "devices" | "given"
  | "weight-jump" | "looks-like-mg" | "above-limit" | "differs";

/**
 * Milligrams for a weight in kg and a plan in mg/kg, unrounded. RangeError unless both are finite and above 0.
 * Example: 70 kg at 0.5 mg/kg is 35 mg.
 */
export function computedAmount({ weightKg, mgPerKg }: { readonly weightKg: number; readonly mgPerKg: number }): number {
  if (!isAmount(weightKg) || !isAmount(mgPerKg)) throw new RangeError("Weight and mg/kg must be above 0");
  return weightKg * mgPerKg;
}

/**
 * Milligrams in so many devices. RangeError unless devices is a whole number of 1 or more. Example: 3 devices of 28
 * mg are 84 mg.
 */
export function devicesAmount({ devices, mgPerDevice = MG_PER_DEVICE }: { readonly devices: number; readonly mgPerDevice?: number }): number {
  if (!Number.isInteger(devices) || devices < 1 || !isAmount(mgPerDevice)) throw new RangeError("Devices are whole, 1 or more");
  return devices * mgPerDevice;
}

/**
 * What about an amount calls for mending or for a reason; empty when nothing does. What is not known yet is not
 * asked about. Example: 35 mg/kg at 70 kg looks like milligrams, which would be 0.5 mg/kg; 40 mg given for 35
 * computed differs by 14 %.
 */
export function amountProblems(amount: Amount, limits: AmountLimits): readonly Problem<AmountProblemId>[] {
  const impossible = impossibleValues(amount);
  return impossible.length > 0 ? impossible : [...weightJump(amount), ...tooMuch(amount, limits), ...difference(amount)];
}

function impossibleValues({ weightKg, mgPerKg, devices, givenMg }: Amount): readonly Problem<AmountProblemId>[] {
  const found: Problem<AmountProblemId>[] = [];
  const mend = (id: AmountProblemId, words: string) => found.push({ id, words, overridable: false });
  const { min, max } = WEIGHT_RANGE;
  if (weightKg !== null && !(weightKg >= min && weightKg <= max)) mend("weight", `Enter a weight from ${min} to ${max} kg.`);
  if (mgPerKg !== null && !isAmount(mgPerKg)) mend("mg-per-kg", "Enter mg per kg above 0.");
  if (devices !== null && !(Number.isInteger(devices) && devices >= 1)) mend("devices", "Enter a whole number of devices, 1 or more.");
  // Nothing given is an answer: the dose was prepared and then not started.
  if (givenMg !== null && !(Number.isFinite(givenMg) && givenMg >= 0)) mend("given", "Enter the amount given in mg, 0 or more.");
  return found;
}

function weightJump({ weightKg, lastWeightKg }: Amount): readonly Problem<AmountProblemId>[] {
  if (weightKg === null || lastWeightKg === null || !isAmount(lastWeightKg)) return [];
  const share = (weightKg - lastWeightKg) / lastWeightKg;
  if (Math.abs(share) < WEIGHT_JUMP_SHARE - SLACK) return [];
  const words = `${figure(weightKg)} kg is ${percent(share)} ${share > 0 ? "more" : "less"} than the ${figure(lastWeightKg)} kg recorded last.`;
  return [{ id: "weight-jump", words, overridable: true }];
}

function tooMuch(amount: Amount, limits: AmountLimits): readonly Problem<AmountProblemId>[] {
  const { medicine, route, weightKg, mgPerKg, devices, computedMg, givenMg } = amount;
  if (medicine === "esketamine") {
    const most = limits.maxDevices * MG_PER_DEVICE;
    const mg = Math.max(devices === null ? 0 : devicesAmount({ devices }), computedMg ?? 0, givenMg ?? 0);
    const words = `${figure(mg)} mg is above the clinic's limit of ${limits.maxDevices} devices (${most} mg).`;
    return mg > most + SLACK ? [{ id: "above-limit", words, overridable: true }] : [];
  }
  if (medicine === "none" || route === "none") return [];
  const limit = limits.maxMgPerKg[route];
  const perKg = (mg: number | null) => (mg === null || weightKg === null ? 0 : mg / weightKg);
  const highest = Math.max(mgPerKg ?? 0, perKg(computedMg), perKg(givenMg));
  if (highest <= limit + SLACK) return [];
  const overridable = highest <= ANAESTHESIA_MG_PER_KG;
  const asMg = perKg(mgPerKg);
  if (mgPerKg !== null && mgPerKg > limit && asMg >= LEAST_ORDINARY_MG_PER_KG && asMg <= limit) {
    const meant = `${figure(mgPerKg)} mg would be ${figure(asMg)} mg/kg`;
    return [{ id: "looks-like-mg", words: `${figure(mgPerKg)} mg/kg looks like milligrams: ${meant}.`, overridable }];
  }
  return [{ id: "above-limit", words: `${figure(highest)} mg/kg is above the clinic's limit of ${figure(limit)} mg/kg.`, overridable }];
}

function difference({ computedMg, givenMg }: Amount): readonly Problem<AmountProblemId>[] {
  if (computedMg === null || givenMg === null || !isAmount(computedMg)) return [];
  const share = (givenMg - computedMg) / computedMg;
  if (Math.abs(share) <= DIFFERENCE_SHARE + SLACK) return [];
  const words = `${figure(givenMg)} mg given is ${percent(share)} ${share > 0 ? "more" : "less"} than the ${figure(computedMg)} mg computed.`;
  return [{ id: "differs", words, overridable: true }];
}

function isAmount(value: number): boolean {
  return Number.isFinite(value) && value > 0;
}

/** At most two decimals, none that say nothing. */
function figure(value: number): string {
  return String(Math.round(value * 100) / 100);
}

function percent(share: number): string {
  return `${Math.round(Math.abs(share) * 100)} %`;
}
