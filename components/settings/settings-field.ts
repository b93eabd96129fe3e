import { createContext, use } from "react";
import { useFormContext, type FieldPath } from "react-hook-form";
import { fieldId } from "./settings-problems";
import type { SettingsValues } from "./settings-values";

/** The sentence beside each field, by its path. */
export const Messages = createContext<Readonly<Record<string, string>>>({});

type Kind = "text" | "text or nothing" | "number" | "number or nothing" | "days" | "dates";

const parts = (given: unknown): unknown[] => (Array.isArray(given) ? given : String(given ?? "").split(/[\s,;]+/).filter((part) => part !== ""));

// A list is typed as one text with commas between.
const reading = {
  text: {},
  "text or nothing": { setValueAs: (given: unknown) => (given === "" ? null : given) },
  number: { valueAsNumber: true },
  "number or nothing": { setValueAs: (given: unknown) => (given === "" || given === null ? null : Number(given)) },
  days: { setValueAs: (given: unknown) => parts(given).map(Number) },
  dates: { setValueAs: parts },
} as const;

/** What the control of a field needs. The first value is in the page before the script is. */
export function useSettingsField() {
  const messages = use(Messages);
  const { register, getValues } = useFormContext<SettingsValues>();
  return (path: FieldPath<SettingsValues>, kind: Kind = "text", onChange?: (event: { target: { value: string } }) => void) => {
    const value: unknown = getValues(path);
    return {
      ...register(path, { ...reading[kind], ...(onChange && { onChange }) }),
      id: fieldId(path),
      error: messages[path] ?? (Array.isArray(value) ? messageUnder(messages, path) : undefined),
      defaultValue: Array.isArray(value) ? value.join(", ") : typeof value === "string" || (typeof value === "number" && Number.isFinite(value)) ? value : "",
    };
  };
}

/** Of a list typed as one text: the sentence about any of its parts. */
function messageUnder(messages: Readonly<Record<string, string>>, path: string): string | undefined {
  return Object.entries(messages).find(([each]) => each.startsWith(`${path}.`))?.[1];
}
