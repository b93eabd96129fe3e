import { z } from "zod";

export const promptAcknowledge = z.strictObject({
  done: z.string().trim().min(1, "Write what was done").max(1000, "Use at most 1000 characters for what was done"),
});

export type PromptAcknowledge = z.output<typeof promptAcknowledge>;
