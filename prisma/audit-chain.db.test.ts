import { createHash } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { beforeAll, describe, expect, inject, it } from "vitest";
import { handHeadOn } from "@/scripts/audit-seal.mjs";
import { verifyTrail, type Head, type Verdict } from "./audit-chain";
import { createClient } from "./connect";
import { createDatabase } from "./scratch";
import { freshDatabase } from "./test-database";

async function query<Row extends pg.QueryResultRow>(url: string, ...statements: string[]): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    let rows: Row[] = [];
    for (const sql of statements) rows = (await client.query<Row>(sql)).rows;
    return rows;
  } finally {
    await client.end();
  }
}

const headOf = `SELECT seal::text AS seal, hash, sealed_at AS "sealedAt", events::text AS events FROM audit_head()`;
const past = `INSERT INTO audit_event (id, at, action, address)`;

// Three seals of old rows, one of new ones; a head was kept after the second and the fourth.
let sealedUrl: string;
let kept: Head[];
beforeAll(async () => {
  ({ ownerUrl: sealedUrl } = await freshDatabase());
  await query(sealedUrl,
    `INSERT INTO audit_event (at, action, address) SELECT now() - make_interval(mins => 3000 - i), 'opened', 'desk ' || i FROM generate_series(1, 2500) i`,
    "SELECT seal_audit()",
  );
  const [first] = await query<Head & pg.QueryResultRow>(sealedUrl, headOf);
  await query(sealedUrl, "INSERT INTO audit_event (action) VALUES ('searched'), ('printed'), ('exported')", "SELECT seal_audit()");
  const [last] = await query<Head & pg.QueryResultRow>(sealedUrl, headOf);
  kept = [first as Head, last as Head];
});

/** On a copy: what an administrator of the database may do, with every trigger out of the way. */
async function tampered(...statements: string[]): Promise<(heads?: Head[]) => Promise<Verdict>> {
  const url = await createDatabase(inject("testServer").serverUrl, sealedUrl);
  await query(url, "SET session_replication_role = replica", ...statements);
  return (heads) => verifyTrail(url, { heads: heads ?? [] });
}

