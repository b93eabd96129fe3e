// The world of a drill: a database, an app process on it, the one address in front, and a clinic.

import { freePort } from "../postgres.mjs";
import { openApp, type App } from "./app";
import { openClinic } from "./clinic";
import { openDatabase } from "./database";
import type { World } from "./drill";
import { openRelay } from "./relay";

export async function openWorld(folder: string, people = 16): Promise<World & { said: () => string; close: () => Promise<void> }> {
  const database = await openDatabase(folder);
  const clinic = await openClinic(database, people);
  const port = await freePort();
  const front = await openRelay([port]);
  const env = (more: Record<string, string> = {}, databasePort?: number) => ({
    DATABASE_URL: database.appUrl(databasePort), NEXTAUTH_URL: `http://localhost:${front.port}`, NEXTAUTH_SECRET: database.sessionSecret,
    ENCRYPTION_KEY: database.encryptionKey, ENCRYPTION_KEYS_OLD: "", COURSELINE_EMBEDDED: "1", REQUESTS_PER_MINUTE: "1000000", TRUST_PROXY: "", ...more,
  });
  const apps: App[] = [await openApp(port, env())];
  return {
    database, clinic, front, apps, env, folder,
    said: () => `${apps.map((app) => app.said()).join("\n").slice(-2_000)}\n${database.log()}`,
    close: async () => {
      await front.close();
      await Promise.all(apps.map((app) => app.end("SIGTERM")));
      await database.stop();
    },
  };
}
