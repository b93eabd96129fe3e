import fc from "fast-check";
import { expect, it } from "vitest";
import { ticksOver } from "./ticks";

it("an axis of effects is marked at round numbers, with 0 and both sides of it", () => {
  expect(ticksOver(-1.3, 0.2)).toEqual([-1.5, -1, -0.5, 0, 0.5]);
  expect(ticksOver(-31.4, 0)).toEqual([-35, -30, -25, -20, -15, -10, -5, 0, 5]);
});

it("the marks reach beyond every effect and are few", () => {
  fc.assert(
    fc.property(fc.double({ min: -200, max: 0, noNaN: true }), fc.double({ min: 0, max: 200, noNaN: true }), (lowest, highest) => {
      const ticks = ticksOver(lowest, highest);
      expect(ticks).toContain(0);
      expect(ticks[0]).toBeLessThan(Math.min(lowest + 1e-9, -0.05));
      expect(ticks.at(-1)).toBeGreaterThan(Math.max(highest - 1e-9, 0.05));
      expect(ticks.length).toBeLessThanOrEqual(11);
    }),
  );
});