describe("the trail against its seals", () => {
  it("is whole when nobody touched it, with and without kept heads", async () => {
    const verify = await tampered("SELECT 1");
    expect(await verify()).toMatchObject({ events: 2503, seals: 4, unsealed: 0, wrong: null, headsCompared: 0 });
    expect(await verify(kept)).toMatchObject({ wrong: null, headsCompared: 2 });
  });

  it("names a row that was edited", async () => {
    const verify = await tampered("UPDATE audit_event SET address = 'elsewhere' WHERE id = 1700");
    expect((await verify()).wrong).toBe("Row 1700 is not what was sealed (seal 2).");
  });

  it("names the first of several, wherever the others are", async () => {
    const verify = await tampered("UPDATE audit_event SET action = 'listed' WHERE id IN (2501, 1234, 999, 1999)");
    expect((await verify()).wrong).toBe("Row 999 is not what was sealed (seal 1).");
  });

  it("names a row that was deleted", async () => {
    const verify = await tampered("DELETE FROM audit_event WHERE id = 1001");
    expect((await verify()).wrong).toBe("Row 1001 is missing (seal 2).");
  });

  it("names the first of two rows that changed places", async () => {
    const verify = await tampered("UPDATE audit_event SET id = -7 WHERE id = 40", "UPDATE audit_event SET id = 40 WHERE id = 41", "UPDATE audit_event SET id = 41 WHERE id = -7");
    expect((await verify()).wrong).toBe("Row 40 is not what was sealed (seal 1).");
  });

  it("names a row that was put in, also when the sealing went on afterwards", async () => {
    const verify = await tampered(
      `${past} SELECT 9001, at + interval '1 second', 'opened', 'desk 12' FROM audit_event WHERE id = 12`, "SELECT seal_audit()");
    expect((await verify()).wrong).toMatch(/^Row 9001 was put in afterwards: it is dated \d{4}-\d\d-\d\d \d\d:\d\d:\d\d UTC and was never sealed\.$/);
  });

  it("finds a row and its digest changed together: the seal no longer follows", async () => {
    const verify = await tampered("UPDATE audit_event SET address = 'elsewhere' WHERE id = 3",
      `UPDATE audit_seal s SET digests = overlay(digests PLACING (SELECT audit_digest(e) FROM audit_event e WHERE e.id = 3) FROM 65) WHERE number = 1`);
    expect((await verify()).wrong).toMatch(/^Seal 1 does not follow from the one before it/);
  });

  it("finds a seal that is missing between others", async () => {
    const verify = await tampered("DELETE FROM audit_seal WHERE number = 3");
    expect((await verify()).wrong).toBe("Seal 3 is missing.");
  });

  const cut = ["DELETE FROM audit_event WHERE id > 2500", "DELETE FROM audit_seal WHERE number > 3"];

  it("finds a cut tail by the kept head, and only by it", async () => {
    const verify = await tampered(...cut);
    expect(await verify()).toMatchObject({ events: 2500, wrong: null });
    expect((await verify(kept)).wrong).toMatch(/^The tail was cut: the chain ends at seal 3\. Seal 4 .* is missing; the row after 2500 sealed ones is the first that may be\.$/);
  });

  it("finds a chain written anew by the kept head, and only by it, and where at the earliest", async () => {
    const verify = await tampered(...cut, "INSERT INTO audit_event (id, action) VALUES (2501, 'opened')", "SELECT seal_audit()");
    expect(await verify()).toMatchObject({ seals: 4, wrong: null });
    expect((await verify(kept)).wrong).toMatch(/^The chain was written anew: Seal 4 .* had another hash; row 2501 is the first that may differ\.$/);
  });

  it("is hashed as said: over each column with its length, and over the hash before", async () => {
    const [row] = await query<{ digest: Buffer; sent: Buffer; hash: Buffer; previous: Buffer; sealed: Buffer }>(sealedUrl, `
      SELECT substring(s.digests FROM 1 FOR 32) AS digest, (SELECT record_send(ROW(e.id, e.at, e.organisation_id, e.user_id, e.roles, e.action, e.patient_id, e.subject, e.subject_id,
          e.before, e.after, e.break_glass, e.address, e.request_id)) FROM audit_event e WHERE e.id = s.events[1]) AS sent,
        s.hash, p.hash AS previous, record_send(ROW(s.number, s.sealed_at, s.since, s.events, s.digests, s.total)) AS sealed
      FROM audit_seal s JOIN audit_seal p ON p.number = s.number - 1 WHERE s.number = 4`);
    const sha256 = (...parts: Buffer[]) => createHash("sha256").update(Buffer.concat(parts)).digest("hex");
    expect(row?.digest.toString("hex")).toBe(sha256(row?.sent as Buffer));
    expect(row?.hash.toString("hex")).toBe(sha256(row?.previous as Buffer, row?.sealed as Buffer));
  });
});

describe("sixteen who write at once, slowly, while the sealing goes on", () => {
  it("are all in the chain, once; none waits for another", async () => {
    const { ownerUrl, appUrl } = await freshDatabase();
    const { pool } = createClient(appUrl);
    try {
      // Each holds its transaction open until all have written, and they commit in the opposite order.
      const clients = await Promise.all(Array.from({ length: 16 }, async () => {
        const client = new pg.Client({ connectionString: appUrl, options: "-c role=courseline_app -c lock_timeout=1" });
        await client.connect();
        return client;
      }));
      for (let round = 0; round < 5; round += 1) {
        for (const client of clients) await client.query("BEGIN; INSERT INTO audit_event (action, request_id) VALUES ('opened', 'first'), ('recorded', 'second')");
        await pool.query("SELECT seal_audit()");
        for (const client of clients.toReversed()) {
          await Promise.all([client.query("COMMIT"), pool.query("SELECT seal_audit()"), pool.query("SELECT seal_audit()")]);
        }
      }
      await Promise.all(clients.map((client) => client.end()));
      await pool.query("SELECT seal_audit()");
      expect(await verifyTrail(ownerUrl)).toMatchObject({ events: 160, unsealed: 0, wrong: null });
      const [{ sealed, distinct } = { sealed: 0, distinct: 0 }] = await query<{ sealed: number; distinct: number }>(ownerUrl,
        "SELECT count(*)::int AS sealed, count(DISTINCT id)::int AS distinct FROM audit_seal CROSS JOIN LATERAL unnest(events) id");
      expect([sealed, distinct]).toEqual([160, 160]);
    } finally {
      await pool.end();
    }
  });
});

