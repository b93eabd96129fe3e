// The caseload read from a standby as PostgreSQL has them: Debian's programs, a primary, and one that follows it through a line
// which can be made slow. Who answers is chance; what is answered is not.
import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseloadAsk } from "@/lib/schemas/caseload";
import { createClient } from "@/prisma/connect";
import { migrate } from "@/prisma/migrate";
import { standby, type Standby } from "@/prisma/standby";
import { own, programsHere, run, start, type Server } from "@/scripts/drill/cluster";
import { openRelay, type Relay } from "@/scripts/drill/relay";
import { form, named, openClinic, type Clinic } from "./clinic.fixture";

const bin = programsHere();

describe.skipIf(bin === null)("a standby that follows", () => {
  const root = mkdtempSync(path.join(tmpdir(), "courseline-standby-"));
  let [primary, second]: Server[] = [];
  let line: Relay;
  let reading: ReturnType<typeof createClient>;
  let clinic: Clinic;
  let records: typeof import("./caseload") & typeof import("./patients") & typeof import("./assessments");
  let byStandby = 0;
  const failures: unknown[] = [];

  beforeAll(async () => {
    const [first, copy] = [own(path.join(own(root), "first")), own(path.join(root, "second"))];
    await run(bin!, "initdb", ["-D", first, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C", "--no-sync"]);
    primary = await start(bin!, first, { fsync: "off" });
    await migrate(primary.url);
    line = await openRelay([primary.port]);
    await run(bin!, "pg_basebackup", ["-d", `host=127.0.0.1 port=${line.port} user=postgres`, "-D", copy, "-R", "-X", "stream", "-c", "fast", "--no-sync"]);
    second = await start(bin!, copy, { fsync: "off", hot_standby: "on" });
    reading = createClient(second.url);
    const asked = standby(reading.plainly, (error) => failures.push(error));
    const counted: Standby = async (settings, place, read) => {
      const answered = await asked(settings, place, read);
      if (answered !== null) byStandby += 1;
      return answered;
    };
    Object.assign(globalThis, { courselineStandby: counted });
    process.env.READ_DATABASE_URL = second.url;
    clinic = await openClinic({ ownerUrl: primary.url, appUrl: primary.url });
    records = { ...(await import("./caseload")), ...(await import("./patients")), ...(await import("./assessments")) };
  });
  afterAll(async () => {
    delete process.env.READ_DATABASE_URL;
    Reflect.deleteProperty(globalThis, "courselineStandby");
    await Promise.all([clinic?.close(), reading?.pool.end(), line?.close()]);
    second?.stop();
    primary?.stop();
    rmSync(root, { recursive: true, force: true });
  });

  const look = (query = "") => records.readCaseload(clinic.ada, caseloadAsk.parse({ query }));

  /** By the standby, asked without a question of how far it is. */
  const missedBlindly = (id: string) =>
    reading.plainly({ "app.user_id": clinic.ada.userId }, async (tx) => 1 - (await tx.$queryRaw<unknown[]>`SELECT FROM patient WHERE id = ${id}::uuid`).length);

  /** A patient with a form is saved and looked for at once, until a look was answered as wanted. */
  async function saveAndLookUntil(enough: () => boolean): Promise<{ looks: number; blind: number }> {
    let [looks, blind] = [0, 0];
    for (; looks < 300 && !enough(); looks += 1) {
      const id = randomUUID();
      await records.savePatient(clinic.ada, id, named(id));
      await records.saveAssessment(clinic.ada, randomUUID(), form(id, 2));
      blind += await missedBlindly(id).catch(() => 0);
      expect((await look(id)).rows.map(({ latest }) => latest?.total)).toEqual([40]);
    }
    return { looks, blind };
  }

  it("answers, and misses nothing that its asker has just saved", async () => {
    const before = byStandby;
    await saveAndLookUntil(() => byStandby >= before + 10);
    expect(byStandby).toBe(before + 10);
  });

  it("does not answer while it is behind; asked blindly it would miss what was saved", async () => {
    line.delayMs = 60;
    const before = byStandby;
    let left = 10;
    const { looks, blind } = await saveAndLookUntil(() => left-- === 0);
    line.delayMs = 0;
    await primary!.until("SELECT bool_and(replay_lsn >= pg_current_wal_lsn()) FROM pg_stat_replication");
    expect(looks).toBe(10);
    expect(blind).toBeGreaterThan(0);
    expect(byStandby - before).toBeLessThan(looks);
  });

  it("somebody of another team finds none of it there either", async () => {
    const before = byStandby;
    for (let tries = 0; tries < 300 && byStandby === before; tries += 1) {
      expect((await records.readCaseload(clinic.ben, caseloadAsk.parse({}))).counts.all).toBe(0);
    }
    expect(byStandby).toBe(before + 1);
  });

  it("is gone: the primary answers, and nobody sees an error", async () => {
    expect(failures).toEqual([]);
    second!.kill();
    const before = byStandby;
    let left = 5;
    await saveAndLookUntil(() => left-- === 0);
    expect(byStandby).toBe(before);
    expect(failures).toHaveLength(1);
  });
});
