// Encrypts what must not be readable in the database, in a dump or in a backup: AES-256-GCM under a key the database never
// has. A sealed text names its key, so that several may be in use while one replaces another, and is bound to the place it was
// made for: moved to another row or column it does not open. Which columns are sealed is said in prisma/sealed-columns.ts.
import { createCipheriv, createDecipheriv, createHash, hkdfSync, randomBytes } from "node:crypto";

interface Key {
  id: string;
  key: Buffer;
}

/** ENCRYPTION_KEY, then ENCRYPTION_KEYS_OLD: each one key or several, joined by commas; the first of all seals. */
function read(text: string): Key[] {
  return text.split(",").map((part) => part.trim()).filter(Boolean).map((part) => {
    const key = Buffer.from(part, "base64");
    if (key.length !== 32) throw new Error("A key of ENCRYPTION_KEY or ENCRYPTION_KEYS_OLD is not 32 bytes in base64");
    return { id: createHash("sha256").update(key).digest("hex").slice(0, 8), key };
  });
}

let known: { text: string; keys: Key[] } = { text: "", keys: [] };

function keys(): Key[] {
  const text = `${process.env.ENCRYPTION_KEY ?? ""},${process.env.ENCRYPTION_KEYS_OLD ?? ""}`;
  if (text !== known.text) known = { text, keys: read(text) };
  return known.keys;
}

function newest(): Key {
  const [key] = keys();
  if (!key) throw new Error("ENCRYPTION_KEY is not set");
  return key;
}

/** A sealed text begins like this when it was sealed under the newest key. */
export const newestMark = (): string => `sealed.${newest().id}.`;

/** The id of the key a sealed text was sealed under; null for what is not sealed. */
export const keyOf = (text: string): string | null => /^sealed\.([0-9a-f]{8})\.[\w-]{38,}$/.exec(text)?.[1] ?? null;

export const hasKey = (id: string): boolean => keys().some((key) => key.id === id);

/** A key for another purpose, made from the one of that id (HKDF, RFC 5869): what is learned of one tells nothing of the other. */
export function keyFor(id: string, purpose: string, salt: Buffer): Buffer | null {
  const found = keys().find((key) => key.id === id);
  return found ? Buffer.from(hkdfSync("sha256", found.key, salt, `courseline ${purpose}`, 32)) : null;
}

/** `place` says what it is and whose: "reading.done 3f2f…". */
export function seal(text: string, place: string): string {
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", newest().key, iv).setAAD(Buffer.from(place));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return newestMark() + Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url");
}

/** The text, or null where it was sealed for another place, under a key that is not here, or was changed since. */
export function unseal(sealed: string, place: string): string | null {
  const id = keyOf(sealed);
  const found = keys().find((key) => key.id === id);
  const bytes = Buffer.from(sealed.slice(sealed.lastIndexOf(".") + 1), "base64url");
  if (!found || bytes.length < 28) return null;
  const decipher = createDecipheriv("aes-256-gcm", found.key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(place)).setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
