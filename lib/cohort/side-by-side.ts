/** Whole numbers side by side in one long number, negative ones among them: a sum of such numbers is all their sums. */

const WIDTH = 10n ** 24n;

/** Example: of 2 and −3 it is 2 − 3 × 10²⁴. */
export function packNumbers(numbers: readonly bigint[]): string {
  return String(numbers.reduceRight((packed, each) => packed * WIDTH + each, 0n));
}

/** The numbers again, or their sums; each is below 5 × 10²³ either way. */
export function unpackNumbers(packed: string, howMany: number): readonly bigint[] {
  let rest = BigInt(packed);
  return Array.from({ length: howMany }, () => {
    const low = ((rest % WIDTH) + WIDTH) % WIDTH;
    const own = 2n * low >= WIDTH ? low - WIDTH : low;
    rest = (rest - own) / WIDTH;
    return own;
  });
}
