// What may be set in the environment or in .env, and what is wrong with it, in words. An empty value is not set.

import { existsSync, readFileSync } from "node:fs";
import { isIP } from "node:net";
import path from "node:path";
import { Trouble } from "./trouble.mjs";

export const projectFolder = path.join(import.meta.dirname, "..");

/**
 * @typedef {{
 *   databaseUrl: string | null, migrateUrl: string | null, dataDir: string, host: string, port: number,
 *   publicUrl: string, secret: string | null, encryptionKey: string | null, demoPassword: string | null,
 * }} Settings
 */

export function loadEnvFile() {
  const file = path.join(projectFolder, ".env");
  if (existsSync(file)) process.loadEnvFile(file);
}

/**
 * @param {NodeJS.ProcessEnv} env
 * @returns {Settings}
 */
export function readSettings(env) {
  const problems = [];
  const port = Number(env.PORT || 3000);
  if (!Number.isInteger(port) || port < 1 || port > 65_535) problems.push(`PORT is ${env.PORT}: it is a number from 1 to 65535.`);
  const databaseUrl = env.DATABASE_URL || null;
  const migrateUrl = env.MIGRATE_DATABASE_URL || databaseUrl;
  if (databaseUrl === null && migrateUrl !== null) {
    problems.push("MIGRATE_DATABASE_URL is set without DATABASE_URL, the login the application works with.");
  }
  if (databaseUrl !== null && !isPostgresUrl(databaseUrl)) problems.push(notPostgres("DATABASE_URL"));
  if (migrateUrl !== null && migrateUrl !== databaseUrl && !isPostgresUrl(migrateUrl)) {
    problems.push(notPostgres("MIGRATE_DATABASE_URL"));
  }
  if (env.READ_DATABASE_URL && !isPostgresUrl(env.READ_DATABASE_URL)) problems.push(notPostgres("READ_DATABASE_URL"));
  const secret = env.NEXTAUTH_SECRET || null;
  if (secret === null) {
    if (databaseUrl !== null) problems.push(`NEXTAUTH_SECRET is missing. ${makeOne}`);
  } else if (secret.length < 32 || new Set(secret).size < 10) {
    problems.push(`NEXTAUTH_SECRET is too easy to guess: it takes 32 characters at random. ${makeOne}`);
  }
  const encryptionKey = readKeys(env, problems);
  if (encryptionKey === null && databaseUrl !== null && !env.ENCRYPTION_KEY_FILE) {
    problems.push(`ENCRYPTION_KEY is missing: it encrypts what must not be read in the database itself. ${makeKey}`);
  }
  const publicUrl = env.NEXTAUTH_URL || null;
  if (publicUrl === null) {
    if (databaseUrl !== null) problems.push("NEXTAUTH_URL is missing: the address clinicians open, https://…");
  } else if (!isSafeAddress(publicUrl)) {
    problems.push(`NEXTAUTH_URL is ${publicUrl}: it is the address clinicians open and begins with https://, ` +
      "or with http://localhost for a trial on this machine.");
  }
  refuse(problems);
  return {
    databaseUrl, migrateUrl, secret, encryptionKey, port,
    dataDir: path.resolve(projectFolder, env.DATA_DIR || ".data"),
    host: env.HOST || "127.0.0.1",
    publicUrl: publicUrl ?? `http://localhost:${port}`,
    demoPassword: env.DEMO_PASSWORD || null,
  };
}

/**
 * The keys, the newest first, joined by commas: from ENCRYPTION_KEY and ENCRYPTION_KEYS_OLD, or a file with one on each line.
 * @param {NodeJS.ProcessEnv} env
 * @param {string[]} problems
 */
function readKeys({ ENCRYPTION_KEY: given, ENCRYPTION_KEYS_OLD: old, ENCRYPTION_KEY_FILE: file }, problems) {
  if (file && given) problems.push("Set ENCRYPTION_KEY or ENCRYPTION_KEY_FILE, not both.");
  if (file && !existsSync(file)) problems.push(`ENCRYPTION_KEY_FILE is ${file}, and there is no such file.`);
  const text = file && existsSync(file) ? readFileSync(file, "utf8") : given;
  const keys = `${text ?? ""},${old ?? ""}`.split(/[,\s]+/).filter(Boolean);
  if (keys.some((key) => Buffer.from(key, "base64").length !== 32)) {
    problems.push(`${file ? "A key in ENCRYPTION_KEY_FILE" : "ENCRYPTION_KEY, or a key in ENCRYPTION_KEYS_OLD,"} is not 32 bytes in base64 (the newest first, joined by commas). ${makeKey}`);
  }
  return text && keys.length > 0 ? keys.join(",") : null;
}

/**
 * @param {string[]} problems
 */
function refuse(problems) {
  if (problems.length === 0) return;
  const list = problems.map((problem) => `  - ${problem}`).join("\n");
  throw new Trouble(`Courseline cannot start with these settings:\n${list}\n.env.example explains each of them.`);
}

const makeOne = "Make one with: openssl rand -base64 48";
const makeKey = "Make one with: openssl rand -base64 32";

