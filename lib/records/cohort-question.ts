// What is asked of a group, whole, and what stands at the head of every file of it: for the page, the export and the command line.
import packageJson from "@/package.json";
import { ruleFor, rulesOf } from "@/lib/change/rules";
import type { CohortQuestion } from "@/lib/cohort/definition";
import { findMeasure } from "@/lib/measures/measures";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { definitionOf, type CohortAsk } from "@/lib/schemas/cohort";
import type { ClinicSettings } from "@/lib/schemas/settings";

export function questionOf(ask: CohortAsk, settings: ClinicSettings): CohortQuestion {
  const definition = definitionOf(ask, settings);
  const measure = findMeasure(definition.measure) ?? pcl5;
  return { definition, measure, rule: rulesOf(measure.id, settings).find(({ id }) => id === definition.ruleId) ?? ruleFor(measure.id, settings) };
}

export interface CohortHead {
  /** The day the figures were worked out, in the clinic's zone. */
  date: string;
  /** Courseline's. */
  version: string;
}

export function headOf(date: string): CohortHead {
  return { date, version: packageJson.version };
}