describe("the application's role", () => {
  let appUrl: string;
  beforeAll(async () => void ({ appUrl } = await freshDatabase()));
  const asApp = async (sql: string) => {
    const client = new pg.Client({ connectionString: appUrl, options: "-c role=courseline_app" });
    await client.connect();
    return client.query(sql).finally(() => client.end());
  };

  it.each([
    "UPDATE audit_event SET action = 'x'", "DELETE FROM audit_event", "TRUNCATE audit_event", "UPDATE audit_seal SET total = 0", "DELETE FROM audit_seal", "TRUNCATE audit_seal",
    "INSERT INTO audit_seal SELECT * FROM audit_seal", "SELECT * FROM audit_seal", "ALTER TABLE audit_event DISABLE TRIGGER ALL", "SET session_replication_role = replica",
    "INSERT INTO audit_event (action, at) VALUES ('opened', '2020-01-01')", "INSERT INTO audit_event (action, id) VALUES ('opened', 1)",
    "INSERT INTO audit_event (action, roles) VALUES ('opened', 'auditor')", "INSERT INTO audit_event (action, after) VALUES ('opened', '{}')",
  ])("may not: %s", async (sql) => {
    await expect(asApp(sql)).rejects.toThrow(/permission denied|must be owner/);
  });

  it("may add a line and have it sealed", async () => {
    expect((await asApp("INSERT INTO audit_event (action) VALUES ('opened')")).rowCount).toBe(1);
    expect((await asApp("SELECT seal_audit() AS sealed")).rows).toEqual([{ sealed: "1" }]);
  });

  it("is refused by the trigger too, as the owner of the tables is", async () => {
    const { ownerUrl } = await freshDatabase();
    for (const sql of ["UPDATE audit_event SET action = 'x'", "DELETE FROM audit_event", "TRUNCATE audit_event", "DELETE FROM audit_seal"]) {
      await expect(query(ownerUrl, sql)).rejects.toThrow(/only ever added/);
    }
  });
});

describe("the head that is handed on", () => {
  it("is added to a file and given to a command, once for each seal, and is what verifying compares with", async () => {
    const { ownerUrl, appUrl } = await freshDatabase();
    const folder = mkdtempSync(path.join(tmpdir(), "courseline heads-"));
    const file = path.join(folder, "heads.txt");
    const { pool } = createClient(appUrl);
    const client = await pool.connect();
    try {
      let seal = await handHeadOn(client, { file }, "");
      expect(seal).toBe("");
      for (const action of ["opened", "printed"]) {
        await client.query("INSERT INTO audit_event (action) VALUES ($1)", [action]);
        await client.query("SELECT seal_audit()");
        seal = await handHeadOn(client, { file, command: `cat >> '${folder}/copy.txt'` }, seal);
        seal = await handHeadOn(client, { file, command: `cat >> '${folder}/copy.txt'` }, seal);
      }
      const lines = readFileSync(file, "utf8").trim().split("\n").map((line): Head => JSON.parse(line));
      expect(lines.map(({ seal: number, events }) => [number, events])).toEqual([["1", "1"], ["2", "2"]]);
      expect(readFileSync(path.join(folder, "copy.txt"), "utf8")).toBe(readFileSync(file, "utf8"));
      expect(await verifyTrail(ownerUrl, { heads: lines })).toMatchObject({ wrong: null, headsCompared: 2 });
      await expect(handHeadOn(client, { command: "exit 3" }, "")).rejects.toThrow("AUDIT_HEAD_COMMAND ended with status 3");
    } finally {
      client.release();
      await pool.end();
      rmSync(folder, { recursive: true });
    }
  });
});
