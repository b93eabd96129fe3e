import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { settingsFrom } from "@/lib/schemas/settings";
import { openClinic, type Clinic } from "./clinic.fixture";

let clinic: Clinic;
let records: typeof import("./settings");
let problems: typeof import("./problems");

beforeAll(async () => {
  clinic = await openClinic();
  records = await import("./settings");
  problems = await import("./problems");
});
afterAll(() => clinic.close());

let version: number;
beforeEach(async () => {
  version = (await organisation()).settingsVersion;
});

const settings = (rule: string) => ({ ...settingsFrom({}), rules: { "pcl-5": rule } });
const organisation = () => clinic.owner.organisation.findUniqueOrThrow({ where: { id: clinic.adam.organisation.id } });
const changes = () => clinic.owner.auditEvent.count({ where: { action: "changed", subject: "organisation" } });

describe("a clinic's settings", () => {
  it("are kept whole, with what was there before, who changed them and when", async () => {
    expect(await records.saveSettings(clinic.adam, { settings: settings("marx-2022-18"), version })).toEqual({ version: version + 1 });
    expect((await organisation()).settings).toMatchObject({ rules: { "pcl-5": "marx-2022-18" } });
    expect(await changes()).toBe(1);
    const history = await records.readSettingsHistory(clinic.adam);
    expect(history?.map(({ version: number, by, settings: { rules } }) => [number, by, rules])).toEqual([
      [2, "Adam", { "pcl-5": "marx-2022-18" }],
      [1, null, {}],
    ]);
  });

  it("are what the next request is read with", async () => {
    await records.saveSettings(clinic.adam, { settings: settings("marx-2022-15"), version });
    const { beginSignIn, readSignIn } = await import("@/lib/auth/sign-ins");
    const viewer = await readSignIn(await beginSignIn(clinic.ada.userId, { address: null, browser: null }), { address: null, requestId: randomUUID() });
    expect(viewer?.organisation).toMatchObject({ settingsVersion: version + 1, settings: { rules: { "pcl-5": "marx-2022-15" } } });
  });

  it("let one of two changes of the same version through; the same one twice is one", async () => {
    const before = await changes();
    const sent = ["marx-2022-15", "marx-2022-18"].map((rule) => ({ settings: settings(rule), version }));
    const results = await Promise.allSettled([...sent, ...sent].map((one) => records.saveSettings(clinic.adam, one)));
    expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(2);
    const lost = results.filter((result): result is PromiseRejectedResult => result.status === "rejected");
    expect(lost.every(({ reason }) => reason instanceof problems.Stale)).toBe(true);
    expect((await organisation()).settingsVersion).toBe(version + 1);
    expect(await changes()).toBe(before + 1);
  });

  it("are nobody else's to change or to look back on", async () => {
    const before = await organisation();
    for (const who of [clinic.ada, clinic.cleo]) {
      await expect(records.saveSettings(who, { settings: settings("marx-2022-18"), version })).rejects.toBeInstanceOf(problems.NotHere);
      expect(await records.readSettingsHistory(who)).toBeNull();
    }
    expect(await organisation()).toEqual(before);
  });
});
