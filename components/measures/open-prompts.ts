// The safety prompts of a patient as a page shows them: those that nobody has acknowledged, and what was done about
// the others.
import { instantInWords } from "@/lib/dates";
import { findMeasure } from "@/lib/measures/measures";
import { safetyTitle } from "./safety-answer";
import type { OpenPrompt } from "./safety-notices";

interface Raised {
  id: string;
  measure: string;
  raisedAt: Date;
  raisedBy: string;
  acknowledgedAt: Date | null;
}

interface Acknowledged extends Raised {
  acknowledgedBy: string | null;
  done: string | null;
}

export function openPrompts(prompts: readonly Raised[], timeZone: string): OpenPrompt[] {
  return prompts
    .filter(({ acknowledgedAt }) => acknowledgedAt === null)
    .map(({ id, measure, raisedAt, raisedBy }) => ({
      id,
      title: titleOf(measure),
      raised: `Entered ${instantInWords(raisedAt, timeZone)} by ${raisedBy}`,
    }));
}

export function donePrompts(prompts: readonly Acknowledged[], timeZone: string) {
  return prompts.flatMap(({ id, measure, acknowledgedAt, acknowledgedBy, done }) =>
    acknowledgedAt === null
      ? []
      : [{ id, title: titleOf(measure), done: done ?? "", when: instantInWords(acknowledgedAt, timeZone), who: acknowledgedBy ?? "" }],
  );
}

function titleOf(measure: string): string {
  const known = findMeasure(measure);
  return known === null ? `${measure}: an answer calls for a person.` : safetyTitle(known);
}
