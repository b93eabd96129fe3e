// A person whose role has nothing to do at an address never gets as far as a record; the attempt leaves its line here.
import "server-only";
import { recordAct } from "@/lib/audit";
import { prisma } from "@/lib/db";
import type { Viewer } from "./viewer";

/** `path` is "/patients/…/course" or "/api/settings": kept as what kind of thing was asked for, and its id if it had one. */
export async function recordDenied(viewer: Viewer, path: string): Promise<void> {
  const { userId, organisation, address, requestId } = viewer;
  const [subject] = path.replace(/^\/api\b/, "").split("/").filter(Boolean);
  const subjectId = uuid.exec(path)?.[0];
  await recordAct(prisma, { action: "denied", userId, organisationId: organisation.id, address, requestId, subject, subjectId });
}

const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/i;
