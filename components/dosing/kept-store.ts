// Entries on the device: each is one item in the browser's storage, named by its person and order, its content encrypted
// under a key that comes with the page (lib/auth/device-key.ts). Kept until the server has it or its person signs out.
// Where the browser cannot encrypt or store, entries stay on the page alone, and the page says so.
import { nameOnDevice, namesOnDevice } from "@/components/begun/device-names";
import { openVault } from "@/components/begun/device-vault";
import type { KeptEntry, KeptStore } from "./kept-queue";

export interface OpenedStore extends KeptStore {
  /** Of an earlier page, in any order. */
  found: KeptEntry[];
  /** False: an entry would not outlive the page. */
  lasting: () => boolean;
}

export function openKeptStore(userId: string, key: string): OpenedStore {
  const vault = openVault(key);
  let lasts = vault !== null;
  const found: KeptEntry[] = [];
  for (const name of namesOnDevice("kept", userId)) {
    const entry = vault?.open<KeptEntry>(localStorage.getItem(name) ?? "");
    if (entry) found.push(entry);
  }
  const attempt = (work: () => void) => {
    try {
      work();
    } catch {
      lasts = false;
    }
  };
  return {
    found,
    lasting: () => lasts,
    put: (entry) =>
      attempt(() => {
        if (vault) localStorage.setItem(nameOnDevice("kept", userId, entry.id), vault.close(entry));
      }),
    remove: (id) => attempt(() => localStorage.removeItem(nameOnDevice("kept", userId, id))),
  };
}
