import { createContext, use } from "react";
import { useFormContext, type FieldPath } from "react-hook-form";
import { fieldId } from "./settings-problems";
import type { SettingsValues } from "./settings-values";

/** The sentence beside each field, by its path. */
export const Messages = createContext<Readonly<Record<string, string>>>({});

type Kind = "text" | "number" | "number or nothing";

const reading = {
  text: {},
  number: { valueAsNumber: true },
  "number or nothing": { setValueAs: (given: unknown) => (given === "" || given === null ? null : Number(given)) },
} as const;

/** What the control of a field needs. The first value is in the page before the script is. */
export function useSettingsField() {
  const messages = use(Messages);
  const { register, getValues } = useFormContext<SettingsValues>();
  return (path: FieldPath<SettingsValues>, kind: Kind = "text") => {
    const value: unknown = getValues(path);
    return {
      ...register(path, reading[kind]),
      id: fieldId(path),
      error: messages[path],
      defaultValue: typeof value === "string" || (typeof value === "number" && Number.isFinite(value)) ? value : "",
    };
  };
}
