// Apart from the course's other fields, because it brings the measures with it and the course form needs none of them.
import { z } from "zod";
import { measurePlan } from "./settings";

/** Null goes back to the clinic's default plan. */
export const coursePlanSave = z.strictObject({ plan: measurePlan.nullable(), version: z.int32().min(1) });

export type CoursePlanSave = z.output<typeof coursePlanSave>;
