// Breaking glass: a clinician opens the record of a patient of other teams, for an hour by the database's clock. It takes the
// record's exact number and the patient's date of birth, so that nobody can look around; no such patient and no match are the same.
import "server-only";
import { requireFresh } from "@/lib/auth/fresh";
import { may } from "@/lib/auth/rights";
import { countGlass } from "@/lib/auth/throttle";
import type { Viewer } from "@/lib/auth/viewer";
import { dateColumn } from "@/lib/dates";
import { prisma } from "@/lib/db";
import type { GlassBreak } from "@/lib/schemas/break-glass";
import { placeOf } from "@/prisma/sealed-columns";
import { sealText } from "@/prisma/sealing";
import { Unfit } from "./problems";
import { audit, inScope, refuse, theirs } from "./scope";
import { recordNumbers } from "./trail";

const nobody = "No patient of this clinic has this record number and date of birth.";

export async function breakGlass(viewer: Viewer, id: string, { recordNumber, birthDate, reason }: GlassBreak): Promise<{ patientId: string }> {
  const on = { subject: "break_glass", subjectId: id };
  if (!may(viewer, "treat")) await inScope(viewer, async () => refuse(on));
  await requireFresh(viewer);
  const wait = await countGlass(viewer.userId);
  if (wait > 0) {
    await audit(prisma, viewer, "glass_throttled", on);
    throw new Unfit({ recordNumber: `Too many attempts. Wait ${Math.ceil(wait / 60)} min, or ask the patient's team.` });
  }
  const patientId = await inScope(viewer, async (tx) => {
    const own = await tx.patient.findFirst({ where: { recordNumber, birthDate: dateColumn(birthDate), ...theirs(viewer) }, select: { id: true } });
    if (own) return own.id;
    const before = await tx.breakGlass.count({ where: { id, userId: viewer.userId } });
    const sealed = sealText(reason, placeOf("BreakGlass", "reason", { id }));
    const [found] = await tx.$queryRaw<{ id: string | null }[]>`SELECT break_glass(${id}::uuid, ${recordNumber}, ${birthDate}::date, ${sealed}) AS id`;
    if (!found?.id) return null;
    if (before === 0) await audit(tx, viewer, "broke_glass", { patientId: found.id, ...on });
    return found.id;
  });
  if (patientId) return { patientId };
  await audit(prisma, viewer, "denied", on);
  throw new Unfit({ recordNumber: nobody });
}

/** Ends at once what one opened oneself; a second time changes nothing. */
export async function endGlass(viewer: Viewer, id: string): Promise<void> {
  await inScope(viewer, async (tx) => {
    const on = { subject: "break_glass", subjectId: id };
    const found = await tx.breakGlass.findFirst({ where: { id, userId: viewer.userId }, select: { patientId: true } });
    if (!found) return refuse(on);
    const { patientId } = found;
    const count = await tx.$executeRaw`UPDATE break_glass SET ended_at = now() WHERE patient_id = ${patientId}::uuid AND user_id = ${viewer.userId}::uuid AND ended_at IS NULL AND until > now()`;
    if (count > 0) await audit(tx, viewer, "glass_ended", { patientId, ...on });
  });
}

/** For auditors: who opened which record in an emergency, when and why, the newest first. Of the patient the record number, as in the trail. */
export async function listGlass(viewer: Viewer) {
  await requireFresh(viewer);
  return inScope(viewer, async (tx) => {
    const on = { subject: "break_glass" };
    if (!may(viewer, "audit")) return refuse(on);
    await audit(tx, viewer, "opened", on);
    const opened = await tx.breakGlass.findMany({
      where: { organisationId: viewer.organisation.id },
      select: { id: true, patientId: true, reason: true, at: true, until: true, endedAt: true, user: { select: { name: true } } },
      orderBy: { at: "desc" },
      take: 200,
    });
    const numbers = await recordNumbers(tx, opened.map(({ patientId }) => patientId));
    return opened.map(({ patientId, ...each }) => ({ ...each, recordNumber: numbers.get(patientId) ?? "unknown" }));
  });
}
