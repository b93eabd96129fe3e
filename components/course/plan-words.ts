import type { SessionKind } from "@/lib/course/course";
import { weekdayInWords } from "@/lib/dates";
import type { PlannedSession } from "./plan-sessions";

const words: Record<SessionKind, [one: string, several: string]> = {
  dose: ["dose", "doses"],
  therapy: ["therapy session", "therapy sessions"],
  assessment: ["assessment visit", "assessment visits"],
};

/**
 * "4 doses, Mon 23 Nov to Mon 14 Dec at 10:00, and 4 therapy sessions, Tue 24 Nov to Tue 15 Dec at 14:00".
 */
export function planInWords(sessions: readonly PlannedSession[]): string {
  const kinds = [...new Set(sessions.map(({ kind }) => kind))];
  return kinds
    .map((kind) => {
      const all = sessions.filter((session) => session.kind === kind).map(({ at }) => at);
      const [first = "", last = ""] = [all[0], all.at(-1)];
      const days = [...new Set([first, last])].map((at) => weekdayInWords(at.slice(0, 10)));
      const [one, several] = words[kind];
      return `${all.length} ${all.length === 1 ? one : several}, ${days.join(" to ")} at ${first.slice(11)}`;
    })
    .join(", and ");
}
