import { createHmac } from "node:crypto";
import fc from "fast-check";
import { expect, test } from "vitest";
import { newSeed, stepOf, uriOf } from "./totp";

// The seed of RFC 6238, appendix B ("12345678901234567890"), in base32; its eight-digit codes end in the six that apps show.
const seed = "GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ";

test.each([
  [59, "94287082"],
  [1111111109, "07081804"],
  [1111111111, "14050471"],
  [1234567890, "89005924"],
  [2000000000, "69279037"],
])("RFC 6238, appendix B: at %i seconds", (seconds, code) => {
  expect(stepOf(code.slice(2), seed, new Date(seconds * 1000))).toBe(Math.floor(seconds / 30));
});

test.each([
  ["one step late", 89, 1, "287082"],
  ["one step early", 29, 1, "287082"],
  ["two steps late", 120, null, "287082"],
  ["at the right time but another code", 59, null, "287083"],
  ["letters", 59, null, "28708x"],
  ["five digits", 59, null, "28708"],
] as const)("a code %s", (_, seconds, step, code) => {
  expect(stepOf(code, seed, new Date(seconds * 1000))).toBe(step);
});

test("spaces, as an app shows them, do not matter", () => {
  expect(stepOf("287 082", seed, new Date(59_000))).toBe(1);
});

test("law: it agrees with the RFC's own arithmetic at any time, for any seed of ours", () => {
  const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 4_000_000_000 }), (seconds) => {
      const made = newSeed();
      const bits = [...made].map((letter) => alphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
      const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
      const step = Math.floor(seconds / 30);
      const counter = Buffer.alloc(8);
      counter.writeBigUInt64BE(BigInt(step));
      const mac = createHmac("sha1", key).update(counter).digest();
      const number = (mac.readUInt32BE((mac.at(-1) ?? 0) & 15) & 0x7fffffff) % 1_000_000;
      expect(key).toHaveLength(20);
      expect(stepOf(String(number).padStart(6, "0"), made, new Date(seconds * 1000))).toBe(step);
    }),
  );
});

test("the picture says whose it is, and what an app needs to know", () => {
  const { protocol, host, pathname, searchParams } = new URL(uriOf(seed, "dr@example.org"));
  expect([protocol, host, decodeURIComponent(pathname)]).toEqual(["otpauth:", "totp", "/Courseline:dr@example.org"]);
  expect(Object.fromEntries(searchParams)).toEqual({ issuer: "Courseline", secret: seed, algorithm: "SHA1", digits: "6", period: "30" });
});
