// A rule of change of the clinic's own: what its people worked out or took from a paper, with the numbers it rests on.
// Whether such a rule may exist at all is the textbook's to say; here its answer becomes a sentence beside the field.
import { z } from "zod";
import { jacobsonTruaxRule } from "@/lib/change/jacobson-truax";
import { recallsOfRules } from "@/lib/change/rules";
import { findMeasure, measures } from "@/lib/measures/measures";
import { recallWords } from "@/lib/measures/recall";
import { recalls } from "./assessment";
import { text } from "./fields";

export const measureId = z.enum(measures.map(({ id }) => id), "Choose a measure that is known here");

/** A rule after Jacobson and Truax, from numbers the clinic states and sources. */
export const ownRule = z
  .strictObject({
    id: z.string().regex(/^own-[a-z0-9-]{1,60}$/),
    measure: measureId,
    name: text("name of the rule", 80),
    recalls: z.array(z.enum(recalls)).min(1, "Choose at least one period"),
    sd: z.number("Enter the standard deviation").positive("A standard deviation is above 0").max(100, "A standard deviation here is at most 100"),
    r: z.number("Enter the reliability").min(0, "A reliability lies from 0 to below 1").lt(1, "A reliability lies from 0 to below 1"),
    kindOfR: text("kind of reliability", 80),
    endState: z.int("Enter a whole number, or leave it empty").min(0, "An end state is a total, 0 or more").max(100, "An end state is a total of the measure").nullable(),
    population: text("people it was worked out on", 200),
    source: text("source", 400),
  })
  .superRefine((rule, context) => {
    const measure = findMeasure(rule.measure);
    if (measure === null) return;
    const say = (field: keyof typeof rule, message: string) => context.addIssue({ code: "custom", path: [field], message });
    const strangers = rule.recalls.filter((recall) => !recallsOfRules(measure).includes(recall));
    if (strangers.length > 0) say("recalls", `No rule covers the ${measure.short} of ${strangers.map((recall) => recallWords[recall]).join(", ")}`);
    const { min, max } = measure.range;
    if (rule.endState !== null && (rule.endState < min || rule.endState > max)) say("endState", `A total of the ${measure.short} lies from ${min} to ${max}`);
    try {
      jacobsonTruaxRule({ ...rule, short: rule.name });
    } catch (error) {
      say("sd", error instanceof RangeError ? error.message : "These numbers make no rule");
    }
  });
