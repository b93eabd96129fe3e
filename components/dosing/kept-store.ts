// Entries on the device: each is one item in the browser's storage, named by its person and order, its content encrypted
// under a key that comes with the page (lib/auth/device-key.ts). Kept until the server has it or its person signs out.
// Where the browser cannot encrypt or store, entries stay on the page alone, and the page says so.
import { openVault } from "./device-vault";
import type { KeptEntry, KeptStore } from "./kept-queue";

const root = "courseline-kept";

export interface OpenedStore extends KeptStore {
  /** Of an earlier page, in any order. */
  found: KeptEntry[];
  /** False: an entry would not outlive the page. */
  lasting: () => boolean;
}

export async function openKeptStore(userId: string, key: string): Promise<OpenedStore> {
  const vault = await openVault(key);
  let lasts = vault !== null;
  const found: KeptEntry[] = [];
  for (const name of namesOf(userId)) {
    const entry = await vault?.open<KeptEntry>(localStorage.getItem(name) ?? "");
    if (entry) found.push(entry);
  }
  // One write after the other: an entry changed twice must not end as it was first.
  let last: Promise<unknown> = Promise.resolve();
  const inTurn = (work: () => Promise<void> | void) => {
    last = last.then(work).catch(() => {
      lasts = false;
    });
  };
  return {
    found,
    lasting: () => lasts,
    put: (entry) =>
      inTurn(async () => {
        if (vault) localStorage.setItem(nameOf(userId, entry.id), await vault.close(entry));
      }),
    remove: (id) => inTurn(() => localStorage.removeItem(nameOf(userId, id))),
  };
}

/** How many entries lie on this device: this person's, and other people's. */
export function keptOnDevice(userId: string): { own: number; others: number } {
  const own = namesOf(userId).length;
  return { own, others: namesOf(null).length - own };
}

/** What this person kept here is gone: at signing out. */
export function wipeKept(userId: string): void {
  for (const name of namesOf(userId)) localStorage.removeItem(name);
}

const nameOf = (userId: string, id: string) => `${root}/${userId}/${id}`;

function namesOf(userId: string | null): string[] {
  try {
    return Object.keys(localStorage).filter((name) => name.startsWith(userId === null ? `${root}/` : `${root}/${userId}/`));
  } catch {
    return [];
  }
}
