// How a group is chosen: in an address, where everything is text, and on the command line. Nothing in it is about one patient.
import { z } from "zod";
import { ruleFor, rulesOf } from "@/lib/change/rules";
import { NO_FILTERS, type CohortDefinition } from "@/lib/cohort/definition";
import { isCalendarDay } from "@/lib/course/day-number";
import { findMeasure } from "@/lib/measures/measures";
import { RECALLS, type Recall } from "@/lib/measures/recall";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import type { ClinicSettings } from "./settings";

const any = z.literal("");
const text = (most: number) => z.string().max(most).default("");
const total = z.union([any, z.string().regex(/^\d{1,3}$/, "Enter a whole number of points")]).default("");
const day = z.union([any, z.string().refine(isCalendarDay, "Enter a date")]).default("");

export const cohortAsk = z
  .strictObject({
    measure: z.string().refine((id) => findMeasure(id) !== null, "Choose a measure").default(pcl5.id),
    recall: z.union([any, z.enum(RECALLS)]).default(""),
    rule: text(80),
    population: z.enum(["all", "completed"]).default("all"),
    protocol: text(120),
    therapy: z.union([any, z.enum(["pe", "cpt", "other", "none"])]).default(""),
    medicine: z.union([any, z.enum(["ketamine", "esketamine", "none"])]).default(""),
    route: z.union([any, z.enum(["intravenous", "intranasal", "none"])]).default(""),
    team: z.union([any, z.uuid()]).default(""),
    from: day,
    to: day,
    least: total,
    most: total,
    // Where own teams are set beside studies, and how effects are averaged.
    against: z.enum(["24h", "week-1", "week-2", "week-3", "week-4", "week-8"]).default("week-4"),
    tau: z.enum(["REML", "DL", "fixed"]).default("REML"),
    interval: z.enum(["wald", "hartung-knapp", "hartung-knapp-ad-hoc"]).default("wald"),
  })
  .refine(({ from, to }) => from === "" || to === "" || from <= to, { path: ["to"], message: "Enter a day that is not before the first one" })
  .refine(({ least, most }) => least === "" || most === "" || Number(least) <= Number(most), { path: ["most"], message: "Enter a total that is not below the lowest" });

export type CohortAsk = z.output<typeof cohortAsk>;

/** The recall window asked for, or the week's, or the measure's first that is offered. */
export function recallAsked({ measure: id, recall }: CohortAsk): Recall {
  const measure = findMeasure(id) ?? pcl5;
  const offered = measure.recalls.filter((each) => measure.administration(each).offered);
  if (recall !== "" && measure.recalls.includes(recall)) return recall;
  return offered.includes("week") ? "week" : (offered[0] ?? measure.recalls[0] ?? "unstated");
}

/** The definition that is asked for; the clinic's own rule where none is, or one that is not there. */
export function definitionOf(ask: CohortAsk, settings: ClinicSettings): CohortDefinition {
  const chosen = rulesOf(ask.measure, settings).find(({ id }) => id === ask.rule) ?? ruleFor(ask.measure, settings);
  const or = <T>(value: T | ""): T | null => (value === "" ? null : value);
  return {
    measure: ask.measure,
    recall: recallAsked(ask),
    ruleId: chosen?.id ?? null,
    suddenPoints: settings.sudden.points,
    population: ask.population,
    filters: {
      ...NO_FILTERS, protocol: or(ask.protocol), medicine: or(ask.medicine), route: or(ask.route), therapy: or(ask.therapy), teamId: or(ask.team), startFrom: or(ask.from), startTo: or(ask.to),
      baselineFrom: ask.least === "" ? null : Number(ask.least), baselineTo: ask.most === "" ? null : Number(ask.most),
    },
  };
}

/** What leaves as a file: figures for everybody, single scores for those who see the patients. */
export const cohortExport = z.strictObject({ ask: cohortAsk, as: z.enum(["json", "csv", "effects"]) });
export type CohortExport = z.output<typeof cohortExport>;

export interface CohortFile {
  name: string;
  type: "application/json" | "text/csv";
  text: string;
}
