// The outer shell of an archive: a header, then chunks of 64 KiB under AES-256-GCM. The key is made for this file alone
// (HKDF, RFC 5869) from ENCRYPTION_KEY and a salt; a chunk's nonce is its number and whether it is the last, so a file that was cut,
// reordered, lengthened or altered anywhere does not open (STREAM: Hoang, Reyhanitabar, Rogaway and Vizár, CRYPTO 2015).
import { createCipheriv, createDecipheriv, randomBytes } from "node:crypto";
import type { FileHandle } from "node:fs/promises";
import { keyFor, newestMark } from "@/lib/seal";
import { Trouble } from "@/scripts/trouble.mjs";

const magic = "courseline backup 1\n";
const [idLength, saltLength, tagLength] = [8, 32, 16];
const headerLength = magic.length + idLength + saltLength;
const chunkLength = 64 * 1024;

function nonce(number: number, isLast: boolean): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUIntBE(number, 5, 6);
  bytes[11] = isLast ? 1 : 0;
  return bytes;
}

/** What goes in, sealed under the newest key. */
export async function* sealed(plain: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const id = newestMark().split(".")[1] ?? "";
  const salt = randomBytes(saltLength);
  const header = Buffer.concat([Buffer.from(magic + id), salt]);
  const key = keyFor(id, "backup", salt);
  if (!key) throw new Error("The newest key is not there");
  yield header;

  let number = 0;
  const close = (chunk: Buffer, isLast: boolean): Buffer => {
    const cipher = createCipheriv("aes-256-gcm", key, nonce(number, isLast)).setAAD(header);
    number += 1;
    return Buffer.concat([cipher.update(chunk), cipher.final(), cipher.getAuthTag()]);
  };
  let waiting = Buffer.alloc(0); // what may yet be the last
  for await (const part of plain) {
    waiting = Buffer.concat([waiting, part]);
    let at = 0;
    for (; waiting.length - at > chunkLength; at += chunkLength) yield close(waiting.subarray(at, at + chunkLength), false);
    waiting = waiting.subarray(at);
  }
  yield close(waiting, true);
}

/** What was sealed, chunk by chunk; a chunk is authentic before any of it is handed on. */
export async function* opened(file: FileHandle): AsyncGenerator<Buffer> {
  const { size } = await file.stat();
  const header = await read(file, 0, headerLength);
  if (header.subarray(0, magic.length).toString("latin1") !== magic) throw new Trouble("This is no backup of Courseline's, or its beginning is damaged.");
  const id = header.subarray(magic.length, magic.length + idLength).toString("latin1");
  const key = keyFor(id, "backup", header.subarray(magic.length + idLength));
  if (!key) throw new Trouble(`This backup was made under a key that is not here (${/^[0-9a-f]{8}$/.test(id) ? id : "its name is damaged"}). Give that key as ENCRYPTION_KEY, or in ENCRYPTION_KEYS_OLD.`);
  for (let [at, number] = [headerLength, 0]; ; number += 1) {
    const chunk = await read(file, at, chunkLength + tagLength);
    at += chunk.length;
    const isLast = at >= size;
    const plain = open(key, nonce(number, isLast), header, chunk);
    if (!plain) throw new Trouble(`This backup is damaged or was altered: what lies about byte ${at - chunk.length} is not what was written, or its end is missing.`);
    yield plain;
    if (isLast) return;
  }
}

function open(key: Buffer, iv: Buffer, header: Buffer, chunk: Buffer): Buffer | null {
  if (chunk.length < tagLength) return null;
  const decipher = createDecipheriv("aes-256-gcm", key, iv, { authTagLength: tagLength }).setAAD(header).setAuthTag(chunk.subarray(-tagLength));
  try {
    return Buffer.concat([decipher.update(chunk.subarray(0, -tagLength)), decipher.final()]);
  } catch {
    return null;
  }
}

/** As much as was asked for, or up to the file's end. */
async function read(file: FileHandle, at: number, length: number): Promise<Buffer> {
  const buffer = Buffer.allocUnsafe(length);
  let filled = 0;
  while (filled < length) {
    const { bytesRead } = await file.read(buffer, filled, length - filled, at + filled);
    if (bytesRead === 0) break;
    filled += bytesRead;
  }
  return buffer.subarray(0, filled);
}
