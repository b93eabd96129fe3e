// What this browser keeps is encrypted under a key that comes with the page (lib/auth/device-key.ts). Only a page that
// came over a safe line can encrypt; elsewhere there is no vault. The browser's own encryption answers later, and a tab
// may have died by then: what is typed must lie on the device before the next thing happens.
import { gcm } from "@noble/ciphers/aes.js";

export interface Vault {
  close: (value: unknown) => string;
  /** Null where it is not of this vault. */
  open: <T>(text: string) => T | null;
}

export function openVault(key: string): Vault | null {
  if (globalThis.crypto?.subtle === undefined) return null;
  const secret = bytesOf(key);
  return {
    close: (value) => {
      const iv = crypto.getRandomValues(new Uint8Array(12));
      const data = gcm(secret, iv).encrypt(new TextEncoder().encode(JSON.stringify(value)));
      return textOf(new Uint8Array([...iv, ...data]));
    },
    open: <T,>(text: string) => {
      try {
        const bytes = bytesOf(text);
        return JSON.parse(new TextDecoder().decode(gcm(secret, bytes.slice(0, 12)).decrypt(bytes.slice(12)))) as T;
      } catch {
        return null;
      }
    },
  };
}

const bytesOf = (text: string) => Uint8Array.from(atob(text), (each) => each.charCodeAt(0));
const textOf = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
