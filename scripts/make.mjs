// npm run build: the database client and the production build, where they are not in place; starts nothing and connects to nothing.

import "./node-version.mjs";
import { ensureBuild, ensureClient } from "./build.mjs";
import { step } from "./steps.mjs";
import { command } from "./trouble.mjs";

// The pages are only compiled: nobody has this key, and nothing listens there.
const unused = { DATABASE_URL: "postgresql://nobody@127.0.0.1:1/none", NEXTAUTH_URL: "http://localhost:1", NEXTAUTH_SECRET: "x".repeat(32), ENCRYPTION_KEY: `${"A".repeat(43)}=` };

await command(async () => {
  await step("database client", async () => ((await ensureClient()) ? "made" : "in place"));
  await step("build", async () => ((await ensureBuild({ ...process.env, ...unused })) ? "made" : "in place"));
});
