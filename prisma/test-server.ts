// Vitest's global set-up for tests on a real PostgreSQL: one server for the run and one migrated database, which
// each test copies. An embedded server unless TEST_DATABASE_URL names one whose login may make databases.

import pg from "pg";
import type { TestProject } from "vitest/node";
import { asked } from "@/scripts/faults/fault.mjs";
import { migrate } from "./migrate";
import { openScratch } from "./scratch";

export interface TestServer {
  templateUrl: string;
  serverUrl: string;
  appLoginUrl: string;
}

declare module "vitest" {
  interface ProvidedContext {
    testServer: TestServer;
  }
}

export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
  const scratch = await openScratch(process.env.TEST_DATABASE_URL, "the tests");
  const templateUrl = await scratch.create();
  const appLogin = decodeURIComponent(new URL(scratch.appLoginUrl).username);
  await migrate(templateUrl, { appLogins: [appLogin] });
  const fault = asked()?.sql;
  if (fault !== undefined) {
    const owner = new pg.Client({ connectionString: templateUrl });
    await owner.connect();
    await owner.query(fault);
    await owner.end();
  }
  project.provide("testServer", { templateUrl, serverUrl: scratch.serverUrl, appLoginUrl: scratch.appLoginUrl });
  return scratch.close;
}
