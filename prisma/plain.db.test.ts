// A plain transaction is all or nothing, its settings end with it, and a failure costs no connection.
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createClient, type Connected } from "./connect";
import { freshDatabase } from "./test-database";

let app: Connected;
const asked = { "app.user_id": "7a5e2d2c-0000-4000-8000-00000000000a" };
const throttled = async () => (await app.pool.query("SELECT key FROM throttle ORDER BY key")).rows.map(({ key }) => key);

beforeAll(async () => {
  app = createClient((await freshDatabase()).appUrl);
});
afterAll(async () => {
  await app.prisma.$disconnect();
  await app.pool.end();
});

describe("a plain transaction", () => {
  it("answers with rows, counts what it changed, and keeps both", async () => {
    const changed = await app.plainly(asked, async (tx) => {
      const count = await tx.$executeRaw`INSERT INTO throttle (key, points) VALUES (${"kept"}, ${1})`;
      const [row] = await tx.$queryRaw<{ points: number; asks: string }[]>`SELECT points, current_setting('app.user_id') AS asks FROM throttle WHERE key = ${"kept"}`;
      return { count, row };
    });
    expect(changed).toEqual({ count: 1, row: { points: 1, asks: asked["app.user_id"] } });
    expect(await throttled()).toEqual(["kept"]);
  });

  it("leaves nothing behind when it fails, and its connection serves the next", async () => {
    for (let time = 0; time < 15; time += 1) {
      const failing = app.plainly(asked, async (tx) => {
        await tx.$executeRaw`INSERT INTO throttle (key, points) VALUES (${"lost"}, ${1})`;
        await tx.$queryRaw`SELECT 1 / ${time}::integer * 0 / 0`;
      });
      await expect(failing).rejects.toMatchObject({ code: "22012" });
    }
    expect(await throttled()).toEqual(["kept"]);
  });

  it("forgets who asked", async () => {
    const who = () => app.pool.query("SELECT nullif(current_setting('app.user_id', true), '') AS asks");
    const all = await Promise.all(Array.from({ length: 10 }, who));
    expect(all.map(({ rows }) => rows[0].asks)).toEqual(Array.from({ length: 10 }, () => null));
  });

  it("takes a setting's value as a value", async () => {
    const sly = "x', true); DROP TABLE throttle; --";
    const read = await app.plainly({ "app.user_id": sly }, (tx) => tx.$queryRaw<{ asks: string }[]>`SELECT current_setting('app.user_id') AS asks`);
    expect(read).toEqual([{ asks: sly }]);
  });
});
