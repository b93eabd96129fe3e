// Puts the clinic of invented patients into an empty embedded database, with passwords that are made here and kept
// in a file of its owner's. Run by the start command.

import { randomInt } from "node:crypto";
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import path from "node:path";
import { hashPassword } from "@/lib/auth/password";
import { deriveAllOutdated } from "@/lib/records/facts-whole";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { createClient } from "./connect";
import { demoPeople, loadDemoClinic } from "./demo/load";

const alphabet = "abcdefghijkmnpqrstuvwxyz23456789"; // without the look-alikes l, o, 0 and 1

/** Four groups of five: 100 bits, and still typed without a mistake. */
function randomPassword(): string {
  const group = () => Array.from({ length: 5 }, () => alphabet[randomInt(alphabet.length)]).join("");
  return Array.from({ length: 4 }, group).join("-");
}

function readPasswords(file: string): Map<string, string> {
  if (!existsSync(file)) return new Map();
  const lines = readFileSync(file, "utf8").split("\n").map((line) => line.split("\t"));
  return new Map(lines.flatMap(([email, password]) => (email && password ? [[email, password]] : [])));
}

/** Written whole before the database has them: a start killed in between finds them and uses them. */
function keepPasswords(file: string, passwords: Map<string, string>): void {
  const lines = demoPeople.map(({ email, name, roles }) =>
    [email, passwords.get(email), `${name}, ${roles.join(" and ")}`].join("\t"),
  );
  writeFileSync(`${file}.new`, `${lines.join("\n")}\n`, { mode: 0o600 });
  renameSync(`${file}.new`, file);
}

async function main(): Promise<void> {
  const { MIGRATE_DATABASE_URL: url, DATA_DIR: dataDir, DEMO_PASSWORD: given } = process.env;
  if (!url || !dataDir) throw new Trouble("The demo clinic is loaded by npm start.");
  const file = path.join(dataDir, "demo-sign-ins.txt");
  const known = readPasswords(file);
  const passwords = new Map(demoPeople.map(({ email }) => [email, given || (known.get(email) ?? randomPassword())]));
  const passwordHashes = Object.fromEntries(
    await Promise.all([...passwords].map(async ([email, password]) => [email, await hashPassword(password)] as const)),
  );
  const { prisma, pool, plainly } = createClient(url, { role: null });
  try {
    keepPasswords(file, passwords);
    if ((await prisma.organisation.count()) === 0) {
      await loadDemoClinic(prisma, { passwordHashes, now: new Date() });
      await deriveAllOutdated(plainly);
      return;
    }
    for (const [email, passwordHash] of Object.entries(passwordHashes)) {
      await prisma.user.updateMany({ where: { email, organisation: { synthetic: true } }, data: { passwordHash } });
    }
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
}

await command(main);
