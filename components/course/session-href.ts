import type { SessionKind } from "@/lib/course/course";

/** Where a session is recorded: a dose in the dosing room, anything else as a visit. `base` is the patient's address. */
export function sessionHref(base: string, { id, kind }: { id: string; kind: SessionKind }): string {
  return `${base}/${kind === "dose" ? "dosing" : "visits"}/${id}`;
}
