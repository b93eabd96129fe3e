// npm run user:create: makes a person who can sign in, and with the first one the clinic and its care team.

import { randomUUID } from "node:crypto";
import { parseArgs } from "node:util";
import { hashPassword } from "@/lib/auth/password";
import { Trouble, command } from "@/scripts/trouble.mjs";
import { createClient } from "./connect";
import { Role, type Prisma } from "./generated/client";
import { migrate } from "./migrate";
import { readNewPassword } from "./new-password";

const usage = `npm run user:create -- --email you@example.org --name "Your Name"
  --role administrator,clinician   the first person of a clinic: administrator; others: clinician
  --clinic "Your Clinic"           needed for the first person, and where there are several clinics
  --zone Europe/Zurich             the time zone of a clinic that is made
  --team "Day clinic"              a clinician's care team; the clinic's first one, unless said`;

interface Wanted {
  email: string;
  name: string;
  roles: Role[];
  clinic: string | undefined;
  zone: string | undefined;
  team: string | undefined;
}

function readArguments(args: string[]): Wanted {
  const text = { type: "string" } as const;
  const options = { email: text, name: text, role: text, clinic: text, zone: text, team: text };
  const values = ((): Partial<Record<keyof typeof options, string>> => {
    try {
      return parseArgs({ args, options }).values;
    } catch (error) {
      throw new Trouble(`${error instanceof Error ? error.message : error}\n${usage}`);
    }
  })();
  const email = values.email?.trim().toLowerCase() ?? "";
  const name = values.name?.trim() ?? "";
  if (!/^[^\s@]+@[^\s@]+$/.test(email) || name === "") throw new Trouble(`Give an e-mail address and a name.\n${usage}`);
  const roles = (values.role ?? "").split(",").map((role) => role.trim()).filter(Boolean);
  const known = Object.values(Role);
  const unknown = roles.find((role) => !known.some((each) => each === role));
  if (unknown !== undefined) throw new Trouble(`There is no role "${unknown}": it is ${known.join(" or ")}.`);
  if (values.zone !== undefined && !isZone(values.zone)) {
    throw new Trouble(`There is no time zone "${values.zone}". It is written like Europe/Zurich.`);
  }
  return {
    email, name, clinic: values.clinic?.trim(), zone: values.zone, team: values.team?.trim(),
    roles: known.filter((role) => roles.includes(role)),
  };
}

function isZone(zone: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: zone });
    return zone.includes("/");
  } catch {
    return false;
  }
}

type Database = Prisma.TransactionClient;

async function findClinic(db: Database, { clinic }: Wanted): Promise<{ id: string; name: string } | null> {
  const clinics = await db.organisation.findMany({ select: { id: true, name: true }, orderBy: { name: "asc" } });
  if (clinic !== undefined) return clinics.find(({ name }) => name === clinic) ?? null;
  if (clinics.length > 1) {
    throw new Trouble(`Which clinic? --clinic is one of: ${clinics.map(({ name }) => `"${name}"`).join(", ")}.`);
  }
  return clinics[0] ?? null;
}

async function makeClinic(db: Database, { clinic, zone, team }: Wanted): Promise<{ id: string; name: string }> {
  if (!clinic) throw new Trouble(`The first person makes the clinic: say --clinic and --zone.\n${usage}`);
  if (zone === undefined) {
    throw new Trouble(`There is no clinic "${clinic}" yet. To make it, say its time zone: --zone Europe/Zurich`);
  }
  const made = { id: randomUUID(), name: clinic };
  await db.organisation.create({ data: { ...made, timeZone: zone } });
  await db.careTeam.create({ data: { id: randomUUID(), organisationId: made.id, name: team || "Care team" } });
  return made;
}

async function findTeam(db: Database, organisationId: string, wanted: string | undefined) {
  const teams = await db.careTeam.findMany({ where: { organisationId }, orderBy: { name: "asc" } });
  const found = wanted ? teams.find(({ name }) => name === wanted) : teams[0];
  return found ?? db.careTeam.create({ data: { id: randomUUID(), organisationId, name: wanted || "Care team" } });
}

/** Everything about the person in one transaction; answers with what was done, in words. */
async function createUser(db: Database, wanted: Wanted, passwordHash: string): Promise<string[]> {
  const known = await findClinic(db, wanted);
  const clinic = known ?? (await makeClinic(db, wanted));
  const isFirst = (await db.user.count({ where: { organisationId: clinic.id } })) === 0;
  const roles = wanted.roles.length > 0 ? wanted.roles : [isFirst ? Role.administrator : Role.clinician];
  const { email, name } = wanted;
  if ((await db.user.count({ where: { email } })) > 0) throw new Trouble(`${email} can sign in already.`);
  const user = await db.user.create({
    data: { id: randomUUID(), organisationId: clinic.id, email, name, passwordHash, roles },
  });
  const said = [`${name} can sign in as ${email}: ${roles.join(" and ")} at ${clinic.name}.`];
  if (roles.some((role) => role === Role.clinician || role === Role.assistant)) {
    const team = await findTeam(db, clinic.id, wanted.team);
    await db.careTeamMember.create({ data: { teamId: team.id, userId: user.id } });
    said.push(`Care team: ${team.name}.`);
  } else if (roles.includes(Role.administrator)) {
    said.push("An administrator sees no patients. Add a clinician with: npm run user:create -- --role clinician …");
  }
  await db.auditEvent.create({
    data: { organisationId: clinic.id, action: "user-created", subject: "app_user", subjectId: user.id },
  });
  return said;
}

async function main(): Promise<void> {
  const wanted = readArguments(process.argv.slice(2));
  const url = process.env.MIGRATE_DATABASE_URL || process.env.DATABASE_URL;
  if (!url) throw new Trouble(usage);
  await migrate(url);
  const passwordHash = await hashPassword(await readNewPassword(wanted.email, [wanted.name, wanted.clinic ?? ""]));
  const { prisma, pool } = createClient(url, { role: null });
  try {
    const said = await prisma.$transaction((db) => createUser(db, wanted, passwordHash));
    for (const line of said) console.log(line);
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
}

await command(main);
