// A sign-in is a row; the cookie holds 32 random bytes that point to it, and the row holds only their SHA-256.
// Idle and absolute limits are judged by the database's clock. Deleting the row ends the session at once.
import "server-only";
import { createHash, randomBytes, randomUUID } from "node:crypto";
import { pool } from "@/lib/db";
import { settingsFrom, type ClinicSettings } from "@/lib/schemas/settings";
import type { Viewer } from "./viewer";

export const longest = { idleMinutes: 15, hours: 12, betweenMinutes: 10, freshMinutes: 10 };

// A token of a sign-in that is not whole says so itself: the form learns from it what to ask next (betweenOf).
const digest = (token: string) => createHash("sha256").update(token.replace(/^(factor|passkey|setup)\./, "")).digest();

/** `passkey`: the second factor, of somebody who has one. */
export type Due = Stage | "passkey";

export function betweenOf(token: string): Due {
  return (["factor", "passkey", "setup"] as const).find((due) => token.startsWith(`${due}.`)) ?? "full";
}

/** Where a sign-in was made, for the list its owner sees. */
export interface MadeFrom {
  address: string | null;
  browser: string | null;
}

export type Stage = "full" | "factor" | "setup";

/** With a stage other than "full": the password was right, and nothing but the second factor may follow, within minutes. */
export async function beginSignIn(userId: string, { address, browser }: MadeFrom, due: Due = "full"): Promise<string> {
  const stage: Stage = due === "passkey" ? "factor" : due;
  const token = randomBytes(32).toString("base64url");
  const minutes = stage === "full" ? longest.hours * 60 : longest.betweenMinutes;
  await pool.query(
    `WITH over AS (DELETE FROM sign_in WHERE user_id = $3 AND expires_at < now())
     INSERT INTO sign_in (id, token_hash, user_id, expires_at, address, browser, stage)
     VALUES ($1, $2, $3, now() + make_interval(mins => $4), $5, $6, $7::"SignInStage")`,
    [randomUUID(), digest(token), userId, minutes, address, browser, stage],
  );
  return stage === "full" ? token : `${due}.${token}`;
}

/** Its person has just shown who they are: the session goes on as a new one, and the old token is worth nothing. Null where it has ended. */
export async function renewSignIn(signInId: string): Promise<string | null> {
  const token = randomBytes(32).toString("base64url");
  const { rowCount } = await pool.query("UPDATE sign_in SET id = $2, token_hash = $3, fresh_at = now() WHERE id = $1 AND stage = 'full'", [signInId, randomUUID(), digest(token)]);
  return rowCount === 1 ? token : null;
}

export async function endSignIn(token: string): Promise<{ id: string; organisationId: string } | null> {
  const { rows } = await pool.query(
    `DELETE FROM sign_in s USING app_user u WHERE s.token_hash = $1 AND u.id = s.user_id
     RETURNING u.id, u.organisation_id AS "organisationId"`,
    [digest(token)],
  );
  return rows[0] ?? null;
}

// One statement: finds the session, its person and clinic, and notes that it was used (at most once a minute; not by a
// page that merely looks again while nobody touches it).
const whoIsThis = {
  name: "who-is-this",
  text: `
    WITH session AS (
      SELECT id, user_id, last_seen_at, fresh_at FROM sign_in
      WHERE token_hash = $1 AND stage = 'full' AND expires_at > now() AND last_seen_at > now() - make_interval(mins => $2)
    ), seen AS (
      UPDATE sign_in SET last_seen_at = now()
      WHERE NOT $3 AND id = (SELECT id FROM session WHERE last_seen_at < now() - interval '1 minute')
    )
    SELECT s.id AS "signInId", s.fresh_at > now() - make_interval(mins => $4) AS fresh, u.id AS "userId", u.name, u.email, u.roles::text[] AS roles, open_glass(u.id) AS "brokenGlass",
      o.settings::text AS settings, json_build_object('id', o.id, 'name', o.name, 'timeZone', o.time_zone, 'settingsVersion', o.settings_version, 'synthetic', o.synthetic) AS organisation
    FROM session s JOIN app_user u ON u.id = s.user_id JOIN organisation o ON o.id = u.organisation_id
    WHERE u.disabled_at IS NULL`,
};

/** The person a token stands for, or null: unknown, ended, idle too long, expired or disabled all look the same. */
export async function readSignIn(token: string, from: { address: string | null; requestId: string }, { unattended = false } = {}): Promise<Viewer | null> {
  const { rows } = await pool.query({ ...whoIsThis, values: [digest(token), longest.idleMinutes, unattended, longest.freshMinutes] });
  const found = rows[0];
  if (!found) return null;
  const { settings, organisation, ...person } = found;
  return { ...person, organisation: { ...organisation, settings: settingsIn(organisation.id, settings) }, ...from } as Viewer;
}

/** Reading a document costs as much as asking for it: the last of each clinic is kept, for as long as it is the same. */
const read = new Map<string, { text: string; settings: ClinicSettings }>();

function settingsIn(organisationId: string, text: string): ClinicSettings {
  const known = read.get(organisationId);
  if (known?.text === text) return known.settings;
  const settings = settingsFrom(JSON.parse(text));
  read.set(organisationId, { text, settings });
  return settings;
}

/** Seconds until this session ends by itself, by the database's clock; 0 when it has. */
export async function secondsLeft(signInId: string): Promise<number> {
  const { rows } = await pool.query(
    "SELECT extract(epoch FROM least(expires_at, last_seen_at + make_interval(mins => $2)) - now()) AS seconds FROM sign_in WHERE id = $1",
    [signInId, longest.idleMinutes],
  );
  return Math.max(0, Math.floor(Number(rows[0]?.seconds ?? 0)));
}

/** Somebody whose password was right and whose second factor is still due. */
export interface Between {
  signInId: string;
  userId: string;
  name: string;
  email: string;
  stage: Stage;
  organisation: { id: string; synthetic: boolean };
}

export async function readBetween(token: string): Promise<Between | null> {
  const { rows } = await pool.query(
    `SELECT s.id AS "signInId", u.id AS "userId", u.name, u.email, s.stage::text AS stage, json_build_object('id', o.id, 'synthetic', o.synthetic) AS organisation
     FROM sign_in s JOIN app_user u ON u.id = s.user_id JOIN organisation o ON o.id = u.organisation_id
     WHERE s.token_hash = $1 AND s.stage <> 'full' AND s.expires_at > now() AND u.disabled_at IS NULL`,
    [digest(token)],
  );
  return rows[0] ?? null;
}

export async function endBetween(signInId: string): Promise<void> {
  await pool.query("DELETE FROM sign_in WHERE id = $1 AND stage <> 'full'", [signInId]);
}
