import path from "node:path";
import { defineConfig } from "vitest/config";
import { faultPlugin } from "./scripts/faults/fault.mjs";

// A zone that no clinic and no developer of ours is in, with an odd offset: what leans on the machine's zone shows.
process.env.TZ = "Asia/Kathmandu";

const databaseTests = "**/*.db.test.ts";
const startStories = "scripts/**/*.story.test.ts";
const elsewhere = ["**/node_modules/**", "**/.next*/**", "e2e/**", "bench/floor/**"];

export default defineConfig({
  plugins: [faultPlugin()],
  resolve: {
    alias: {
      "@": import.meta.dirname,
      "server-only": path.join(import.meta.dirname, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    // Not isolated: a worker loads a module once for all its files, which halves the work. Modules keep no state that
    // a test could see, but for the database; lib/records/clinic.fixture.ts loads the app anew for each clinic.
    projects: [
      {
        extends: true,
        test: {
          name: "unit",
          include: ["**/*.test.{ts,tsx}"],
          exclude: [...elsewhere, databaseTests, startStories],
          setupFiles: ["scripts/quiet-console.ts"],
          isolate: false,
          testTimeout: 20_000,
        },
      },
      {
        extends: true,
        test: {
          name: "records",
          include: [databaseTests],
          exclude: elsewhere,
          setupFiles: ["scripts/quiet-console.ts"],
          globalSetup: ["prisma/test-server.ts"],
          isolate: false,
          testTimeout: 30_000,
          hookTimeout: 120_000,
        },
      },
      {
        extends: true,
        test: { name: "start", include: [startStories], exclude: elsewhere, testTimeout: 240_000, hookTimeout: 240_000 },
      },
    ],
  },
});
