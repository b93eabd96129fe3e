// Who asks: two clinics made for the matrix alone, put into the database by its owner, and somebody in every standing a
// person can have towards them. Sessions are rows: no sign-in is spent on the cells.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import { hash } from "@node-rs/argon2";
import pg from "pg";
import { findEmbedded } from "../../scripts/postgres.mjs";
import type { Role, Standing } from "./expected";

export const teams = ["north", "south", "elsewhere"] as const;
export type Team = (typeof teams)[number];

export interface Person {
  name: string;
  standing: Standing;
  roles: readonly Role[];
  /** "north" and "south" are teams of one clinic, "elsewhere" is another clinic. */
  clinic: "here" | "elsewhere";
  team: Team | null;
  userId: string;
  email: string;
  token: string | null;
  /** Another session of the same person. */
  otherSignIn: string;
}

export interface Clinics {
  owner: pg.Client;
  people: Person[];
  organisations: Record<Person["clinic"], string>;
  teamIds: Record<Team, string>;
  password: string;
  /** An invitation into a clinic that is open. */
  invite: (clinic: Person["clinic"], by: string) => Promise<string>;
  /** A patient of a team that nobody is on, to be opened in an emergency. */
  stranger: (clinic: Person["clinic"], by: string) => Promise<{ recordNumber: string; birthDate: string }>;
  /** What both clinics have stored, as one value. */
  state: () => Promise<string>;
  close: () => Promise<void>;
}

type Given = Pick<Person, "name" | "roles" | "clinic" | "team"> & { standing?: Standing; cookie?: "none" | "forged" | "ended" | "idle" | "expired"; disabled?: boolean; left?: boolean };

const given: Given[] = [
  { name: "nobody", roles: [], clinic: "here", team: null, cookie: "none" },
  { name: "a forged cookie", roles: [], clinic: "here", team: null, cookie: "forged" },
  { name: "signed out", roles: ["clinician", "administrator"], clinic: "here", team: "north", cookie: "ended" },
  { name: "idle too long", roles: ["clinician", "administrator"], clinic: "here", team: "north", cookie: "idle" },
  { name: "after twelve hours", roles: ["clinician", "administrator"], clinic: "here", team: "north", cookie: "expired" },
  { name: "disabled", roles: ["clinician", "administrator"], clinic: "here", team: "north", disabled: true },
  { name: "before the second factor", roles: ["clinician", "administrator"], clinic: "here", team: "north", standing: "factor" },
  { name: "before setting one up", roles: ["clinician", "administrator"], clinic: "here", team: "north", standing: "setup" },
  { name: "administrator", roles: ["administrator"], clinic: "here", team: null, standing: "in" },
  { name: "administrator elsewhere", roles: ["administrator"], clinic: "elsewhere", team: null, standing: "in" },
  // On the list of a team, which gives nothing to those who do not treat.
  { name: "administrator on a team", roles: ["administrator"], clinic: "here", team: null, left: false, standing: "in" },
  { name: "clinician", roles: ["clinician"], clinic: "here", team: "north", standing: "in" },
  { name: "clinician of another team", roles: ["clinician"], clinic: "here", team: "south", standing: "in" },
  { name: "clinician elsewhere", roles: ["clinician"], clinic: "elsewhere", team: "elsewhere", standing: "in" },
  { name: "clinician without a team", roles: ["clinician"], clinic: "here", team: null, standing: "in" },
  { name: "clinician who left the team", roles: ["clinician"], clinic: "here", team: null, left: true, standing: "in" },
  { name: "clinician and administrator", roles: ["clinician", "administrator"], clinic: "here", team: "north", standing: "in" },
  { name: "assistant", roles: ["assistant"], clinic: "here", team: "north", standing: "in" },
  { name: "researcher", roles: ["researcher"], clinic: "here", team: null, left: false, standing: "in" },
  { name: "auditor", roles: ["auditor"], clinic: "here", team: null, left: false, standing: "in" },
  { name: "no role", roles: [], clinic: "here", team: null, standing: "in" },
];

const digest = (token: string) => createHash("sha256").update(token).digest();

