import fc from "fast-check";
import { expect, test } from "vitest";
import { problemOf } from "./new-password";

const about = { known: ["Mara Quill", "mara.quill@harbour.example", "Harbour Trauma Clinic"], factor: false };
const second = { ...about, factor: true };

test.each([
  ["fourteen characters alone", "xk7 quay lantern".slice(0, 14), about, /15 characters/],
  ["seven beside a second factor", "xk7 qua", second, /8 characters/],
  ["fourteen emoji, each two units long", "🌊".repeat(13) + "🐚", about, /15 characters/],
  ["a common one", "baseball", second, /tried first/],
  ["a common one in capitals", "TRUSTNO1", second, /tried first/],
  ["a common long one", "1qaz2wsx3edc4rfv", about, /tried first/],
  ["one character", "aaaaaaaaaaaaaaaa", about, /over and over/],
  ["a word twice", "lanternlantern12".slice(0, 14), second, /over and over/],
  ["a few characters again and again", "xyzxyzxyzxyzxyz", about, /over and over/],
  ["the alphabet", "abcdefghijklmnop", about, /in a row/],
  ["counting", "3456789012345678", about, /in a row/],
  ["the program and the year", "courseline-2026!", about, /your name/],
  ["the clinic", "HarbourTraumaClinic1", about, /your name/],
  ["the person and the clinic", "mara-quill.harbour", about, /your name/],
] as const)("%s is refused", (_, password, who, words) => {
  expect(problemOf(password, who)).toMatch(words);
});

test.each([
  ["fifteen characters without a digit or a sign", "quaylanternsoup", about],
  ["spaces and no capitals", "four or five plain words", about],
  ["a common word inside a long one", "my baseball is blue today", about],
  ["the clinic inside a long one", "harbour lights over cold water", about],
  ["letters of another script", "гавань туман маяк чай", about],
  ["eight beside a second factor", "k7 lante", second],
  ["a thousand characters", "xk7 quay lantern ".repeat(60).slice(0, 1000).replace("xk7", "start"), about],
] as const)("%s is taken", (_, password, who) => {
  expect(problemOf(password, who)).toBeNull();
});

test("longer than it may be is refused, not cut", () => {
  expect(problemOf("ab".concat("xk7 quay lantern ".repeat(70)), about)).toMatch(/Too long: 1024/);
});

test("every listed password is refused, and the list begins where attackers do", async () => {
  const { gunzipSync } = await import("node:zlib");
  const { readFileSync } = await import("node:fs");
  const listed = gunzipSync(readFileSync("lib/auth/common-passwords.txt.gz")).toString("utf8").trim().split("\n");
  expect(listed.length).toBeGreaterThan(10_000);
  for (const known of ["password", "12345678", "qwertyuiop", "iloveyou", "sunshine", "princess", "football"]) expect(listed).toContain(known);
  for (const password of listed) expect(problemOf(password, second), password).not.toBeNull();
});

test("law: whether it is taken does not depend on how its accents are encoded", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom("é", "ö", "a", "q", "ñ", " ", "7"), minLength: 8, maxLength: 30 }), (text) => {
      expect(problemOf(text.normalize("NFD"), second)).toBe(problemOf(text.normalize("NFC"), second));
    }),
  );
});
