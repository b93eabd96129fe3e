import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { openClinic, type Clinic } from "@/lib/records/clinic.fixture";

let clinic: Clinic;
let throttle: typeof import("./throttle");
let devices: typeof import("./known-device");

beforeAll(async () => {
  clinic = await openClinic();
  [throttle, devices] = await Promise.all([import("./throttle"), import("./known-device")]);
});
afterAll(() => clinic.close());
beforeEach(async () => {
  await clinic.owner.$executeRaw`DELETE FROM throttle`;
});

const ada = "ada@clinic.example";
const guess = async (times: number, address: string, known: string | null = null) => {
  let wait = 0;
  for (let count = 0; count < times; count += 1) wait = await throttle.countAttempt(ada, address, known);
  return wait;
};

it("makes strangers wait after ten guesses at an account, and thirty from an address", async () => {
  expect(await guess(10, "192.0.2.1")).toBe(0);
  expect(await guess(1, "192.0.2.2")).toBeGreaterThan(0);
  for (let count = 0; count < 20; count += 1) expect(await throttle.countAttempt(`${count}@clinic.example`, "192.0.2.1")).toBe(0);
  expect(await throttle.countAttempt("another@clinic.example", "192.0.2.1")).toBeGreaterThan(0);
});

it("lets the owner in from a device they know, whatever strangers do, even from the same address", async () => {
  await guess(40, "192.0.2.1");
  const known = devices.deviceIn(devices.deviceOf(ada), ada);
  expect(await guess(10, "192.0.2.1", known)).toBe(0);
  expect(await guess(1, "192.0.2.1", known), "which is no better a place to guess").toBeGreaterThan(0);
  await throttle.forgiveAttempt(ada, "192.0.2.1", known);
  expect(await guess(1, "192.0.2.1", known)).toBe(0);
  expect(await guess(1, "192.0.2.2"), "strangers go on waiting").toBeGreaterThan(0);
});

it("knows no device by a cookie of somebody else's, or of one's own making", () => {
  const cookie = devices.deviceOf(ada);
  const [device] = cookie.split(".");
  for (const forged of [devices.deviceOf("ben@clinic.example"), `${device}.`, `${device}.${"A".repeat(43)}`, `x${cookie}`, ".", "", undefined]) {
    expect(devices.deviceIn(forged, ada), forged).toBeNull();
  }
  expect(devices.deviceIn(cookie, ada)).toBe(device);
});
