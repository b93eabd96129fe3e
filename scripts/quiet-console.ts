// A warning nobody reads is a defect nobody sees: what a test writes to console.error or console.warn fails it.
// A test that expects one spies on it itself.

import { afterEach, beforeEach, expect, vi } from "vitest";

beforeEach(() => {
  vi.spyOn(console, "error").mockName("console.error");
  vi.spyOn(console, "warn").mockName("console.warn");
});

afterEach(() => {
  for (const spy of [vi.mocked(console.error), vi.mocked(console.warn)]) {
    const said = vi.isMockFunction(spy) ? spy.mock.calls : [];
    vi.restoreAllMocks();
    expect(said, "written to the console").toEqual([]);
  }
});
