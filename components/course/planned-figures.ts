// Adherence in numbers, in words: counts and shares, and no grade of anybody.
import { OUTCOMES, shareWords, type Adherence, type Share } from "@/lib/course/adherence";
import { calendarDay } from "@/lib/course/calendar";
import type { CourseSession, SessionKind } from "@/lib/course/course";
import type { ScoredForm, Standing, WindowStanding } from "@/lib/course/standing";

export interface Figure {
  what: string;
  /** "6 of 7 (86 %)" */
  share: string;
  /** "5 on time, 1 late, 1 missed, 1 to come" */
  words: string;
}

export const laneNames: Readonly<Record<SessionKind | "measure", string>> = { dose: "Doses", therapy: "Therapy", assessment: "Visits", measure: "Measures" };
export const sessionKinds: readonly SessionKind[] = ["dose", "therapy", "assessment"];

/**
 * How much of the plan was kept, for each kind of session and for the measures, and how often therapy followed a dose. Of
 * the measures, those whose day has gone by count.
 */
export function plannedFigures(told: Adherence, windows: readonly WindowStanding<ScoredForm>[], sessions: readonly CourseSession[], today: string, zone: string): Figure[] {
  const ofKinds = sessionKinds.filter((kind) => sessions.some((session) => session.kind === kind)).map((kind) => {
    const counts = told.counts[kind];
    const unmarked = sessions.filter((session) => session.kind === kind && session.status === "planned" && calendarDay(session.at, zone) < today).length;
    const parts = OUTCOMES.filter((outcome) => outcome !== "planned").map((outcome): [number, string] => [counts[outcome], outcome]);
    return { what: laneNames[kind], share: shareWords(told.kept[kind]), words: counted([...parts, [unmarked, "not marked"], [counts.planned - unmarked, "to come"]]) };
  });
  const asked = windows.flatMap(({ measures }) => measures.map(({ standing }) => standing));
  const count = (standing: Standing) => asked.filter((each) => each === standing).length;
  const recorded: Share = { done: count("done"), of: count("done") + count("late") + count("missed") };
  const measures = { what: laneNames.measure, share: shareWords(recorded), words: counted([[count("done"), "recorded"], [count("late"), "late"], [count("missed"), "missed"], [count("due"), "due"], [count("upcoming"), "to come"]]) };
  const after = told.therapyAfter.length === 0 ? [] : [
    { what: "Therapy within 24 h of a dose", share: shareWords(told.within24h), words: "" },
    { what: "Therapy on the day after a dose", share: shareWords(told.nextDay), words: "" },
  ];
  return [...ofKinds, ...(asked.length > 0 ? [measures] : []), ...after];
}

const counted = (parts: readonly [number, string][]) => parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`).join(", ");
