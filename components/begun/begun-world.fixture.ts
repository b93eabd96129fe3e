// Devices of one person, a server that keeps the higher step, a network that comes and goes, and clocks that disagree.
import { vi } from "vitest";
import type * as formsModule from "./begun-forms";
import { storage } from "./storage.fixture";

export const owner = { userId: "ada", key: btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32)))) };
export const name = "p/edit";
export const second = 1_000;

interface Stored {
  step: number;
  entered: string | null;
  at: number;
}

export class Device {
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

/** What the server has, and who is signed in there. */
export const server = { stored: new Map<string, Stored>(), signedIn: owner.userId };
let real: number;
let current: Device;
let timers: Set<Timer>;

/** What follows happens on this device: by its clock, with its storage, on its line. */
export function on(device: Device): void {
  current = device;
  vi.setSystemTime(real + device.ahead);
  vi.stubGlobal("localStorage", device.items);
}

/** Nothing is under way. */
async function settle(): Promise<void> {
  for (let turns = 0; turns < 12; turns += 1) await new Promise((resolve) => setImmediate(resolve));
}

async function serve(device: Device, url: string, { body, headers }: Sent): Promise<Response> {
  if (!device.online) throw new TypeError("Failed to fetch");
  const given = JSON.parse(body) as { name: string; step: number; entered: string | null; names: string[] };
  if (headers["x-person"] !== server.signedIn) return Response.json({ error: { kind: "sign-in", message: "" } }, { status: 401 });
  if (url === "/api/begun/look") return Response.json(given.names.flatMap((each) => (server.stored.has(each) ? [{ name: each, ...server.stored.get(each)! }] : [])));
  const there = server.stored.get(given.name);
  if (!there || there.step < given.step) {
    server.stored.set(given.name, { step: given.step, entered: given.entered, at: real });
    return Response.json({ step: given.step, ageMs: 0, kept: true });
  }
  return Response.json({ step: there.step, ageMs: real - there.at, kept: there.step === given.step && there.entered === given.entered });
}

/** A page of its own: modules that know of no other. */
export async function open(device: Device): Promise<unknown> {
  on(device);
  vi.resetModules();
  device.page = await import("./begun-forms");
  (await import("@/components/ui/send")).pageOf(owner.userId);
  const reading = device.page.readBegun<{ text: string }>(owner, name);
  await settle();
  const back = await reading;
  await settle();
  return (device.shows = back?.values.text ?? null);
}

export async function enter(device: Device, text: string | null): Promise<void> {
  on(device);
  device.shows = text;
  device.page!.writeBegun(owner, name, text === null ? null : { values: { text }, at: Date.now() });
  await settle();
}

/** Time goes by, and what each device put off is done there. */
export async function wait(ms: number): Promise<void> {
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

/** An empty server, and nothing put off. */
export function beginAnew(): void {
  Object.assign(server, { stored: new Map(), signedIn: owner.userId });
  timers = new Set();
}

/** Time passes by the devices' own accounts; until `endWorld`. */
export function beginWorld(): void {
  beginAnew();
  real = Date.parse("2026-11-26T09:00:00Z");
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
}

export function endWorld(): void {
  vi.useRealTimers();
  vi.unstubAllGlobals();
}
