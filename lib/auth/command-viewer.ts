// The person a command works as: whoever runs one has the database's own address and its keys, and says in whose name. Rights, care
// teams and row-level security hold as for that person's own session, and the trail names them.
import "server-only";
import { randomUUID } from "node:crypto";
import { prisma } from "@/lib/db";
import { settingsFrom } from "@/lib/schemas/settings";
import type { Viewer } from "./viewer";

/** Null: there is nobody of this address who can sign in. */
export async function commandViewer(email: string): Promise<Viewer | null> {
  const user = await prisma.user.findFirst({ where: { email: email.toLowerCase(), disabledAt: null }, include: { organisation: true } });
  if (!user) return null;
  const { id, name, timeZone, settings, settingsVersion, synthetic } = user.organisation;
  const organisation = { id, name, timeZone, settings: settingsFrom(settings), settingsVersion, synthetic };
  const { id: userId, name: called, roles } = user;
  return { userId, name: called, email: user.email, roles, signInId: randomUUID(), fresh: true, brokenGlass: [], organisation, address: null, requestId: randomUUID() } as unknown as Viewer;
}