export async function openClinics(): Promise<Clinics> {
  const found = await findEmbedded(process.env.E2E_DATA_DIR ?? "");
  if (found === null) throw new Error("The matrix needs the server that the test command starts.");
  const owner = new pg.Client({ connectionString: found.ownerUrl });
  await owner.connect();
  const organisations = { here: randomUUID(), elsewhere: randomUUID() };
  const teamIds = { north: randomUUID(), south: randomUUID(), elsewhere: randomUUID() };
  const password = `lantern quay ${randomUUID()}`;
  const stored = await hash(password, { algorithm: 2, memoryCost: 19_456, timeCost: 2, parallelism: 1 });

  for (const [name, id] of Object.entries(organisations)) {
    const settings = JSON.stringify({ measures: ["pcl-5", "phq-9"] });
    await owner.query("INSERT INTO organisation (id, name, time_zone, settings, synthetic) VALUES ($1, $2, 'America/New_York', $3, true)", [id, `Matrix ${name}`, settings]);
  }
  for (const team of teams) {
    const clinic = team === "elsewhere" ? "elsewhere" : "here";
    await owner.query("INSERT INTO care_team (id, organisation_id, name) VALUES ($1, $2, $3)", [teamIds[team], organisations[clinic], team]);
  }

  async function signIn(userId: string, { stage = "full", seen = "0", ends = "12 hours" } = {}): Promise<{ id: string; token: string }> {
    const [id, token] = [randomUUID(), randomBytes(32).toString("base64url")];
    await owner.query(
      `INSERT INTO sign_in (id, token_hash, user_id, last_seen_at, expires_at, stage) VALUES ($1, $2, $3, now() - $4::interval, now() + $5::interval, $6::"SignInStage")`,
      [id, digest(token), userId, seen, ends, stage],
    );
    return { id, token: stage === "full" ? token : `${stage}.${token}` };
  }

  async function join(each: Given): Promise<Person> {
    const { name, roles, clinic, team, standing = "nobody", cookie } = each;
    const userId = randomUUID();
    const email = `${userId}@matrix.example`;
    await owner.query(`INSERT INTO app_user (id, organisation_id, email, name, password_hash, roles) VALUES ($1, $2, $3, $4, $5, $6::text[]::"Role"[])`, [userId, organisations[clinic], email, name, stored, roles]);
    const member = team ?? (each.left === undefined ? null : "north");
    if (member !== null) await owner.query("INSERT INTO care_team_member (team_id, user_id, left_at) VALUES ($1, $2, $3)", [teamIds[member], userId, each.left ? new Date() : null]);
    // Before the session, or the database would end it: the gate has to see for itself.
    if (each.disabled) await owner.query("UPDATE app_user SET disabled_at = now() WHERE id = $1", [userId]);
    const stage = standing === "factor" || standing === "setup" ? standing : "full";
    const { token } = await signIn(userId, { stage, seen: cookie === "idle" ? "16 minutes" : "0", ends: cookie === "expired" ? "-1 second" : "12 hours" });
    if (cookie === "ended") await owner.query("DELETE FROM sign_in WHERE token_hash = $1", [digest(token)]);
    const held = cookie === "none" ? null : cookie === "forged" ? randomBytes(32).toString("base64url") : token;
    return { name, standing, roles, clinic, team, userId, email, token: held, otherSignIn: (await signIn(userId)).id };
  }

  async function invite(clinic: Person["clinic"], by: string): Promise<string> {
    const id = randomUUID();
    await owner.query(
      `INSERT INTO invitation (id, organisation_id, email, name, roles, team_ids, token_hash, created_by_id, expires_at)
       VALUES ($1, $2, $3, 'Ines Vale', '{administrator}', '{}', $4, $5, now() + interval '1 day')`,
      [id, organisations[clinic], `${id}@matrix.example`, randomBytes(32), by],
    );
    return id;
  }

  async function stranger(clinic: Person["clinic"], by: string): Promise<{ recordNumber: string; birthDate: string }> {
    const [id, team, birthDate] = [randomUUID(), randomUUID(), "1985-03-09"];
    await owner.query("INSERT INTO care_team (id, organisation_id, name) VALUES ($1, $2, $3)", [team, organisations[clinic], `Strangers of ${by}`]);
    await owner.query(
      `INSERT INTO patient (id, organisation_id, team_id, record_number, family_name, given_name, birth_date, created_by_id) VALUES ($1, $2, $3, $4, 'Vale', 'Ines', $6, $5)`,
      [id, organisations[clinic], team, id, by, birthDate],
    );
    return { recordNumber: id, birthDate };
  }

  // What was guessed here counts against the address from which the other stories sign in.
  async function close(): Promise<void> {
    await owner.query("DELETE FROM throttle WHERE key LIKE 'address%'");
    await owner.end();
  }

  const people: Person[] = [];
  for (const each of given) people.push(await join(each));

  const { rows: kept } = await owner.query<{ name: string }>(
    `SELECT c.relname AS name FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attname = 'organisation_id'
     WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace AND c.relname <> 'audit_event' ORDER BY 1`,
  );
  const parts = kept.map(({ name }) => `SELECT md5(coalesce(string_agg(t::text, E'\\n' ORDER BY t::text), '')) AS sum FROM "${name}" t WHERE organisation_id = ANY ($1)`);
  const state = async () => (await owner.query<{ sum: string }>(parts.join(" UNION ALL "), [Object.values(organisations)])).rows.map(({ sum }) => sum).join(" ");

  return { owner, people, organisations, teamIds, password, invite, stranger, state, close };
}
