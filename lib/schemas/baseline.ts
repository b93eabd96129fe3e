import { z } from "zod";
import { recalls } from "./assessment";
import { id, text } from "./fields";

export const baselineChoose = z.strictObject({
  id,
  measure: z.string().max(40),
  recall: z.enum(recalls, "Choose the period the answers are about"),
  /** Null goes back to the definition. */
  assessmentId: id.nullable(),
  reason: text("reason for the choice", 500),
});

export type BaselineChoose = z.output<typeof baselineChoose>;
