// What a new password has to be: NIST SP 800-63B-4 (2025), section 3.1.1.2. Long, not among the commonest, not made of
// what anybody would guess first; no rule about kinds of characters, and no part of it is ever cut off. The whole
// password is compared, never a part: a listed word may stand inside a long one.
import { readFileSync } from "node:fs";
import path from "node:path";
import { gunzipSync } from "node:zlib";

/** Characters at the least: where it is the only factor, and where a second one stands beside it. */
export const fewest = { alone: 15, withFactor: 8 };
export const most = 1024;

export interface About {
  /** Words an attacker would try first: the name, the e-mail address, the clinic. */
  known: readonly string[];
  factor: boolean;
}

// The ten thousand commonest passwords of eight characters and more, and every longer one of the same list
// (xato.net's ten million, as kept by zxcvbn-ts).
let listed: Set<string> | undefined;
function common(): Set<string> {
  const file = path.join(process.cwd(), "lib", "auth", "common-passwords.txt.gz");
  return (listed ??= new Set(gunzipSync(readFileSync(file)).toString("utf8").split("\n")));
}

/** What is wrong with it, as a sentence, or null. */
export function problemOf(password: string, { known, factor }: About): string | null {
  const typed = password.normalize("NFC");
  const characters = [...typed];
  const least = factor ? fewest.withFactor : fewest.alone;
  if (characters.length < least) return `Too short: ${least} characters or more. Four or five words do well.`;
  if (typed.length > most) return `Too long: ${most} characters at most.`;
  const folded = typed.toLowerCase();
  if (common().has(folded)) return "One of the passwords that are tried first. Choose another.";
  if (isRepeated(folded) || isRun(folded)) return "The same few characters over and over, or in a row. Choose another.";
  if (isMadeOf(folded, ["courseline", ...known])) return "Made of your name, your address or the clinic's name. Choose another.";
  return null;
}

/** "abcabcabcabcabc", "passwordpassword", "111111111111111". */
function isRepeated(text: string): boolean {
  const at = `${text}${text}`.indexOf(text, 1);
  return at <= Math.min(8, text.length / 2);
}

/** Each character the one that follows, or precedes, the last: "abcdefghijklmno", "0123456789012345", "9876543210". */
function isRun(text: string): boolean {
  const codes = [...text].map((character) => character.codePointAt(0) ?? 0);
  const steps = codes.slice(1).map((code, index) => code - (codes[index] ?? 0));
  return [1, -1].some((step) => steps.every((each) => each === step || each === -9 * step));
}

/** Nothing of weight is left once the known words, digits and signs are taken out. */
function isMadeOf(text: string, known: readonly string[]): boolean {
  const words = known.flatMap((each) => each.normalize("NFC").toLowerCase().split(/[^\p{L}\p{N}]+/u)).filter((word) => word.length >= 3);
  const longestFirst = [...new Set(words)].sort((a, b) => b.length - a.length);
  const left = longestFirst.reduce((rest, word) => rest.replaceAll(word, ""), text);
  return left !== text && left.replaceAll(/[^\p{L}]/gu, "").length < 4;
}
