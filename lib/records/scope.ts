// The one way to the clinical tables: a transaction whose first statement tells the database who is asking,
// so that row-level security holds for everything that follows, and whose audit line stands or falls with the act.
import "server-only";
import { recordAct, type Act } from "@/lib/audit";
import { lookedALot } from "@/lib/auth/limits";
import { may, rolesWith, type Right } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import type { Action } from "@/lib/trail/actions";
import { plainly, prisma, standby, type PlainTx } from "@/lib/db";
import { again } from "@/lib/db-again";
import { Prisma } from "@/prisma/generated/client";
import { logPlace } from "@/prisma/standby";
import { NotHere, type Subject } from "./problems";

export type Tx = Prisma.TransactionClient;

export function inScope<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T> {
  const begin = async (tx: Tx) => {
    await tx.$executeRaw`SELECT set_config('app.user_id', ${viewer.userId}, true)`;
    return work(tx);
  };
  return noted(viewer, () => again(() => prisma.$transaction(begin, { maxWait: 2_000, timeout: 8_000 })));
}

/** The same for what is done all day and written in SQL: without Prisma's engine, and cheaper by far. */
export function inPlainScope<T>(viewer: Viewer, work: (tx: PlainTx) => Promise<T>): Promise<T> {
  return noted(viewer, () => inOwnScope(viewer, work));
}

/** For what is only the person's own, as often as they press a key: none of it is a look at anybody. */
export function inOwnScope<T>(viewer: Viewer, work: (tx: PlainTx) => Promise<T>): Promise<T> {
  return again(() => plainly({ "app.user_id": viewer.userId }, work));
}

/**
 * For what is only read, about a whole group: a standby may answer it, where there is one. The look is noted in the primary, and
 * before it is granted.
 */
export function inGroupScope<T>(viewer: Viewer, note: (tx: PlainTx) => Promise<void>, read: (tx: PlainTx) => Promise<T>): Promise<T> {
  const settings = { "app.user_id": viewer.userId };
  const primary = <R>(work: (tx: PlainTx) => Promise<R>) => again(() => plainly(settings, work));
  return noted(viewer, async () => {
    if (standby === null) return primary(async (tx) => (await note(tx), read(tx)));
    const place = await primary(async (tx) => (await note(tx), logPlace(tx)));
    const answered = await standby(settings, place, read);
    return answered === null ? primary(read) : answered.value;
  });
}

/** A refused act left nothing behind; the attempt does. */
async function noted<T>(viewer: Viewer, act: () => Promise<T>): Promise<T> {
  try {
    const done = await act();
    if (await lookedALot(viewer.userId)) await audit(prisma, viewer, "looked_a_lot");
    return done;
  } catch (error) {
    if (error instanceof NotHere) await audit(prisma, viewer, "denied", error.on);
    throw error;
  }
}

/** For pages, which answer with their "nothing here" when this is null. */
export function inScopeOrNull<T>(viewer: Viewer, work: (tx: Tx) => Promise<T>): Promise<T | null> {
  return inScope(viewer, work).catch(nullWhereNothingIs);
}

export function inPlainScopeOrNull<T>(viewer: Viewer, work: (tx: PlainTx) => Promise<T>): Promise<T | null> {
  return inPlainScope(viewer, work).catch(nullWhereNothingIs);
}

function nullWhereNothingIs(error: unknown): null {
  if (error instanceof NotHere) return null;
  throw error;
}

/** There is nothing here for this viewer: ends the transaction. */
export function refuse(on: Subject): never {
  throw new NotHere(on);
}

export function audit(tx: Pick<Tx, "$executeRaw">, viewer: Viewer, action: Action, on: Subject = {}, figures?: Act["figures"]): Promise<void> {
  const { userId, organisation, address, requestId } = viewer;
  return recordAct(tx, { action, userId, organisationId: organisation.id, address, requestId, ...on, figures });
}

/** What was done with many at once is a line of each patient's own trail, in one statement. */
export async function auditEach(tx: Pick<Tx, "$executeRaw">, viewer: Viewer, action: Action, patientIds: Iterable<string>, { subject, subjectId = null }: { subject: string; subjectId?: string | null }): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO audit_event (organisation_id, user_id, action, patient_id, subject, subject_id, address, request_id)
    SELECT ${viewer.organisation.id}::uuid, ${viewer.userId}::uuid, ${action}, id, ${subject}, ${subjectId}::uuid, ${viewer.address}, ${viewer.requestId} FROM unnest(${[...patientIds]}::uuid[]) AS id`;
}

/**
 * The where clause that says "on a care team of this viewer, who has this right"; or, for what the whole team may do, opened in
 * an emergency a short while ago. Row-level security says it again.
 */
export function theirs(viewer: Viewer, right: Right = "care"): Prisma.PatientWhereInput {
  const roles = { hasSome: [...rolesWith(right)] };
  const onTeam = { team: { members: { some: { userId: viewer.userId, leftAt: null, user: { roles, disabledAt: null } } } } };
  const opened = right === "care" ? openedBy(viewer) : [];
  return { organisationId: viewer.organisation.id, ...(opened.length > 0 ? { OR: [onTeam, { id: { in: opened } }] } : onTeam) };
}

/** Patients of other teams: a clinician's alone. */
function openedBy(viewer: Viewer): string[] {
  return may(viewer, "treat") ? viewer.brokenGlass.map(({ patientId }) => patientId) : [];
}

/** The same in SQL, for the reads that are one statement; the patient is `p`. */
export function theirsSql(viewer: Viewer): Prisma.Sql {
  return ownedSql(viewer, Prisma.sql`p.organisation_id`, Prisma.sql`p.team_id`, Prisma.sql`p.id`);
}

/** The same of a row of facts, which carries its patient's team; the row is `f`. */
export function theirFactsSql(viewer: Viewer): Prisma.Sql {
  return ownedSql(viewer, Prisma.sql`f.organisation_id`, Prisma.sql`f.team_id`, Prisma.sql`f.patient_id`);
}

// Teams as an array that is worked out once: a list of a hundred thousand asks an index for them.
function ownedSql(viewer: Viewer, organisation: Prisma.Sql, team: Prisma.Sql, patient: Prisma.Sql): Prisma.Sql {
  const opened = openedBy(viewer);
  return Prisma.sql`${organisation} = ${viewer.organisation.id}::uuid AND (${team} = ANY (ARRAY(
    SELECT m.team_id FROM care_team_member m JOIN app_user u ON u.id = m.user_id
    WHERE m.user_id = ${viewer.userId}::uuid AND m.left_at IS NULL AND u.disabled_at IS NULL AND u.roles && ${rolesWith("care")}::text[]::"Role"[]))
    ${opened.length > 0 ? Prisma.sql`OR ${patient} = ANY (${opened}::uuid[])` : Prisma.empty})`;
}
