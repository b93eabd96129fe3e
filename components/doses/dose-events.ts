// An adverse event of a dose in one sentence.
import { durationWords, onsetWords, outcomeWords, relationWords, severityWords, type DoseEvent } from "@/lib/course/dosing/events";

/** "Nausea, mild: 30 min after the start, for 45 min, possibly related, resolved. Ondansetron 4 mg" */
export function eventWords({ term, severity, serious, relation, outcome, onsetAt, endedAt, action }: DoseEvent, startedAt: Date): string {
  const strength = severityWords[severity].split(":")[0]?.toLowerCase();
  const length = endedAt === null ? durationWords(onsetAt, null) : `for ${durationWords(onsetAt, endedAt)}`;
  const parts = [`${onsetWords(onsetAt, startedAt)}, ${length}`, serious ? "serious" : null, relationWords[relation].toLowerCase(), outcomeWords[outcome].toLowerCase()];
  return `${term}, ${strength}: ${parts.filter((part) => part !== null).join(", ")}.${action ? ` ${action}` : ""}`;
}
