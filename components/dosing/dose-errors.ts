// What a dose record still has to answer, each beside the field where it is mended or the reason that is asked for.
import type { DoseProblemId } from "@/lib/course/dosing/dose";
import type { Problem } from "@/lib/course/dosing/problem";

type Found = readonly Problem<DoseProblemId>[];

/** Where what has to be mended is mended. */
const fieldOf: Readonly<Partial<Record<DoseProblemId, string>>> = {
  combination: "dose-medicine", weight: "dose-weight", "mg-per-kg": "dose-mg-per-kg", "looks-like-mg": "dose-mg-per-kg", devices: "dose-devices", given: "dose-given",
  "above-limit": "dose-given", unconfirmed: "dose-given", prepared: "dose-prepared", "same-person": "dose-checked",
  "start-in-future": "dose-start", "stop-in-future": "dose-stop", "stop-before-start": "dose-stop", "stop-without-start": "dose-stop",
};

/** Those that are to be mended, and those whose reason is still missing. */
export function unanswered(problems: Found, reasons: Readonly<Record<string, string>>): Found {
  return problems.filter(({ id, overridable }) => !overridable || !reasons[id]?.trim());
}

export function doseErrors(open: Found): { id: string; message: string }[] {
  return open.map(({ id, words, overridable }) => ({ id: overridable ? `reason-${id}` : (fieldOf[id] ?? "dose-notes"), message: overridable ? `${words} Give a reason to go on.` : words }));
}
