// Encrypts what must not be readable in the database, in a dump or in a backup: AES-256-GCM under a key the database never
// has. A sealed text names its key, so that several may be in use while one replaces another (ENCRYPTION_KEY: the newest
// first, joined by commas), and is bound to what it is for: moved to another row it does not open.
import "server-only";
import { createCipheriv, createDecipheriv, createHash, randomBytes } from "node:crypto";
import { env } from "@/lib/env";

const keys = () =>
  (env.ENCRYPTION_KEY ?? "").split(",").filter(Boolean).map((text) => {
    const key = Buffer.from(text.trim(), "base64");
    if (key.length !== 32) throw new Error("ENCRYPTION_KEY is not 32 bytes in base64");
    return { id: createHash("sha256").update(key).digest("hex").slice(0, 8), key };
  });

/** `purpose` says what it is and whose: "second-factor 3f2f…". */
export function seal(text: string, purpose: string): string {
  const [newest] = keys();
  if (!newest) throw new Error("ENCRYPTION_KEY is not set");
  const iv = randomBytes(12);
  const cipher = createCipheriv("aes-256-gcm", newest.key, iv).setAAD(Buffer.from(purpose));
  const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final()]);
  return ["1", newest.id, Buffer.concat([iv, cipher.getAuthTag(), body]).toString("base64url")].join(".");
}

/** The text, or null where it was sealed for something else, under a key that is not here, or was changed. */
export function unseal(sealed: string, purpose: string): string | null {
  const [version, id, content = ""] = sealed.split(".");
  const found = keys().find((key) => key.id === id);
  const bytes = Buffer.from(content, "base64url");
  if (version !== "1" || !found || bytes.length < 28) return null;
  const decipher = createDecipheriv("aes-256-gcm", found.key, bytes.subarray(0, 12), { authTagLength: 16 }).setAAD(Buffer.from(purpose)).setAuthTag(bytes.subarray(12, 28));
  try {
    return Buffer.concat([decipher.update(bytes.subarray(28)), decipher.final()]).toString("utf8");
  } catch {
    return null;
  }
}
