import fc from "fast-check";
import { afterEach, beforeEach, expect, it } from "vitest";
import { beginAnew, beginWorld, Device, endWorld, enter, name, on, open, owner, second, server, wait } from "./begun-world.fixture";
import { namesOnDevice } from "./device-names";

beforeEach(beginWorld);
afterEach(endWorld);

it("is on the server within half a second, leaves the device then, and comes back elsewhere", async () => {
  const [tablet, desk] = [new Device(0), new Device(0)];
  expect(await open(tablet)).toBeNull();
  await enter(tablet, "Chest p");
  await enter(tablet, "Chest pain");
  on(tablet);
  expect(namesOnDevice("draft", "ada")).toHaveLength(1);
  await wait(second / 2);
  expect(server.stored.get(name)?.entered).toContain("Chest pain");
  expect(namesOnDevice("draft", "ada")).toEqual([]);
  expect(await open(desk)).toBe("Chest pain");
  await enter(desk, null);
  expect(await open(tablet)).toBeNull();
});

it("where the server did not say what it has, what is finished is told to it all the same", async () => {
  const [tablet, desk] = [new Device(0), new Device(0)];
  await open(tablet);
  await enter(tablet, "Half");
  await wait(second);
  desk.online = false;
  expect(await open(desk)).toBeNull();
  desk.online = true;
  await enter(desk, null);
  await wait(second);
  expect(await open(tablet)).toBeNull();
});

it("a form nobody touched is not heard of", async () => {
  const desk = new Device(0);
  await open(desk);
  await enter(desk, null);
  await wait(second);
  expect(server.stored.size).toBe(0);
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
  expect(server.stored.size).toBe(0);
  tablet.online = true;
  expect(await open(tablet)).toBe("Road accident");
  await wait(second);
  expect(server.stored.get(name)?.entered).toContain("Road accident");
});

it("is not sent while somebody else is signed in, and waits on the device", async () => {
  const tablet = new Device(0);
  await open(tablet);
  server.signedIn = "ben";
  await enter(tablet, "Ada's");
  await wait(60 * second);
  expect(server.stored.size).toBe(0);
  expect(namesOnDevice("draft", "ada")).toHaveLength(1);
  server.signedIn = "ada";
  await wait(60 * second);
  expect(server.stored.get(name)?.entered).toContain("Ada's");
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
    server.stored.clear();
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
      beginAnew();
      const devices = [new Device(0), new Device(0), new Device(0)];
      for (const device of devices) await open(device);
      let last: string | null = null;
      let typed = 0;
      for (const { device: at, does, pause } of acts) {
        const device = devices[at]!;
        await wait(50);
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