/** @param {string} name */
const notPostgres = (name) => `${name} is not a PostgreSQL address: postgresql://login:password@host:5432/database`;

/** @param {string} text */
function isPostgresUrl(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && /^postgres(ql)?:$/.test(url.protocol) && url.pathname.length > 1;
}

/** @param {string} text */
function isSafeAddress(text) {
  const url = URL.canParse(text) ? new URL(text) : null;
  return url !== null && (url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url.hostname)));
}

/** @param {string} host */
export function isLoopback(host) {
  const bare = host.replace(/^\[|\]$/g, "");
  return bare === "localhost" || bare === "::1" || (isIP(bare) === 4 && bare.startsWith("127."));
}

/**
 * Looks at a database that was not brought up by us: what would keep Courseline from working on it, all at once,
 * and what would be better otherwise.
 * @param {Settings} settings
 * @returns {Promise<string[]>} advice that does not keep it from starting
 */
export async function checkDatabase({ databaseUrl, migrateUrl }) {
  if (databaseUrl === null || migrateUrl === null) return [];
  const names = migrateUrl === databaseUrl ? "DATABASE_URL" : "MIGRATE_DATABASE_URL";
  const problems = [];
  const advice = [];
  const owner = await inspect(migrateUrl);
  const login = migrateUrl === databaseUrl ? owner : await inspect(databaseUrl);
  if ("reason" in login) problems.push(`DATABASE_URL cannot be reached: ${login.reason}.`);
  if (owner !== login && "reason" in owner) problems.push(`MIGRATE_DATABASE_URL cannot be reached: ${owner.reason}.`);
  if (!("reason" in owner)) {
    if (owner.version < 150_000) {
      problems.push(`The database is PostgreSQL ${Math.floor(owner.version / 10_000)}; Courseline needs 15 or later.`);
    }
    if (!owner.makesRoles && !("reason" in login) && !login.member) {
      const make = owner.hasRole ? "" : "CREATE ROLE courseline_app NOLOGIN NOINHERIT; ";
      problems.push(`DATABASE_URL cannot work as the role courseline_app, and ${names} may not arrange it. Let an ` +
        `administrator of the database run: ${make}GRANT courseline_app TO "${login.login}";`);
    }
    if (!owner.owns) {
      problems.push(`${names} may not make tables in the database's schema "public". Let an administrator run: ` +
        `GRANT CREATE ON SCHEMA public TO "${owner.login}";`);
    }
  }
  if (!("reason" in login) && login.superuser) {
    advice.push("DATABASE_URL logs in as a superuser. Give the application a login of its own (docs/OPERATING.md).");
  }
  const { hostname, searchParams } = new URL(databaseUrl);
  if (!isLoopback(hostname) && hostname !== "" && !/^(require|verify-ca|verify-full)$/.test(searchParams.get("sslmode") ?? "")) {
    advice.push("DATABASE_URL crosses the network without TLS. Add sslmode=verify-full to it.");
  }
  refuse(problems);
  return advice;
}

/**
 * @param {string} url
 * @returns {Promise<{ reason: string } | { version: number, login: string, superuser: boolean, makesRoles: boolean,
 *   hasRole: boolean, member: boolean, owns: boolean }>}
 */
async function inspect(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5000 });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows } = await client.query(
      `select current_setting('server_version_num')::int as version, current_user::text as login,
         rolsuper as superuser, rolsuper or rolcreaterole as "makesRoles",
         exists (select from pg_roles where rolname = 'courseline_app') as "hasRole",
         coalesce((select pg_has_role(oid, 'member') from pg_roles where rolname = 'courseline_app'), false) as member,
         has_schema_privilege('public', 'create') as owns
       from pg_roles where rolname = current_user`,
    );
    return rows[0];
  } catch (error) {
    return { reason: error instanceof Error ? error.message || String(Reflect.get(error, "code")) : String(error) };
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * After the migrations: does the application's own connection work as the bound role, in UTC?
 * @param {string} url
 */
export async function checkSession(url) {
  const { default: pg } = await import("pg");
  const client = new pg.Client({
    connectionString: url, connectionTimeoutMillis: 5000, options: "-c role=courseline_app -c timezone=UTC",
  });
  client.on("error", () => {});
  try {
    await client.connect();
    const { rows: [session] } = await client.query(
      `select current_user::text as role, current_setting('TimeZone') as zone, rolsuper or rolbypassrls as unbound
       from pg_roles where rolname = current_user`,
    );
    if (session.role === "courseline_app" && session.zone === "UTC" && !session.unbound) return;
    refuse([`DATABASE_URL works as ${session.role} in ${session.zone}, not as courseline_app in UTC. A pooler in ` +
      "between must pass on the connection's options (pgbouncer: do not ignore the parameter \"options\")."]);
  } catch (error) {
    if (error instanceof Trouble) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    refuse([`DATABASE_URL cannot work as the role courseline_app: ${reason}. Let an administrator of the database ` +
      `run: GRANT courseline_app TO "${decodeURIComponent(new URL(url).username)}";`]);
  } finally {
    await client.end().catch(() => {});
  }
}
