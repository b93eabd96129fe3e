// The database, opened once per process, as the application role: row-level security applies to everything here.
import "server-only";
import { createClient } from "@/prisma/connect";
import { env } from "./env";

const kept = globalThis as typeof globalThis & { courselineDatabase?: ReturnType<typeof createClient> };

const database = (kept.courselineDatabase ??= createClient(env.DATABASE_URL));

export const { prisma, pool, plainly } = database;
export type { PlainTx } from "@/prisma/plain";
