// The measures a study can be of: those that come to a total.
import { findMeasure, measures } from "@/lib/measures/measures";

export const studyMeasures = measures.filter(({ entry }) => entry !== "result").map(({ id, short, range }) => ({ id, short, min: range.min, max: range.max }));

export const shortOf = (id: string): string => findMeasure(id)?.short ?? id;
