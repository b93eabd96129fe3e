// Published studies that a clinic enters to set its own groups beside. They are the clinic's, not one person's: whoever may ask for a
// cohort reads, enters and mends them. What a study ever said is kept, with who changed it and why.
import "server-only";
import { isDeepStrictEqual } from "node:util";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import type { Study } from "@/lib/cohort/studies/study";
import { publishedStudies } from "@/lib/cohort/studies/published";
import type { PlainTx } from "@/lib/db";
import { fieldsOf, studyStored, studyToStore, type StudyContent, type StudyRemoval, type StudySave } from "@/lib/schemas/study";
import { Changed, Stale, Unfit } from "./problems";
import { audit, inPlainScope, inPlainScopeOrNull, refuse } from "./scope";

export const mostStudies = 200;

/** As it stands now. */
export interface EnteredStudy extends Study {
  at: Date;
  by: string;
}

export interface StudyRevision {
  number: number;
  at: Date;
  by: string;
  reason: string | null;
  /** Null: it was removed. */
  study: StudyContent | null;
}

/** The clinic's, by name; for a group's page as well, in the same look at the database. */
export async function enteredStudies(tx: PlainTx, viewer: Viewer): Promise<EnteredStudy[]> {
  const rows = await tx.$queryRaw<{ id: string; study: unknown; at: Date; by: string }[]>`
    SELECT s.study_id AS id, s.study, s.at, u.name AS by
    FROM (SELECT DISTINCT ON (study_id) * FROM study_revision WHERE organisation_id = ${viewer.organisation.id}::uuid ORDER BY study_id, number DESC) s
    JOIN app_user u ON u.id = s.by_id WHERE s.study IS NOT NULL`;
  const studies = rows.map(({ study, ...row }) => ({ ...row, ...studyStored(study) }));
  return studies.toSorted((a, b) => a.name.localeCompare(b.name, "en"));
}

export function readStudies(viewer: Viewer): Promise<EnteredStudy[]> {
  return inPlainScope(viewer, async (tx) => {
    if (!may(viewer, "cohort")) return refuse({ subject: "study" });
    return enteredStudies(tx, viewer);
  });
}

/** Everything a study ever said, the newest first, or null. */
export function readStudy(viewer: Viewer, id: string): Promise<StudyRevision[] | null> {
  return inPlainScopeOrNull(viewer, async (tx) => {
    const revisions = may(viewer, "cohort") ? await revisionsOf(tx, viewer, id) : [];
    return revisions.length > 0 ? revisions : refuse({ subject: "study", subjectId: id });
  });
}

/** Enters it (version 0), or changes what it says now; the same again changes nothing. One that was removed comes back. */
export function saveStudy(viewer: Viewer, id: string, { study, version, reason }: StudySave): Promise<{ version: number }> {
  return inPlainScope(viewer, async (tx) => {
    const [last, repeated] = await standing(tx, viewer, id, version, (there) => isDeepStrictEqual(there, study));
    if (repeated) return { version: last.number };
    const others = [...(await enteredStudies(tx, viewer)).filter((each) => each.id !== id), ...publishedStudies];
    if (others.some(({ name }) => name.toLowerCase() === study.name.toLowerCase())) throw new Unfit({ name: "There is a study of this name already: add what tells them apart" });
    if (last?.study == null && others.length - publishedStudies.length >= mostStudies) throw new Unfit({ name: `There are ${mostStudies} studies already: remove one first` });
    return add(tx, viewer, id, { number: version + 1, study, reason });
  });
}

/** It counts no longer, and stays to be read. */
export function removeStudy(viewer: Viewer, id: string, { version, reason }: StudyRemoval): Promise<{ version: number }> {
  return inPlainScope(viewer, async (tx) => {
    const [last, repeated] = await standing(tx, viewer, id, version, (there) => there === null);
    return repeated ? { version: last.number } : add(tx, viewer, id, { number: version + 1, study: null, reason });
  });
}

/** The last revision, and whether it is already what is sent; one writer at a time. */
async function standing(tx: PlainTx, viewer: Viewer, id: string, version: number, same: (study: StudyContent | null) => boolean): Promise<[StudyRevision | undefined, false] | [StudyRevision, true]> {
  const on = { subject: "study", subjectId: id };
  if (!may(viewer, "cohort")) return refuse(on);
  await tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended(${`studies of ${viewer.organisation.id}`}, 0))`;
  const [last] = await revisionsOf(tx, viewer, id);
  if (last === undefined && version > 0) return refuse(on);
  if (last === undefined || last.number === version) return [last, false];
  if (last.number === version + 1 && same(last.study)) return [last, true];
  if (last.study === null) throw new Stale("Someone removed this study after you opened it. Yours has not been saved; open it again to bring it back.");
  throw new Changed({ fields: fieldsOf(last.study), known: { version: last.number } });
}

async function add(tx: PlainTx, viewer: Viewer, id: string, { number, study, reason }: Pick<StudyRevision, "number" | "study" | "reason">): Promise<{ version: number }> {
  const document = study && JSON.stringify(studyToStore(study));
  await tx.$executeRaw`
    INSERT INTO study_revision (organisation_id, study_id, number, study, reason, by_id)
    VALUES (${viewer.organisation.id}::uuid, ${id}::uuid, ${number}, ${document}::jsonb, ${number === 1 ? null : reason}, ${viewer.userId}::uuid)`;
  await audit(tx, viewer, study === null ? "removed" : number === 1 ? "created" : "changed", { subject: "study", subjectId: id });
  return { version: number };
}

async function revisionsOf(tx: PlainTx, viewer: Viewer, id: string): Promise<StudyRevision[]> {
  const rows = await tx.$queryRaw<(Omit<StudyRevision, "study"> & { study: unknown })[]>`
    SELECT s.number, s.at, s.reason, s.study, u.name AS by FROM study_revision s JOIN app_user u ON u.id = s.by_id
    WHERE s.organisation_id = ${viewer.organisation.id}::uuid AND s.study_id = ${id}::uuid ORDER BY s.number DESC`;
  return rows.map(({ study, ...row }) => ({ ...row, study: study === null ? null : studyStored(study) }));
}
