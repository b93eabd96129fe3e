// Who writes in a drill: an invented clinic, people with sessions, and as many patients as there are forms. Rows of the owner's:
// no sign-in is spent on it.

import { createHash, randomBytes, randomUUID } from "node:crypto";
import type { Database } from "./database";

export interface Person {
  id: string;
  token: string;
}

export interface DrillClinic {
  id: string;
  people: Person[];
  /** A patient nobody has had yet. */
  patient: () => string;
  /** Sees that there are so many left. */
  admit: (count: number) => Promise<void>;
}

export async function openClinic(database: Database, people: number): Promise<DrillClinic> {
  const [id, team] = [randomUUID(), randomUUID()];
  await database.query("INSERT INTO organisation (id, name, time_zone, synthetic) VALUES ($1, 'Drill', 'America/New_York', true)", [id]);
  await database.query("INSERT INTO care_team (id, organisation_id, name) VALUES ($1, $2, 'Drill')", [team, id]);
  const made = Array.from({ length: people }, () => ({ id: randomUUID(), token: randomBytes(32).toString("base64url") }));
  for (const [index, { id: person, token }] of made.entries()) {
    await database.query(
      `WITH person AS (INSERT INTO app_user (id, organisation_id, email, name, password_hash, roles) VALUES ($1, $2, $3, $4, 'none', '{clinician}'))
       INSERT INTO care_team_member (team_id, user_id) VALUES ($5, $1)`,
      [person, id, `${person}@drill.example`, `Person ${index + 1}`, team],
    );
    await database.query("INSERT INTO sign_in (id, token_hash, user_id, expires_at) VALUES ($1, $2, $3, now() + interval '12 hours')", [randomUUID(), createHash("sha256").update(token).digest(), person]);
  }
  const waiting: string[] = [];
  return {
    id, people: made,
    patient: () => {
      const next = waiting.pop();
      if (next === undefined) throw new Error("The drill has run out of patients");
      return next;
    },
    admit: async (count) => {
      const missing = count - waiting.length;
      if (missing <= 0) return;
      const rows = await database.query<{ id: string }>(
        `INSERT INTO patient (id, organisation_id, team_id, record_number, family_name, given_name, birth_date, created_by_id)
         SELECT gen_random_uuid(), $1, $2, 'D-' || gen_random_uuid(), 'Drill', 'Invented', '1980-02-29', $3 FROM generate_series(1, $4) RETURNING id`,
        [id, team, made[0]?.id, missing],
      );
      for (const row of rows) waiting.push(row.id);
    },
  };
}
