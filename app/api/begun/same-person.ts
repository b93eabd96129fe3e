import { Refused } from "@/app/api/answer";
import type { Viewer } from "@/lib/auth/viewer";

/** What one person typed is neither stored as another's nor answered with another's. */
export function samePerson({ userId }: Viewer, of = userId): void {
  if (of !== userId) throw new Refused(401, "sign-in", "Somebody else has signed in since this page was opened.");
}
