// What a page sends and asks of a form that was begun and not saved.
import { z } from "zod";

/** "3f2f…/visit": of what, and which form. */
const name = z.string().regex(/^[\w./-]{1,200}$/);

export const begunSave = z.strictObject({
  name,
  /** Counts its changes, from the page's clock. */
  step: z.number().int().positive().max(Number.MAX_SAFE_INTEGER),
  /** What stands in its fields, for the page alone to read; null once it was saved or emptied. */
  entered: z.string().max(60_000).nullable(),
});
export type BegunSave = z.infer<typeof begunSave>;

export const begunLook = z.strictObject({ names: z.array(name).min(1).max(50) });

/** Of each form asked for that the server has ever heard of. */
export interface BegunFound {
  name: string;
  step: number;
  entered: string | null;
}

/** What is stored now, and how long since; `kept` where it is what was sent. */
export interface BegunKept {
  step: number;
  ageMs: number;
  kept: boolean;
}
