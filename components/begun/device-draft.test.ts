import { randomBytes } from "node:crypto";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { readDraft, writeDraft } from "./device-draft";
import { openVault } from "./device-vault";
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

it("a form that was begun comes back to its person alone, and cannot be read where it lies", () => {
  writeDraft(ada, "s/reading", begun);
  for (const value of Object.values(localStorage) as string[]) expect(value).not.toMatch(/systolic|151|Prescriber/);
  expect(readDraft(ada, "s/reading")).toEqual(begun);
  expect(readDraft(ada, "s/dose")).toBeNull();
  expect(readDraft(ben, "s/reading")).toBeNull();
  expect(readDraft({ ...ada, key: ben.key }, "s/reading"), "not even under the other's name").toBeNull();
});

it("the browser's own encryption opens what the vault closed, and the other way round", async () => {
  const secret = await crypto.subtle.importKey("raw", Buffer.from(ada.key, "base64"), "AES-GCM", false, ["encrypt", "decrypt"]);
  const closed = Buffer.from(openVault(ada.key)?.close(begun) ?? "", "base64");
  const opened = await crypto.subtle.decrypt({ name: "AES-GCM", iv: closed.subarray(0, 12) }, secret, closed.subarray(12));
  expect(JSON.parse(Buffer.from(opened).toString())).toEqual(begun);
  const iv = randomBytes(12);
  const own = await crypto.subtle.encrypt({ name: "AES-GCM", iv }, secret, Buffer.from(JSON.stringify(begun)));
  expect(openVault(ada.key)?.open(Buffer.concat([iv, Buffer.from(own)]).toString("base64"))).toEqual(begun);
  closed[20] = (closed[20] ?? 0) ^ 1;
  expect(openVault(ada.key)?.open(closed.toString("base64")), "altered").toBeNull();
});

it("what is saved at once after it was touched does not come back", () => {
  writeDraft(ada, "s/reading", begun);
  writeDraft(ada, "s/reading", null);
  expect(readDraft(ada, "s/reading")).toBeNull();
  writeDraft(ada, "s/reading", begun);
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
