import { expect, test } from "vitest";
import { awayNow } from "./away.mjs";

function poolThat(answers: () => Promise<unknown>, more: { totalCount?: number; idleCount?: number } = {}) {
  const asked: string[] = [];
  const pool = { totalCount: 1, idleCount: 1, options: { max: 10 }, ...more, query: (sql: string) => (asked.push(sql), answers()) };
  return { asked, isAway: awayNow(() => pool) };
}

test("away is a database that does not answer; each time is asked anew", async () => {
  let there = false;
  const { isAway } = poolThat(async () => {
    if (!there) throw Object.assign(new Error("refused"), { code: "ECONNREFUSED" });
  });
  expect(await isAway()).toBe(true);
  there = true;
  expect(await isAway()).toBe(false);
  there = false;
  expect(await isAway()).toBe(true);
});

test("however many ask at once, the database is asked once", async () => {
  const { asked, isAway } = poolThat(async () => {});
  expect(await Promise.all([isAway(), isAway(), isAway()])).toEqual([false, false, false]);
  expect(asked).toHaveLength(1);
});

test("where every connection is at work nobody asks: that is busy, and a page may still be made", async () => {
  const { asked, isAway } = poolThat(() => Promise.reject(new Error("refused")), { totalCount: 10, idleCount: 0 });
  expect(await isAway()).toBe(false);
  expect(asked).toEqual([]);
});

test("before the app first asked its database nothing is known", async () => {
  expect(await awayNow(() => undefined)()).toBe(false);
});
