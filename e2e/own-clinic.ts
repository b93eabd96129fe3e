// A clinic that is nobody's demonstration, made as those who run Courseline make one: at the command line.

import { spawnSync } from "node:child_process";
import { randomUUID } from "node:crypto";

export interface OwnClinic {
  name: string;
  email: string;
  password: string;
}

/** Its first administrator can sign in, and has not yet. */
export function givenClinic(): OwnClinic {
  const id = randomUUID().slice(0, 8);
  const clinic = { name: `Quay clinic ${id}`, email: `first.${id}@clinic.example`, password: `lantern soup ${randomUUID()}` };
  const args = ["scripts/with-database.mjs", "prisma/user-create.ts", "--email", clinic.email, "--name", "Noor First", "--clinic", clinic.name, "--zone", "Europe/Zurich"];
  const env = { ...process.env, DATA_DIR: process.env.E2E_DATA_DIR, PORT: process.env.E2E_PORT, NEW_PASSWORD: clinic.password };
  const { status, stderr, stdout } = spawnSync(process.execPath, args, { env, encoding: "utf8" });
  if (status !== 0) throw new Error(`${stdout}\n${stderr}`);
  return clinic;
}
