// The schemas of the server, for the browser: in a file of their own because the schema library is larger
// than the whole form. It is fetched while the first items are answered.
import { assessmentSave, correctionSave, restoreSave, voidSave } from "@/lib/schemas/assessment";

const schemas = { assessment: assessmentSave, correction: correctionSave, void: voidSave, restore: restoreSave };

/** The first sentence for each field that the schema refuses. */
export function refusals(kind: keyof typeof schemas, body: unknown): Record<string, string> {
  const messages: Record<string, string> = {};
  for (const issue of schemas[kind].safeParse(body).error?.issues ?? [])
    messages[String(issue.path[0])] ??= issue.message;
  return messages;
}
