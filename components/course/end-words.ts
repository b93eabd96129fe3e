import { dayInWords } from "@/lib/dates";

export interface Ended {
  on: string;
  how: "completed" | "discontinued";
  note: string;
}

/** "Completed on 12 Nov 2026", "Discontinued on 12 Nov 2026: moved away". */
export function endWords({ on, how, note }: Ended): string {
  const words = `${how === "completed" ? "Completed" : "Discontinued"} on ${dayInWords(on)}`;
  return note === "" ? words : `${words}: ${note}`;
}

/** The same of a course that may go on. */
export function endedOrNot(end: (Omit<Ended, "note"> & { note?: string | undefined }) | null): string {
  return end === null ? "It goes on" : endWords({ note: "", ...end } as Ended);
}
