import { randomBytes } from "node:crypto";
import { inject } from "vitest";
import { createDatabase, query, withDatabase } from "./scratch";

/**
 * A migrated, empty database that nobody else uses: `ownerUrl` for arranging and looking behind the scenes,
 * `appUrl` for the code under test, which then works as the role that row-level security binds.
 */
export async function freshDatabase(): Promise<{ ownerUrl: string; appUrl: string }> {
  process.env.ENCRYPTION_KEY ??= randomBytes(32).toString("base64");
  const { serverUrl, templateUrl, appLoginUrl } = inject("testServer");
  const ownerUrl = await createDatabase(serverUrl, templateUrl);
  await query(ownerUrl, `REVOKE TEMPORARY ON DATABASE ${new URL(ownerUrl).pathname.slice(1)} FROM PUBLIC`); // which a copy has not from its template
  return { ownerUrl, appUrl: withDatabase(appLoginUrl, ownerUrl) };
}
