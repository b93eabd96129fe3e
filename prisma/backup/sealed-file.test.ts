// The shell of an archive by itself: what goes in comes out, at every length about a chunk's; chunks that change places do not.
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { open } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, expect, it } from "vitest";
import { opened, sealed } from "./sealed-file";

const folder = mkdtempSync(path.join(tmpdir(), "courseline sealed-"));
const before = process.env.ENCRYPTION_KEY;
process.env.ENCRYPTION_KEY = randomBytes(32).toString("base64");
afterAll(() => {
  if (before === undefined) delete process.env.ENCRYPTION_KEY;
  else process.env.ENCRYPTION_KEY = before;
  rmSync(folder, { recursive: true });
});

const [header, chunk] = [60, 64 * 1024 + 16];

async function* inParts(text: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < text.length; at += size) yield text.subarray(at, at + size);
}

async function all(source: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of source) parts.push(part);
  return Buffer.concat(parts);
}

async function reopen(bytes: Buffer): Promise<Buffer> {
  const file = path.join(folder, "file");
  writeFileSync(file, bytes);
  const handle = await open(file);
  return all(opened(handle)).finally(() => handle.close());
}

it("gives back what it was given, whatever its length and however it came", async () => {
  const length = fc.oneof(fc.constantFrom(0, 1, 65_535, 65_536, 65_537, 131_072), fc.integer({ min: 0, max: 200_000 }));
  await fc.assert(
    fc.asyncProperty(length, fc.integer({ min: 1000, max: 150_000 }), async (many, size) => {
      const text = randomBytes(many);
      expect((await reopen(await all(sealed(inParts(text, size))))).equals(text)).toBe(true);
    }),
    { numRuns: 20 },
  );
});

it("does not open when two chunks change places, one is left out at the end, or one comes from another file", async () => {
  const text = randomBytes(200_000);
  const [one, other] = [await all(sealed(inParts(text, 70_000))), await all(sealed(inParts(text, 70_000)))];
  const at = (number: number) => header + number * chunk;
  const turned = Buffer.concat([one.subarray(0, header), one.subarray(at(1), at(2)), one.subarray(at(0), at(1)), one.subarray(at(2))]);
  const cut = one.subarray(0, at(3));
  const mixed = Buffer.concat([one.subarray(0, at(1)), other.subarray(at(1))]);
  expect((await reopen(one)).equals(text)).toBe(true);
  for (const bytes of [turned, cut, mixed]) await expect(reopen(bytes)).rejects.toThrow("damaged or was altered");
});
