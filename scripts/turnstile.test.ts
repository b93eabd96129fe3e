import { EventEmitter } from "node:events";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { turnstile } from "./turnstile.mjs";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function gate(atOnce: number) {
  const turn = turnstile({ atOnce, patience: 1_000 });
  const said: string[] = [];
  const come = (name: string) => {
    const response = new EventEmitter();
    turn(response, () => said.push(name), () => said.push(`not ${name}`));
    return { leave: () => response.emit("close") };
  };
  return { come, said };
}

test("so many at once; each that leaves lets the one in that has waited longest", () => {
  const { come, said } = gate(2);
  const [a, b] = [come("a"), come("b")];
  come("c");
  come("d");
  expect(said).toEqual(["a", "b"]);
  b.leave();
  expect(said).toEqual(["a", "b", "c"]);
  a.leave();
  expect(said).toEqual(["a", "b", "c", "d"]);
});

test("who has waited too long is told so, once, and holds no place", () => {
  const { come, said } = gate(1);
  const a = come("a");
  come("b");
  vi.advanceTimersByTime(999);
  expect(said).toEqual(["a"]);
  vi.advanceTimersByTime(1);
  expect(said).toEqual(["a", "not b"]);
  a.leave();
  come("c");
  expect(said).toEqual(["a", "not b", "c"]);
});

test("who goes away while waiting is neither let in nor told anything", () => {
  const { come, said } = gate(1);
  const a = come("a");
  come("b").leave();
  come("c");
  a.leave();
  vi.advanceTimersByTime(5_000);
  expect(said).toEqual(["a", "c"]);
});

test("who was let in after waiting is no longer counted out", () => {
  const { come, said } = gate(1);
  const a = come("a");
  const b = come("b");
  a.leave();
  vi.advanceTimersByTime(5_000);
  expect(said).toEqual(["a", "b"]);
  come("c");
  b.leave();
  expect(said).toEqual(["a", "b", "c"]);
});
