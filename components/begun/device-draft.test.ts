import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readDraft, writeDraft } from "./device-draft";
import { namesOnDevice, wipeDevice } from "./device-names";
import { draftValues, isUntouched } from "@/components/dosing/reading-draft";
import { emptyReading } from "@/components/dosing/reading-values";
import { storage } from "./storage.fixture";

const owner = (userId: string) => ({ userId, key: randomBytes(32).toString("base64") });
const [ada, ben] = [owner("ada"), owner("ben")];
const at = Date.parse("2026-11-25T10:41:30Z");
const begun = { values: { ...emptyReading, systolic: 151, done: "Prescriber told" }, at };

beforeEach(() => vi.stubGlobal("localStorage", storage()));
afterEach(() => vi.unstubAllGlobals());

it("a form that was begun comes back to its person alone, and cannot be read where it lies", async () => {
  await writeDraft(ada, "s/reading", begun);
  for (const value of Object.values(localStorage) as string[]) expect(value).not.toMatch(/systolic|151|Prescriber/);
  expect(await readDraft(ada, "s/reading")).toEqual(begun);
  expect(await readDraft(ada, "s/dose")).toBeNull();
  expect(await readDraft(ben, "s/reading")).toBeNull();
  expect(await readDraft({ ...ada, key: ben.key }, "s/reading"), "not even under the other's name").toBeNull();
});

it("what is saved at once after it was touched does not come back", async () => {
  void writeDraft(ada, "s/reading", begun);
  void writeDraft(ada, "s/reading", null);
  expect(await readDraft(ada, "s/reading")).toBeNull();
  await writeDraft(ada, "s/reading", begun);
  expect([namesOnDevice("draft", "ada").length, namesOnDevice("draft", "ben").length]).toEqual([1, 0]);
  wipeDevice("ben");
  expect(namesOnDevice("draft", "ada").length).toBe(1);
  wipeDevice("ada");
  expect(Object.keys(localStorage)).toEqual([]);
});

it("values that come back after a while keep the time at which they were entered; after a reload they are of now", () => {
  expect(draftValues(begun, "America/New_York", new Date(at + 40 * 60_000)).moment).toBe("2026-11-25T05:41");
  expect(draftValues(begun, "America/New_York", new Date(at + 20_000)).moment).toBeNull();
  expect(draftValues({ ...begun, values: { ...begun.values, moment: "2026-11-25T05:30" } }, "America/New_York", new Date(at + 40 * 60_000)).moment).toBe("2026-11-25T05:30");
});

it("a rating of 0 is an entry; a time alone is none", () => {
  expect(isUntouched({ ...emptyReading, dissociation: 0 })).toBe(false);
  expect(isUntouched({ ...emptyReading, moment: "2026-11-25T05:41" })).toBe(true);
});
