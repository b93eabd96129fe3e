// PostgreSQL servers of Debian's package for a drill: made, started, killed and promoted with PostgreSQL's own programs. It refuses
// to be root, so root hands them to the user postgres.
import { execFileSync, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { chownSync, existsSync, mkdirSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import pg from "pg";
import { freePort } from "../postgres.mjs";

const packages = "/usr/lib/postgresql";

/** The folder of the newest server's programs (or PG_BIN); null where there is none with what the drill needs. */
export function programsHere(): string | null {
  const versions = existsSync(packages) ? readdirSync(packages).map(Number).filter(Boolean).sort((one, other) => other - one) : [];
  const places = [process.env.PG_BIN, ...versions.map((version) => `${packages}/${version}/bin`)].filter((place) => place !== undefined);
  return places.find((place) => ["initdb", "pg_ctl", "pg_basebackup", "pg_verifybackup"].every((program) => existsSync(path.join(place, program)))) ?? null;
}

const asRoot = process.getuid?.() === 0;
const [uid, gid] = asRoot ? ["-u", "-g"].map((which) => Number(execFileSync("id", [which, "postgres"], { encoding: "utf8" }))) : [undefined, undefined];

export function own(folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (uid !== undefined && gid !== undefined) chownSync(folder, uid, gid);
  return folder;
}

/** Beside everything else: what it talks to may be a relay of ours. What it leaves running keeps no pipe of ours open. */
export async function run(bin: string, program: string, args: string[]): Promise<void> {
  const child = spawn(path.join(bin, program), args, { cwd: "/", stdio: ["ignore", "ignore", "pipe"], ...(uid !== undefined && { uid, gid }) });
  let said = "";
  child.stderr.on("data", (text) => (said += text));
  const [status] = await once(child, "exit");
  if (status !== 0) throw new Error(`${program} ${args.join(" ")} ended with ${status}: ${said}`);
}

export interface Server {
  folder: string;
  port: number;
  url: string;
  query: (sql: string) => Promise<Record<string, unknown>[]>;
  until: (sql: string) => Promise<void>;
  kill: () => void;
  promote: () => Promise<void>;
  stop: () => void;
}

export async function start(bin: string, folder: string, settings: Record<string, string> = {}): Promise<Server> {
  const port = await freePort();
  const given = { port: String(port), listen_addresses: "127.0.0.1", unix_socket_directories: "", ...settings };
  const options = Object.entries(given).map(([name, value]) => `-c ${name}='${value}'`).join(" ");
  await run(bin, "pg_ctl", ["-D", folder, "-l", `${folder}.log`, "-w", "-t", "60", "-o", options, "start"]);
  const url = `postgresql://postgres@127.0.0.1:${port}/postgres`;
  const query = async (sql: string) => {
    const client = new pg.Client({ connectionString: url });
    client.on("error", () => {});
    await client.connect();
    try {
      return (await client.query<Record<string, unknown>>(sql)).rows;
    } finally {
      await client.end();
    }
  };
  const until = async (sql: string) => {
    for (const late = Date.now() + 60_000; ; await pause(50)) {
      const [row] = await query(sql).catch(() => []);
      if (row && Object.values(row)[0] === true) return;
      if (Date.now() > late) throw new Error(`Never came true: ${sql}\n${readFileSync(`${folder}.log`, "utf8").slice(-2000)}`);
    }
  };
  return {
    folder, port, url, query, until,
    // The postmaster first, so that it starts nothing anew, then what it had started.
    kill: () => {
      const postmaster = Number(readFileSync(path.join(folder, "postmaster.pid"), "utf8").split("\n")[0]);
      const children = spawnSync("ps", ["-o", "pid=", "--ppid", String(postmaster)], { encoding: "utf8" }).stdout.trim().split(/\s+/).map(Number);
      for (const pid of [postmaster, ...children].filter(Boolean)) {
        try {
          process.kill(pid, "SIGKILL");
        } catch {
          // gone with the postmaster
        }
      }
    },
    promote: () => run(bin, "pg_ctl", ["-D", folder, "-w", "promote"]),
    stop: () => void spawnSync(path.join(bin, "pg_ctl"), ["-D", folder, "-m", "immediate", "stop"], { cwd: "/", ...(uid !== undefined && { uid, gid }) }),
  };
}
