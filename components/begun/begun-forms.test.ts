// Devices of one person, a server that keeps the higher step, a network that comes and goes, and clocks that disagree.
import { randomBytes } from "node:crypto";
import { setImmediate as turn } from "node:timers/promises";
import fc from "fast-check";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { storage } from "./storage.fixture";
import type * as formsModule from "./begun-forms";
import { namesOnDevice } from "./device-names";

const owner = { userId: "ada", key: randomBytes(32).toString("base64") };
const name = "p/edit";
const second = 1_000;

interface Stored {
  step: number;
  entered: string | null;
  at: number;
}

class Device {
  readonly items = storage();
  online = true;
  page: typeof formsModule | null = null;
  /** What stands in its form. */
  shows: string | null = null;
  constructor(readonly ahead: number) {}
}

interface Sent {
  body: string;
  headers: Record<string, string>;
}

interface Timer {
  due: number;
  device: Device;
  run: () => void;
}

let stored: Map<string, Stored>;
let signedIn: string;
let real: number;
let current: Device;
let timers: Set<Timer>;
let pages: (() => Promise<unknown>)[];

/** What follows happens on this device: by its clock, with its storage, on its line. */
function on(device: Device): void {
  current = device;
  vi.setSystemTime(real + device.ahead);
  vi.stubGlobal("localStorage", device.items);
}

/** Nothing is under way: what a page writes to its device comes after what it wrote before, encryption and all. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 12; turns += 1) {
    await turn();
    for (const written of pages) await written();
  }
}

async function serve(device: Device, url: string, { body, headers }: Sent): Promise<Response> {
  if (!device.online) throw new TypeError("Failed to fetch");
  const given = JSON.parse(body) as { name: string; step: number; entered: string | null; names: string[] };
  if (headers["x-person"] !== signedIn) return Response.json({ error: { kind: "sign-in", message: "" } }, { status: 401 });
  if (url === "/api/begun/look") return Response.json(given.names.flatMap((each) => (stored.has(each) ? [{ name: each, ...stored.get(each)! }] : [])));
  const there = stored.get(given.name);
  if (!there || there.step < given.step) {
    stored.set(given.name, { step: given.step, entered: given.entered, at: real });
    return Response.json({ step: given.step, ageMs: 0, kept: true });
  }
  return Response.json({ step: there.step, ageMs: real - there.at, kept: there.step === given.step && there.entered === given.entered });
}

/** A page of its own: modules that know of no other. */
async function open(device: Device): Promise<unknown> {
  on(device);
  vi.resetModules();
  device.page = await import("./begun-forms");
  (await import("@/components/ui/send")).pageOf(owner.userId);
  const { readDraft } = await import("./device-draft");
  pages = [...pages.slice(-8), () => readDraft(owner, "nothing")];
  const reading = device.page.readBegun<{ text: string }>(owner, name);
  await settle();
  const back = await reading;
  await settle();
  return (device.shows = back?.values.text ?? null);
}

async function enter(device: Device, text: string | null): Promise<void> {
  on(device);
  device.shows = text;
  device.page!.writeBegun(owner, name, text === null ? null : { values: { text }, at: Date.now() });
  await settle();
}

/** Time goes by, and what each device put off is done there. */
async function wait(ms: number): Promise<void> {
  const until = real + ms;
  for (;;) {
    const next = [...timers].filter(({ due }) => due <= until).toSorted((a, b) => a.due - b.due)[0];
    if (!next) break;
    timers.delete(next);
    real = Math.max(real, next.due);
    on(next.device);
    next.run();
    await settle();
  }
  real = until;
}

