import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, expect, it } from "vitest";
import { keptView } from "@/lib/schemas/caseload";
import { openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let records: typeof import("./saved-views");
beforeAll(async () => {
  clinic = await openClinic();
  records = await import("./saved-views");
});
afterAll(() => clinic.close());

const overdue = keptView.parse({ filter: "overdue", sort: "due" });
const trail = async () => (await clinic.owner.auditEvent.findMany({ where: { subject: "saved_view" }, orderBy: { id: "asc" } })).map(({ action, userId }) => [action, userId]);

it("a view is made, changed, renamed and removed by its maker alone, each with its line", async () => {
  const { ada, ben, cleo } = clinic;
  const id = randomUUID();
  expect(await records.saveView(ada, id, { name: "Late ones", view: overdue })).toEqual([{ id, name: "Late ones", view: overdue }]);
  await records.saveView(ada, id, { name: "Late ones", view: overdue }); // sent twice
  for (const other of [ben, cleo]) {
    expect(await records.readViews(other)).toEqual([]);
    await expect(records.saveView(other, id, { name: "Mine now", view: overdue })).rejects.toMatchObject({ on: { subject: "saved_view", subjectId: id } });
    expect(await records.removeView(other, id)).toEqual([]);
  }
  const newest = { ...overdue, direction: "desc" as const };
  expect(await records.saveView(ada, id, { name: "Overdue", view: newest })).toEqual([{ id, name: "Overdue", view: newest }]);
  expect(await records.removeView(ada, id)).toEqual([]);
  await records.removeView(ada, id);
  expect((await trail()).filter(([action]) => action !== "denied")).toEqual([["created", ada.userId], ["changed", ada.userId], ["removed", ada.userId]]);
});

it("there are twenty at most, however many arrive at once, and no two of one name", async () => {
  const { ben } = clinic;
  const sent = await Promise.allSettled(Array.from({ length: 24 }, (_, index) => records.saveView(ben, randomUUID(), { name: `View ${index}`, view: overdue })));
  expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(20);
  const views = await records.readViews(ben);
  expect(views).toHaveLength(20);
  await records.removeView(ben, views[0]!.id);
  await expect(records.saveView(ben, randomUUID(), { name: views[1]!.name, view: overdue })).rejects.toMatchObject({ fields: { name: expect.stringContaining("of that name") } });
});
