/**
 * What was answered last to the questions on psychotic and manic symptoms, asked at the end of every dosing session and
 * at every visit. It is told again where the next dose is prepared and on the day's list, until a later answer says no:
 * that nobody starts a dose without having read it is a rule of ours. It repeats an answer; it is no assessment.
 */
import { dated } from "../day-words";

export interface SymptomAnswer {
  readonly psychotic: boolean;
  readonly manic: boolean;
}

/**
 * The sentence, or null where both were answered no. Example: psychotic alone, at "Dose 2" on 2026-11-23, is
 * "Psychotic symptoms were noted at Dose 2 on 23 Nov 2026, when they were last asked about."
 */
export function symptomWords({ psychotic, manic }: SymptomAnswer, session: string, day: string): string | null {
  if (!psychotic && !manic) return null;
  const which = psychotic && manic ? "Psychotic and manic" : psychotic ? "Psychotic" : "Manic";
  return `${which} symptoms were noted at ${session} on ${dated(day)}, when they were last asked about.`;
}
