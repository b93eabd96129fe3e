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
const CHOOSE = "Choose one of the list";
const text = (most: number) => z.string().max(most, CHOOSE).default("");
const total = z.union([any, z.string().regex(/^\d{1,3}$/, "Enter a whole number of points")]).default("");
const day = z.union([any, z.string().refine(isCalendarDay, "Enter a date")]).default("");

export const cohortAsk = z
  .strictObject({
    measure: z.string().refine((id) => findMeasure(id) !== null, "Choose a measure").default(pcl5.id),
    recall: z.union([any, z.enum(RECALLS)], CHOOSE).default(""),
    rule: text(80),
    population: z.enum(["all", "completed"], CHOOSE).default("all"),
    protocol: text(120),
    therapy: z.union([any, z.enum(["pe", "cpt", "other", "none"])], CHOOSE).default(""),
    medicine: z.union([any, z.enum(["ketamine", "esketamine", "none"])], CHOOSE).default(""),
    route: z.union([any, z.enum(["intravenous", "intranasal", "none"])], CHOOSE).default(""),
    team: z.union([any, z.uuid(CHOOSE)], CHOOSE).default(""),
    from: day,
    to: day,
    least: total,
    most: total,
    // Where own teams are set beside studies, and how effects are averaged.
    against: z.enum(["24h", "week-1", "week-2", "week-3", "week-4", "week-8"], CHOOSE).default("week-4"),
    tau: z.enum(["REML", "DL", "fixed"], CHOOSE).default("REML"),
    interval: z.enum(["wald", "hartung-knapp", "hartung-knapp-ad-hoc"], CHOOSE).default("wald"),
  })
  .refine(({ from, to }) => from === "" || to === "" || from <= to, { path: ["to"], message: "Enter a day that is not before the first one" })
  .refine(({ least, most }) => least === "" || most === "" || Number(least) <= Number(most), { path: ["most"], message: "Enter a total that is not below the lowest" });

export type CohortAsk = z.output<typeof cohortAsk>;

export interface TypedAsk {
  /** What of it can be understood. Somebody else's group while there are errors: never to be shown as the one asked for. */
  ask: CohortAsk;
  /** What cannot, as it was typed. */
  typed: Readonly<Record<string, string>>;
  /** By the name of the filter. */
  errors: Readonly<Record<string, string>>;
}

/** An address as it was typed. Example: of "medicine=esketamine&least=abc" the medicine is understood, "abc" is kept beside its error. */
export function readAsk(given: Readonly<Record<string, string | string[] | undefined>>): TypedAsk {
  const asked = cohortAsk.safeParse(given);
  if (asked.success) return { ask: asked.data, typed: {}, errors: {} };
  const errors = Object.fromEntries(asked.error.issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys") return issue.keys.map((name) => [name, `There is no filter called “${name}”`] as const);
    const name = String(issue.path[0]);
    return [[name, Array.isArray(given[name]) ? CHOOSE : issue.message] as const];
  }));
  const wrong = Object.keys(errors);
  // Rules between two filters are only looked at once each can be understood: the rest is read again without the wrong ones.
  const rest = readAsk(Object.fromEntries(Object.entries(given).filter(([name]) => !wrong.includes(name))));
  return { ask: rest.ask, typed: { ...Object.fromEntries(wrong.map((name) => [name, [given[name] ?? ""].flat()[0] ?? ""])), ...rest.typed }, errors: { ...errors, ...rest.errors } };
}

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
