import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import type { KeptEntry } from "./kept-queue";
import { namesOnDevice, wipeDevice } from "@/components/begun/device-names";
import { openKeptStore } from "./kept-store";
import { storage } from "@/components/begun/storage.fixture";

const entry = (id: string, sequence = 1): KeptEntry => ({ id, sequence, sessionId: "s", kind: "reading", subject: "r", body: { systolic: 131, done: "Prescriber told: é" } });
const [adas, bens] = [randomBytes(32).toString("base64"), randomBytes(32).toString("base64")];

beforeEach(() => vi.stubGlobal("localStorage", storage()));
afterEach(() => vi.unstubAllGlobals());
const items = () => Object.values(localStorage) as string[];

it("an entry outlives the page, unreadable to whoever looks into the browser's storage", () => {
  const store = openKeptStore("ada", adas);
  store.put(entry("e1"));
  store.put(entry("e2", 2));
  expect(items()).toHaveLength(2);
  for (const value of items()) expect(value).not.toMatch(/systolic|131|Prescriber/);
  const again = openKeptStore("ada", adas);
  expect(again.found.toSorted((a, b) => a.sequence - b.sequence)).toEqual([entry("e1"), entry("e2", 2)]);
  again.remove("e1");
  expect(items()).toHaveLength(1);
  expect(again.lasting()).toBe(true);
});

it("another person on the device sees that there is something, and nothing of it", () => {
  const store = openKeptStore("ada", adas);
  store.put(entry("e1"));
  expect(items()).toHaveLength(1);
  expect(openKeptStore("ben", bens).found).toEqual([]);
  expect(openKeptStore("ada", bens).found, "not even under the other's name").toEqual([]);
  expect([namesOnDevice("kept", "ben").length, namesOnDevice("kept").length]).toEqual([0, 1]);
  wipeDevice("ben");
  expect([namesOnDevice("kept", "ada").length, namesOnDevice("kept").length]).toEqual([1, 1]);
  wipeDevice("ada");
  expect(items()).toEqual([]);
});

it("an entry changed twice stays as it was changed last", () => {
  const store = openKeptStore("ada", adas);
  store.put(entry("e1"));
  store.put({ ...entry("e1"), refused: "No." });
  expect(openKeptStore("ada", adas).found).toEqual([{ ...entry("e1"), refused: "No." }]);
});

it("where the browser cannot store, it says that nothing lasts", () => {
  const store = openKeptStore("ada", adas);
  localStorage.setItem = () => {
    throw new DOMException("full", "QuotaExceededError");
  };
  store.put(entry("e1"));
  expect(store.lasting()).toBe(false);
});
