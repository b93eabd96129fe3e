import { z } from "zod";

export const todayLists = ["room", "doses", "visits", "measures", "missed"] as const;
export type TodayListName = (typeof todayLists)[number];

/** Where a list goes on: after this one, wherever others stand by now. */
export const todayPlace = z.strictObject({
  rank: z.int().min(0).max(3),
  day: z.iso.date().regex(/^[12]/).nullable(),
  /** Milliseconds, to the end of the year 9999. */
  at: z.int().min(0).max(253_402_300_799_999).nullable(),
  patientId: z.uuid(),
  sessionId: z.uuid().nullable(),
});

export const todayAsk = z.strictObject({ list: z.enum(todayLists), after: todayPlace });

export type TodayPlace = z.output<typeof todayPlace>;
export type TodayAsk = z.output<typeof todayAsk>;
