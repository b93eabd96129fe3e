import { describe, expect, it } from "vitest";
import { again } from "./db-again";
import { databaseAway, isConflict } from "./db-faults";

const inside = (cause: object) => Object.assign(new Error("Raw query failed"), { code: "P2010", meta: { driverAdapterError: Object.assign(new Error("x"), { cause }) } });

describe("two transactions in each other's way", () => {
  it.each([
    ["a model's query", Object.assign(new Error("write conflict"), { code: "P2034" })],
    ["a raw query", inside({ kind: "postgres", originalCode: "40001" })],
    ["a deadlock of raw queries", inside({ kind: "postgres", code: "40P01" })],
    ["the commit", Object.assign(new Error("TransactionWriteConflict"), { name: "DriverAdapterError", cause: { kind: "TransactionWriteConflict" } })],
    ["the driver alone", Object.assign(new Error("could not serialize access"), { code: "40001" })],
  ])("are known by %s, done again, and told as too busy where that does not help", async (_, error) => {
    expect(isConflict(error)).toBe(true);
    expect(databaseAway(error)).toBe(true);
    let tries = 0;
    const lost = (times: number) => () => ((tries += 1) <= times ? Promise.reject(error) : Promise.resolve("done"));
    expect(await again(lost(4))).toBe("done");
    tries = 0;
    await expect(again(lost(5))).rejects.toBe(error);
    expect(tries).toBe(5);
  });

  it("are nothing else: a value that is taken is not tried again", async () => {
    let tries = 0;
    const taken = Object.assign(new Error("unique"), { code: "P2002" });
    await expect(again(() => ((tries += 1), Promise.reject(taken)))).rejects.toBe(taken);
    expect(tries).toBe(1);
    expect(databaseAway(taken)).toBe(false);
  });
});

it.each(["53100", "53300", "57P01", "57P03", "57014", "55P03", "58030", "08006", "25P03"])("PostgreSQL's %s is the database's trouble, not ours", (code) => {
  expect(databaseAway(Object.assign(new Error("x"), { code }))).toBe(true);
  expect(databaseAway(inside({ kind: "postgres", originalCode: code }))).toBe(true);
});

it.each(["23505", "23514", "42501", "22P02"])("PostgreSQL's %s is ours", (code) => {
  expect(databaseAway(Object.assign(new Error("x"), { code }))).toBe(false);
});
