/** Courses for tests: a row with everything ordinary, and what differs. */
import { findRule } from "../change/rules";
import type { AssessmentWindow } from "../course/windows";
import { pcl5 } from "../measures/pcl-5/definition";
import { NO_FILTERS, type CohortDefinition, type CohortQuestion } from "./definition";
import type { CohortRow, Placement } from "./row";

export const definition: CohortDefinition = {
  measure: "pcl-5",
  recall: "week",
  ruleId: "marx-2022-15",
  suddenPoints: 10,
  population: "all",
  filters: NO_FILTERS,
};

export function question(different: Partial<CohortDefinition> = {}): CohortQuestion {
  const whole = { ...definition, ...different };
  return { definition: whole, measure: pcl5, rule: whole.ruleId === null ? null : findRule(whole.ruleId) };
}

export function score(window: AssessmentWindow | null, localDay: number, total: number, different: Partial<Placement> = {}): Placement {
  return { measure: "pcl-5", recall: "week", window, localDay, afterStart: window !== "baseline", total, clusters: {}, ratings: [], ...different };
}

export function course(courseId: string, placements: readonly Placement[], different: Partial<CohortRow> = {}): CohortRow {
  return {
    courseId,
    patientId: `patient-${courseId}`,
    teamId: "north",
    protocol: "Ketamine + PE",
    therapy: "pe",
    medicine: "ketamine",
    route: "intravenous",
    startDay: "2026-09-01",
    begun: true,
    status: "active",
    endDay: null,
    today: 70,
    placements,
    doses: [],
    ...different,
  };
}
