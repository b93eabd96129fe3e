// What this browser keeps is encrypted under a key that comes with the page (lib/auth/device-key.ts). Only a page that
// came over a safe line can encrypt; elsewhere there is no vault.

export interface Vault {
  close: (value: unknown) => Promise<string>;
  /** Null where it is not of this vault. */
  open: <T>(text: string) => Promise<T | null>;
}

export async function openVault(key: string): Promise<Vault | null> {
  if (globalThis.crypto?.subtle === undefined) return null;
  const secret = await crypto.subtle.importKey("raw", bytesOf(key), "AES-GCM", false, ["encrypt", "decrypt"]);
  return {
    close: async (value) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, secret, new TextEncoder().encode(JSON.stringify(value)));
      return textOf(new Uint8Array([...iv, ...new Uint8Array(data)]));
    },
    open: async <T,>(text: string) => {
      try {
        const bytes = bytesOf(text);
        const data = await crypto.subtle.decrypt({ name: "AES-GCM", iv: bytes.slice(0, 12) }, secret, bytes.slice(12));
        return JSON.parse(new TextDecoder().decode(data)) as T;
      } catch {
        return null;
      }
    },
  };
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
const textOf = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
