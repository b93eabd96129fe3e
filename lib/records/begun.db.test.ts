import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import type * as begunModule from "./begun";
import { openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let records: typeof begunModule;
beforeAll(async () => {
  clinic = await openClinic();
  records = await import("./begun");
});
afterAll(() => clinic.close());

const entered = JSON.stringify({ values: { reason: "Typed for another patient" }, at: 1 });
const nameOf = (form: string) => `${randomUUID()}/${form}`;

it("what somebody began comes back to them and to nobody else, and lies there sealed", async () => {
  const { ada, ben, cleo } = clinic;
  const name = nameOf("void");
  expect(await records.saveBegun(ada, { name, step: 5, entered })).toEqual({ step: 5, ageMs: 0, kept: true });
  expect(await records.readBegun(ada, [name, nameOf("void")])).toEqual([{ name, step: 5, entered }]);
  for (const other of [ben, cleo]) {
    expect(await records.readBegun(other, [name])).toEqual([]);
    await records.saveBegun(other, { name, step: 9, entered: null }); // their own, of the same name
  }
  expect(await records.readBegun(ada, [name])).toEqual([{ name, step: 5, entered }]);
  const { rows } = await clinic.ownerPool.query<{ entered: string }>("SELECT entered FROM begun_form WHERE entered IS NOT NULL AND name = $1", [name]);
  expect(rows).toHaveLength(1);
  expect(rows[0]!.entered).toMatch(/^sealed\./);
  expect(rows[0]!.entered).not.toContain("another patient");
});

it("of two that arrive the higher step counts, in whichever order, and what was saved does not come back", async () => {
  const { ada } = clinic;
  const name = nameOf("visit");
  await records.saveBegun(ada, { name, step: 7, entered });
  await clinic.ownerPool.query("UPDATE begun_form SET at = at - interval '1 hour' WHERE name = $1", [name]);
  const late = await records.saveBegun(ada, { name, step: 6, entered: "{}" });
  expect(late).toMatchObject({ step: 7, kept: false });
  expect(late.ageMs / 60_000).toBeCloseTo(60, 0);
  expect(await records.saveBegun(ada, { name, step: 7, entered }), "sent again").toMatchObject({ step: 7, kept: true });
  expect(await records.saveBegun(ada, { name, step: 7, entered: "{}" }), "another of the same step").toMatchObject({ step: 7, kept: false });
  await records.saveBegun(ada, { name, step: 9, entered: null });
  expect(await records.saveBegun(ada, { name, step: 8, entered })).toMatchObject({ step: 9, kept: false });
  expect(await records.readBegun(ada, [name])).toEqual([{ name, step: 9, entered: null }]);
});

it("sent by many pages at once one is kept, and it is the highest", async () => {
  const { ada } = clinic;
  const name = nameOf("course");
  await Promise.all(Array.from({ length: 12 }, (_, index) => records.saveBegun(ada, { name, step: index + 1, entered: `${index + 1}` })));
  expect(await records.readBegun(ada, [name])).toEqual([{ name, step: 12, entered: "12" }]);
});

it("each beginning is a line of the trail, and changes of it are not", async () => {
  const { ben } = clinic;
  const name = nameOf("end");
  const lines = () => clinic.owner.auditEvent.count({ where: { userId: ben.userId, action: "drafted", subject: "begun_form" } });
  const before = await lines();
  for (const step of [1, 2, 3]) await records.saveBegun(ben, { name, step, entered });
  expect(await lines()).toBe(before + 1);
});

it("no person has more than some hundred, and with one more goes what is older than ninety days", async () => {
  const { ada } = clinic;
  const old = nameOf("end");
  await records.saveBegun(ada, { name: old, step: 1, entered });
  await clinic.ownerPool.query("UPDATE begun_form SET at = now() - interval '91 days' WHERE name = $1", [old]);
  await clinic.owner.begunForm.createMany({ data: Array.from({ length: records.mostBegun + 20 }, (_, index) => ({ organisationId: ada.organisation.id, userId: ada.userId, name: `${index}/end`, step: 1, at: new Date(Date.now() - 1_000_000 - index) })) });
  const newest = nameOf("end");
  await records.saveBegun(ada, { name: newest, step: 1, entered });
  expect(await records.readBegun(ada, [old])).toEqual([]);
  expect(await records.readBegun(ada, [newest])).toHaveLength(1);
  expect(await clinic.owner.begunForm.count({ where: { userId: ada.userId } })).toBe(records.mostBegun);
});

it("who types for long has not looked at many", async () => {
  const { cleo } = clinic;
  const name = nameOf("visit");
  for (let step = 1; step <= 1_020; step += 1) await records.saveBegun(cleo, { name, step, entered: "{}" });
  expect(await clinic.owner.auditEvent.count({ where: { userId: cleo.userId, action: "looked_a_lot" } })).toBe(0);
});
