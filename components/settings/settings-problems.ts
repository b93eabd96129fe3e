// What is wrong with the settings, field by field, for the summary and for the sentence beside each field.
import type { FieldErrors } from "react-hook-form";
import type { SummaryError } from "@/components/ui/error-summary";

/** The id of a field's control. Example: fieldId("ownRules.0.sd") is "settings-ownRules-0-sd". */
export function fieldId(path: string): string {
  return `settings-${path.replaceAll(".", "-")}`;
}

/** Each sentence by the path of its field, in the order of the document. */
export function messagesOf(errors: FieldErrors, under = ""): Record<string, string> {
  const found: Record<string, string> = {};
  for (const [key, error] of Object.entries(errors)) {
    if (error === null || typeof error !== "object") continue;
    const path = key === "root" ? under : under === "" ? key : `${under}.${key}`;
    const { message, type } = error as { message?: unknown; type?: unknown };
    if (typeof message === "string" && typeof type === "string") found[path] = message;
    else Object.assign(found, messagesOf(error as FieldErrors, path));
  }
  return found;
}

/** The server's sentences, whose paths begin at the whole message. */
export function messagesFrom(fields: Readonly<Record<string, string>> = {}): Record<string, string> {
  return Object.fromEntries(Object.entries(fields).map(([path, message]) => [path.replace(/^settings\./, ""), message]));
}

export function summaryOf(messages: Readonly<Record<string, string>>): readonly SummaryError[] {
  // Of a list that is typed as one text, each part's sentence belongs to the whole.
  const whole = (path: string) => path.replace(/(\.(?:doses|therapyDays)|closed\.dates|closed\.weekdays)\.\d+$/, "$1");
  const first = new Map(Object.entries(messages).toReversed().map(([path, message]) => [fieldId(whole(path)), message]));
  return [...first].toReversed().map(([id, message]) => ({ id, message }));
}
