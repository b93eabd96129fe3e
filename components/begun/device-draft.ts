// What the server does not have yet of a form that was begun, kept on the device as entries of the dosing room are
// (components/dosing/kept-store.ts). It goes once the server has it, or its person signs out.
import { nameOnDevice } from "./device-names";
import { openVault } from "./device-vault";
import type { Keeper } from "./keeper";

export interface Draft<Values> {
  values: Values;
  /** When it was last touched, in milliseconds. */
  at: number;
  /** Of two versions the higher counts (begun-forms.ts). */
  step?: number;
}

// A device may refuse to store, or have no room: then what is entered stays on the page alone.
const orNull = <T>(work: () => T): T | null => {
  try {
    return work();
  } catch {
    return null;
  }
};

/** `name`: of what, and which form: "3f2f…/visit", "new/patient", "clinic/settings". */
export function readDraft<Values>({ userId, key }: Keeper, name: string): Draft<Values> | null {
  return orNull(() => {
    const text = localStorage.getItem(nameOnDevice("draft", userId, name));
    return text === null ? null : (openVault(key)?.open<Draft<Values>>(text) ?? null);
  });
}

/** Null once it is saved or emptied. False: it would not outlive the page. */
export function writeDraft({ userId, key }: Keeper, name: string, draft: Draft<unknown> | null): boolean {
  const written = orNull(() => {
    if (draft === null) return (localStorage.removeItem(nameOnDevice("draft", userId, name)), true);
    const vault = openVault(key);
    if (vault) localStorage.setItem(nameOnDevice("draft", userId, name), vault.close(draft));
    return vault !== null;
  });
  return written === true;
}

/** Whether anything lies here under this name, without opening it. */
export function liesHere({ userId }: Keeper, name: string): boolean {
  return orNull(() => typeof localStorage !== "undefined" && localStorage.getItem(nameOnDevice("draft", userId, name)) !== null) === true;
}

/** The server has it up to this step; what another window has written here since stays. */
export function dropDraft(owner: Keeper, name: string, step: number): void {
  const draft = readDraft(owner, name);
  if (draft && (draft.step ?? 0) <= step) writeDraft(owner, name, null);
}
