// What lies on this device, by the names of the browser's items alone: how much of it is whose, and gone at signing out. What
// is in them is opened elsewhere (kept-store.ts, device-draft.ts).

/** Entries that the server does not have yet, and forms that were begun and not saved. */
export type Kept = "kept" | "draft";

export const nameOnDevice = (what: Kept, userId: string, id: string) => `courseline-${what}/${userId}/${id}`;

/** Of one person, or of everybody. */
export function namesOnDevice(what: Kept, userId: string | null = null): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(userId === null ? `courseline-${what}/` : nameOnDevice(what, userId, "")));
  } catch {
    return [];
  }
}

/** All that this person left here is gone. */
export function wipeDevice(userId: string): void {
  for (const name of [...namesOnDevice("kept", userId), ...namesOnDevice("draft", userId)]) localStorage.removeItem(name);
}