beforeEach(() => {
  [stored, timers, pages, signedIn, real] = [new Map(), new Set(), [], owner.userId, Date.parse("2026-11-26T09:00:00Z")];
  vi.useFakeTimers({ toFake: ["Date"], now: real });
  vi.stubGlobal("setTimeout", (run: () => void, ms: number) => {
    const timer = { due: real + ms, device: current, run };
    timers.add(timer);
    return timer;
  });
  vi.stubGlobal("clearTimeout", (timer: Timer) => timers.delete(timer));
  vi.stubGlobal("fetch", (url: string, sent: Sent) => serve(current, url, sent));
  const page = () => ({ addEventListener: () => undefined });
  vi.stubGlobal("window", page());
  vi.stubGlobal("document", { ...page(), visibilityState: "visible" });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

it("is on the server within half a second, leaves the device then, and comes back elsewhere", async () => {
  const [tablet, desk] = [new Device(0), new Device(0)];
  expect(await open(tablet)).toBeNull();
  await enter(tablet, "Chest p");
  await enter(tablet, "Chest pain");
  on(tablet);
  expect(namesOnDevice("draft", "ada")).toHaveLength(1);
  await wait(second / 2);
  expect(stored.get(name)?.entered).toContain("Chest pain");
  expect(namesOnDevice("draft", "ada")).toEqual([]);
  expect(await open(desk)).toBe("Chest pain");
  await enter(desk, null);
  expect(await open(tablet)).toBeNull();
});

it("a form nobody touched is not heard of", async () => {
  const desk = new Device(0);
  await open(desk);
  await enter(desk, null);
  await wait(second);
  expect(stored.size).toBe(0);
});

it("without a connection a page that shows the form again shows what stood in it", async () => {
  const tablet = new Device(0);
  await open(tablet);
  await enter(tablet, "Dizzy");
  await wait(second);
  tablet.online = false;
  on(tablet);
  const again = await tablet.page!.readBegun<{ text: string }>(owner, name);
  expect(again?.values.text).toBe("Dizzy");
});

it("what was typed without a connection outlives its page, and goes to the server from the next", async () => {
  const tablet = new Device(0);
  await open(tablet);
  tablet.online = false;
  await enter(tablet, "Road accident");
  await wait(second);
  expect(stored.size).toBe(0);
  tablet.online = true;
  expect(await open(tablet)).toBe("Road accident");
  await wait(second);
  expect(stored.get(name)?.entered).toContain("Road accident");
});

it("is not sent while somebody else is signed in, and waits on the device", async () => {
  const tablet = new Device(0);
  await open(tablet);
  signedIn = "ben";
  await enter(tablet, "Ada's");
  await wait(60 * second);
  expect(stored.size).toBe(0);
  expect(namesOnDevice("draft", "ada")).toHaveLength(1);
  signedIn = "ada";
  await wait(60 * second);
  expect(stored.get(name)?.entered).toContain("Ada's");
});

it.each([[-3_600 * second], [0], [3_600 * second]])("what is typed last counts where a device's clock is off by %i ms", async (ahead) => {
  const [tablet, desk] = [new Device(0), new Device(ahead)];
  await open(tablet);
  await open(desk);
  await enter(tablet, "first");
  await wait(10 * second);
  await enter(desk, "last");
  await wait(10 * second);
  expect(await open(tablet)).toBe("last");
});

it("what a device sends late does not undo what was typed or finished on another since", async () => {
  for (const [done, remains] of [["Typed since", "Typed since"], [null, null]] as const) {
    stored.clear();
    const [tablet, desk] = [new Device(0), new Device(0)];
    await open(tablet);
    tablet.online = false;
    await enter(tablet, "Older");
    await wait(10 * second);
    await open(desk);
    await enter(desk, "Typed since");
    await wait(second);
    await enter(desk, done);
    await wait(10 * second);
    tablet.online = true;
    await wait(60 * second);
    expect(await open(new Device(0))).toBe(remains);
    expect(await open(tablet)).toBe(remains);
  }
});

it("law: once everything is connected every new page shows what was entered last, whatever came between", async () => {
  const act = fc.record({ device: fc.nat(2), does: fc.constantFrom("type", "type", "type", "save", "reopen", "offline", "online"), pause: fc.constantFrom(0, 100, 700, 9 * second) });
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 14 }), async (acts) => {
      [stored, timers] = [new Map(), new Set()];
      const devices = [new Device(0), new Device(0), new Device(0)];
      for (const device of devices) await open(device);
      let last: string | null = null;
      let typed = 0;
      for (const { device: at, does, pause } of acts) {
        const device = devices[at]!;
        real += 50;
        if (does === "type") await enter(device, (last = `text ${(typed += 1)}`));
        // Who has an empty form open saves something else, and knows nothing of what is typed elsewhere.
        if (does === "save" && device.shows !== null) await enter(device, (last = null));
        if (does === "reopen") await open(device);
        if (does === "offline") device.online = false;
        if (does === "online") device.online = true;
        if (pause > 0) await wait(pause);
      }
      for (const device of devices) device.online = true;
      await wait(60 * second);
      expect(await open(new Device(0))).toBe(last);
    }),
    { numRuns: 60 },
  );
});
