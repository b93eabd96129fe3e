// A line of the trail as it is read: by the auditors of a clinic, and by those who treat the patient it is about.
import "server-only";
import type { Viewer } from "@/lib/auth/viewer";
import { secondInWords } from "@/lib/dates";
import { actInWords } from "@/lib/trail/actions";
import { Prisma } from "@/prisma/generated/client";

export interface LineRow {
  line: string;
  at: Date;
  who: string | null;
  roles: string | null;
  action: string;
  subject: string | null;
  breakGlass: boolean | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

/** The event is `e`, its person `u`. */
export const lineColumns = Prisma.sql`e.id::text AS line, e.at, u.name AS who, e.roles, e.action, e.subject, e.break_glass AS "breakGlass", e.before, e.after`;

/** What it says but for what it changed, which not every reader is shown alike. */
export function lineInWords({ line, at, who, roles, action, subject, breakGlass }: LineRow, { organisation }: Viewer) {
  return { line, when: secondInWords(at, organisation.timeZone), who: who ?? "nobody signed in", roles: roles ?? "", what: actInWords(action, subject), breakGlass: breakGlass === true };
}
