import { describe, expect, it } from "vitest";
import { isLoopback, readSettings } from "./environment.mjs";

const secret = "k3Jx8vQe1ZtYb6NwRfLmD2sUa9GhPo4C";
const server = {
  DATABASE_URL: "postgresql://app:word@db.example.org/courseline",
  NEXTAUTH_SECRET: secret,
  NEXTAUTH_URL: "https://courseline.example.org",
  ENCRYPTION_KEY: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=",
};

function problemsOf(env: Record<string, string>): string {
  try {
    readSettings({ NODE_ENV: "test", ...env });
    return "";
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}

describe("readSettings", () => {
  it("needs nothing for the embedded database", () => {
    expect(readSettings({ NODE_ENV: "test" })).toMatchObject({
      databaseUrl: null, migrateUrl: null, host: "127.0.0.1", port: 3000, publicUrl: "http://localhost:3000",
      secret: null, encryptionKey: null, demoPassword: null,
    });
  });

  it("takes an empty value for none", () => {
    expect(readSettings({ NODE_ENV: "test", DATABASE_URL: "", PORT: "", HOST: "", DEMO_PASSWORD: "" })).toEqual(
      readSettings({ NODE_ENV: "test" }),
    );
  });

  it("migrates as the application's login unless another is given", () => {
    expect(readSettings({ NODE_ENV: "test", ...server })).toMatchObject({
      databaseUrl: server.DATABASE_URL, migrateUrl: server.DATABASE_URL,
    });
  });

  it("names everything missing at once", () => {
    const problems = problemsOf({ DATABASE_URL: server.DATABASE_URL });
    expect(problems).toContain("NEXTAUTH_SECRET is missing");
    expect(problems).toContain("NEXTAUTH_URL is missing");
    expect(problems).toContain("ENCRYPTION_KEY is missing");
  });

  it.each([
    ["a short secret", { NEXTAUTH_SECRET: secret.slice(1) }, "NEXTAUTH_SECRET is too easy"],
    ["a secret of one letter", { NEXTAUTH_SECRET: "a".repeat(64) }, "NEXTAUTH_SECRET is too easy"],
    ["a short key", { ENCRYPTION_KEY: "q83vEjRWeJA=" }, "is not 32 bytes in base64"],
    ["two keys of which one is short", { ENCRYPTION_KEY: "q83vEjRWeJCrze8SNFZ4kKvN7xI0VniQq83vEjRWeJA=, q83v" }, "is not 32 bytes in base64"],
    ["an address without TLS", { NEXTAUTH_URL: "http://courseline.example.org" }, "NEXTAUTH_URL is http://"],
    ["an address that is none", { NEXTAUTH_URL: "courseline" }, "NEXTAUTH_URL is courseline"],
    ["another kind of database", { DATABASE_URL: "mysql://a@b/c" }, "DATABASE_URL is not a PostgreSQL address"],
    ["an owner of another kind", { MIGRATE_DATABASE_URL: "nonsense" }, "MIGRATE_DATABASE_URL is not a PostgreSQL"],
    ["an owner without an application", { DATABASE_URL: "", MIGRATE_DATABASE_URL: server.DATABASE_URL }, "without DATABASE_URL"],
    ["a port that is none", { PORT: "http" }, "PORT is http"],
    ["a port out of range", { PORT: "65536" }, "PORT is 65536"],
  ])("refuses %s", (_what, change, told) => {
    expect(problemsOf({ ...server, ...change })).toContain(told);
  });

  it("takes 32 characters, and http on this very machine", () => {
    expect(problemsOf({ ...server, NEXTAUTH_URL: "http://localhost:3000" })).toBe("");
    expect(problemsOf({ ...server, NEXTAUTH_URL: "http://127.0.0.1:3000" })).toBe("");
  });

  it("never repeats a secret or a database's password", () => {
    const problems = problemsOf({ DATABASE_URL: "mysql://a:hunter2@b/c", NEXTAUTH_SECRET: "hunter2", PORT: "x" });
    expect(problems).not.toContain("hunter2");
  });
});

describe("isLoopback", () => {
  it.each(["localhost", "127.0.0.1", "127.1.2.3", "::1", "[::1]"])("knows %s", (host) => expect(isLoopback(host)).toBe(true));
  it.each(["127.0.0.1.example.org", "localhost.example.org", "10.0.0.1", "::2", ""])("is not taken in by %s", (host) =>
    expect(isLoopback(host)).toBe(false));
});
