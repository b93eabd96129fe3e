// A study as somebody enters it from a paper: everything as it was typed, so that nothing typed is lost, and what is kept of it
// once it is right. Nothing in it is about a patient of the clinic.
import { z } from "zod";
import { figureProblems, figureTyped, figureWords, figuresFrom, figuresOf, groupsOf, KINDS, reportedFrom, type Figure, type Figures } from "@/lib/cohort/studies/printed";
import type { Study } from "@/lib/cohort/studies/study";
import { findMeasure } from "@/lib/measures/measures";
import { optionalText, text } from "./fields";
import { measureId } from "./own-rule";

export type StudyContent = Omit<Study, "id">;

const figure = z.enum(Object.keys(figureWords) as Figure[]);
const groups = z.enum(["within", "between"], "Choose one of the two");
const kind = z.enum(KINDS, "Choose what is printed");

/** Fields that the kind of result does not ask for are sent as they are, and left out. */
export const studyFields = z
  .strictObject({
    name: text("name of the study", 80),
    citation: text("citation", 500),
    measure: measureId,
    treatment: text("treatment", 300),
    time: text("time of the later score", 120),
    kind,
    groups: groups.optional(),
    figures: z.partialRecord(figure, z.string().max(20, "Enter a number")),
    note: optionalText("note", 500),
    version: z.int32().min(0),
    reason: optionalText("reason", 300),
  })
  .superRefine(({ kind: of, groups: chosen, measure, figures, version, reason }, context) => {
    const range = findMeasure(measure)?.range;
    if (groupsOf(of) === null && chosen === undefined) context.addIssue({ code: "custom", path: ["groups"], message: "Choose one of the two" });
    if (version > 0 && !reason) context.addIssue({ code: "custom", path: ["reason"], message: "Say why it changes" });
    if (range === undefined) return;
    for (const [name, message] of Object.entries(figureProblems(of, typed(figures), range))) context.addIssue({ code: "custom", path: ["figures", name], message });
  });

/** With every field of the form; a figure that was not typed is "". */
export type StudyFields = z.input<typeof studyFields>;

export const studySave = studyFields.transform(({ kind: of, groups: chosen, figures, note, version, reason, ...rest }) => ({
  study: { ...rest, groups: groupsOf(of) ?? chosen ?? "within", reported: reportedFrom(of, typed(figures)), note: note || null } satisfies StudyContent,
  version,
  reason: reason || null,
}));
export type StudySave = z.output<typeof studySave>;

/** A study that counts no longer: it stays in its history, with the reason. */
export const studyRemoval = z.strictObject({ version: z.int32().min(1), reason: text("reason", 300) });
export type StudyRemoval = z.output<typeof studyRemoval>;

const stored = z.object({
  name: z.string(), citation: z.string(), groups, measure: z.string(), treatment: z.string(), time: z.string(), kind, figures: z.partialRecord(figure, z.number().nullable()), note: z.string().nullable(),
});

export function studyToStore({ reported, ...rest }: StudyContent): z.output<typeof stored> {
  return { ...rest, kind: reported.kind, figures: figuresFrom(reported) };
}

export function studyStored(document: unknown): StudyContent {
  const { kind: of, figures, ...rest } = stored.parse(document);
  return { ...rest, reported: reportedFrom(of, figures) };
}

/** As it stands in the form. */
export function fieldsOf({ reported, note, ...rest }: StudyContent): Omit<StudyFields, "version" | "reason"> {
  const figures = figuresFrom(reported);
  return { ...rest, kind: reported.kind, note: note ?? "", figures: Object.fromEntries(figuresOf[reported.kind].map((name) => [name, figures[name]?.toString() ?? ""])) };
}

function typed(figures: Readonly<Partial<Record<Figure, string>>>): Figures {
  return Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, figureTyped(value)]));
}
