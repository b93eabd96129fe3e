// What the server does not have yet of a form that was begun, kept on the device as entries of the dosing room are
// (components/dosing/kept-store.ts). It goes once the server has it, or its person signs out.
import { nameOnDevice } from "./device-names";
import { openVault, type Vault } from "./device-vault";
import type { Keeper } from "./keeper";

export interface Draft<Values> {
  values: Values;
  /** When it was last touched, in milliseconds. */
  at: number;
  /** Of two versions the higher counts (begun-forms.ts). */
  step?: number;
}

let vault: { key: string; opened: Promise<Vault | null> } | null = null;
function vaultOf(key: string): Promise<Vault | null> {
  if (vault?.key !== key) vault = { key, opened: openVault(key) };
  return vault.opened;
}

// One write after the other: what was cleared must not come back.
let last: Promise<unknown> = Promise.resolve();
const inTurn = <T>(work: () => Promise<T>): Promise<T | null> => {
  const done = last.then(work).catch(() => null);
  last = done;
  return done;
};

/** `name` is the session's id and which of its forms. */
export function readDraft<Values>({ userId, key }: Keeper, name: string): Promise<Draft<Values> | null> {
  return inTurn(async () => {
    const text = localStorage.getItem(nameOnDevice("draft", userId, name));
    return text === null ? null : ((await (await vaultOf(key))?.open<Draft<Values>>(text)) ?? null);
  });
}

/** Null once it is saved or emptied. */
export function writeDraft({ userId, key }: Keeper, name: string, draft: Draft<unknown> | null): Promise<unknown> {
  return inTurn(async () => {
    if (draft === null) return localStorage.removeItem(nameOnDevice("draft", userId, name));
    const opened = await vaultOf(key);
    if (opened) localStorage.setItem(nameOnDevice("draft", userId, name), await opened.close(draft));
  });
}

/** The server has it up to this step; what another window has written here since stays. */
export function dropDraft(owner: Keeper, name: string, step: number): Promise<unknown> {
  return inTurn(async () => {
    const item = nameOnDevice("draft", owner.userId, name);
    const text = localStorage.getItem(item);
    const draft = text === null ? null : await (await vaultOf(owner.key))?.open<Draft<unknown>>(text);
    if (draft && (draft.step ?? 0) <= step && localStorage.getItem(item) === text) localStorage.removeItem(item);
  });
}
