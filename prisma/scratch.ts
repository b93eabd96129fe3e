// A PostgreSQL of its own for as long as something needs one: migrations are written and tested on it.

import { randomUUID } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import pg from "pg";
import { openEmbedded } from "@/scripts/postgres.mjs";

export interface Scratch {
  serverUrl: string;
  appLoginUrl: string;
  /** Makes an empty database and returns its owner's URL. */
  create: () => Promise<string>;
  close: () => Promise<void>;
}

/** On the server at `givenUrl`, whose login may make databases; without one, an embedded server in a new folder. */
export async function openScratch(givenUrl: string | undefined, what: string): Promise<Scratch> {
  if (givenUrl) {
    return {
      serverUrl: givenUrl,
      appLoginUrl: givenUrl,
      create: () => createDatabase(givenUrl),
      close: () => dropScratch(givenUrl),
    };
  }
  const folder = mkdtempSync(path.join(tmpdir(), "courseline-"));
  const server = await openEmbedded(folder, { address: what, durable: false });
  return {
    serverUrl: server.ownerUrl,
    appLoginUrl: server.appUrl,
    create: () => createDatabase(server.ownerUrl),
    close: async () => {
      await server.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

const scratchName = "courseline_scratch_";

/** Makes a database on the server, as a copy of the one at `templateUrl` if given, and returns its URL. */
export async function createDatabase(serverUrl: string, templateUrl?: string): Promise<string> {
  const name = `${scratchName}${randomUUID().replaceAll("-", "")}`;
  const template = templateUrl === undefined ? "" : ` template ${nameIn(templateUrl)}`;
  await query(serverUrl, `create database ${name}${template}`);
  const address = new URL(serverUrl);
  address.pathname = `/${name}`;
  return address.href;
}

/** The login of one URL on the database of another. */
export function withDatabase(loginUrl: string, databaseUrl: string): string {
  const address = new URL(loginUrl);
  address.pathname = new URL(databaseUrl).pathname;
  return address.href;
}

async function dropScratch(serverUrl: string): Promise<void> {
  const names = await query<{ datname: string }>(
    serverUrl,
    `select datname from pg_database where starts_with(datname, '${scratchName}')`,
  );
  for (const { datname } of names) await query(serverUrl, `drop database if exists ${datname} with (force)`);
}

/** One statement, on a connection of its own. */
export async function query<Row extends pg.QueryResultRow = Record<string, unknown>>(url: string, sql: string): Promise<Row[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query<Row>(sql)).rows;
  } finally {
    await client.end();
  }
}

function nameIn(url: string): string {
  return new URL(url).pathname.slice(1);
}
