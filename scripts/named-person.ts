// For commands that work as a person of the clinic: connects as the application, and finds them.
import { randomUUID } from "node:crypto";
import type { Viewer } from "@/lib/auth/viewer";
import { Trouble } from "./trouble.mjs";

export async function asPerson<T>(email: string, work: (viewer: Viewer) => Promise<T>): Promise<T> {
  // What the app asks of its environment beyond the database: no request is served here and no session begins.
  Object.assign(process.env, { NEXTAUTH_SECRET: process.env.NEXTAUTH_SECRET || randomUUID() + randomUUID(), NEXTAUTH_URL: process.env.NEXTAUTH_URL || "http://localhost" });
  const [{ commandViewer }, { prisma, pool }] = await Promise.all([import("@/lib/auth/command-viewer"), import("@/lib/db")]);
  try {
    const viewer = await commandViewer(email);
    if (viewer === null) throw new Trouble(`There is nobody called ${email} who can sign in.`);
    return await work(viewer);
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
}
