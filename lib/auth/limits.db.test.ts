import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { named, openClinic, type Clinic } from "@/lib/records/clinic.fixture";

let clinic: Clinic;
let Limits: typeof import("./limits").Limits;
beforeAll(async () => {
  clinic = await openClinic();
  ({ Limits } = await import("./limits"));
});
afterAll(() => clinic.close());

const ask = async (limits: InstanceType<typeof Limits>, times: number, who = "ada", address = "192.0.2.1") => {
  const waits: number[] = [];
  for (let at = 0; at < times; at += 1) waits.push(await limits.admit(who, address));
  return waits;
};

describe("what one person may ask in a minute", () => {
  it("costs the database nothing at a person's pace", async () => {
    const before = await clinic.owner.throttle.count();
    expect(await ask(new Limits(600), 60, randomUUID(), randomUUID())).toEqual(Array<number>(60).fill(0));
    expect(await clinic.owner.throttle.count()).toBe(before);
  });

  it("is refused past the limit with the seconds to wait, and others are not", async () => {
    const [who, address] = [randomUUID(), randomUUID()];
    const limits = new Limits(100);
    const waits = await ask(limits, 200, who, address);
    // 60 for nothing, then twenty points for each twentieth: the 80th, 100th, 120th, 140th and 160th are the five that a hundred pays.
    expect(waits.findIndex((seconds) => seconds > 0)).toBe(179);
    expect(waits.slice(179).every((seconds) => seconds > 0 && seconds <= 60)).toBe(true);
    expect(await limits.admit(randomUUID(), address)).toBe(0);
  });

  it("is counted for all processes together", async () => {
    const [who, address] = [randomUUID(), randomUUID()];
    const [one, other] = [new Limits(100), new Limits(100)];
    expect((await ask(one, 160, who, address)).some((seconds) => seconds > 0)).toBe(false);
    const waits = await ask(other, 100, who, address);
    expect(waits.findIndex((seconds) => seconds > 0), "as soon as it looks").toBe(79);
  });

  it("holds for an address as well, ten times as high, whoever asks from it", async () => {
    const address = randomUUID();
    const limits = new Limits(60);
    let refused = 0;
    for (let person = 0; person < 20; person += 1) refused += (await ask(limits, 40, `person ${person}`, address)).filter((seconds) => seconds > 0).length;
    expect(refused).toBeGreaterThan(0);
    expect(await limits.admit("person 21", randomUUID())).toBe(0);
  });
});

describe("a thousand looks in ten minutes", () => {
  it("are noted in the trail, once", async () => {
    const { ada, owner } = clinic;
    const { savePatient, readPatient } = await import("@/lib/records/patients");
    const id = randomUUID();
    await savePatient(ada, id, named("1"));
    const noted = () => owner.auditEvent.count({ where: { userId: ada.userId, action: "looked_a_lot" } });
    await owner.throttle.upsert({ where: { key: `reads:${ada.userId}` }, create: { key: `reads:${ada.userId}`, points: 940, expire: BigInt(Date.now() + 600_000) }, update: { points: 940 } });
    for (let look = 0; look < 19; look += 1) await readPatient(ada, id);
    expect(await noted(), "before").toBe(0);
    for (let look = 0; look < 40; look += 1) await readPatient(ada, id);
    expect(await noted(), "with the thousandth").toBe(1);
    for (let look = 0; look < 60; look += 1) await readPatient(ada, id);
    expect(await noted(), "after").toBe(1);
  });
});
