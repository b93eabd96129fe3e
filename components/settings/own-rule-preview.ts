import { jacobsonTruaxRule } from "@/lib/change/jacobson-truax";
import { asks, stepsWords } from "@/lib/change/rule-words";

export interface Preview {
  refused: boolean;
  words: string;
}

interface Numbers {
  measure: string;
  sd: number;
  r: number;
  endState: number | null;
}

/** What a rule of the clinic's own comes to, step by step, or why it cannot be; null until both numbers are there. */
export function ownRulePreview({ measure, sd, r, endState }: Numbers): Preview | null {
  if (!Number.isFinite(sd) || !Number.isFinite(r)) return null;
  const named = { id: "own-preview", name: "", short: "", recalls: [], kindOfR: "", population: "", source: "" };
  try {
    const rule = jacobsonTruaxRule({ ...named, measure, sd, r, endState: Number.isFinite(endState) ? endState : null });
    return { refused: false, words: `${rule.computed === null ? "" : `${stepsWords(rule.computed)}. `}${asks(rule)}` };
  } catch (error) {
    if (error instanceof RangeError) return { refused: true, words: `${error.message}.` };
    throw error;
  }
}
