// The database, opened once per process, as the application role: row-level security applies to everything here.
import "server-only";
import { createClient } from "@/prisma/connect";
import { standby as standbyOf, type Standby } from "@/prisma/standby";
import { env } from "./env";
import { fault, log } from "./log";

const kept = globalThis as typeof globalThis & { courselineDatabase?: ReturnType<typeof createClient>; courselineStandby?: Standby };

const database = (kept.courselineDatabase ??= createClient(env.DATABASE_URL));

const standbyFailed = (error: unknown) => log.warn(fault(error), "the standby does not answer; the primary does");

/** Null where there is none. */
export const standby: Standby | null = env.READ_DATABASE_URL ? (kept.courselineStandby ??= standbyOf(createClient(env.READ_DATABASE_URL).plainly, standbyFailed)) : null;

export const { prisma, pool, plainly } = database;
export type { PlainTx } from "@/prisma/plain";
