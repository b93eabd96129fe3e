// Who the patients are. A record number is one person's within a clinic; a likely duplicate is shown before it is made.
import "server-only";
import { may, type Right } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { dateColumn, fromDateColumn } from "@/lib/dates";
import { calendarDay } from "@/lib/course/calendar";
import type { PatientSave } from "@/lib/schemas/patient";
import { Prisma, type Patient } from "@/prisma/generated/client";
import { deriveFacts } from "./facts";
import { Ask, Unfit } from "./problems";
import { settle } from "./repeat";
import { audit, inScope, inScopeOrNull, refuse, theirs, type Tx } from "./scope";

export async function findPatient(tx: Tx, viewer: Viewer, id: string, right: Right = "care"): Promise<Patient | null> {
  return tx.patient.findFirst({ where: { id, ...theirs(viewer, right) } });
}

export function fullName(patient: { familyName: string; givenName: string }): string {
  return `${patient.familyName}, ${patient.givenName}`;
}

/** The patient as the edit form wants it, or null where there is nothing for this viewer. */
export async function readPatient(viewer: Viewer, id: string) {
  const patient = await inScopeOrNull(viewer, async (tx) => {
    const found = await findPatient(tx, viewer, id, "treat");
    if (!found) return refuse({ patientId: id, subject: "patient", subjectId: id });
    await audit(tx, viewer, "opened", { patientId: id, subject: "patient", subjectId: id });
    return found;
  });
  return patient && { ...fieldsOf(patient), version: patient.version };
}

function fieldsOf({ recordNumber, familyName, givenName, birthDate, sex, pronouns }: Patient) {
  return { recordNumber, familyName, givenName, birthDate: fromDateColumn(birthDate), sex: sex ?? "", pronouns: pronouns ?? "" };
}

export async function savePatient(viewer: Viewer, id: string, given: PatientSave): Promise<{ created: boolean }> {
  const { version, allow, birthDate, sex, pronouns, ...named } = given;
  if (birthDate > calendarDay(new Date(), viewer.organisation.timeZone)) throw new Unfit({ birthDate: "Enter a date of birth that is not in the future" });
  const fields = { ...named, birthDate: dateColumn(birthDate), sex: sex || null, pronouns: pronouns || null };

  try {
    return await inScope(viewer, async (tx) => {
      const present = await findPatient(tx, viewer, id, "treat");
      if (version === 0) {
        // The same form may have been begun on another device: what was saved there is not what is sent here.
        if (present) return settle(present, 0, fields, fieldsOf), { created: false };
        const team = await tx.careTeam.findFirst({ where: { members: { some: { userId: viewer.userId, leftAt: null } } }, orderBy: { name: "asc" } });
        if (!team || !may(viewer, "treat")) return refuse({ subject: "patient" });
        if (!allow.includes("duplicates")) await askAboutDuplicates(tx, viewer, given);
        await tx.patient.create({ data: { id, ...fields, organisationId: viewer.organisation.id, teamId: team.id, createdById: viewer.userId } });
        await audit(tx, viewer, "created", { patientId: id, subject: "patient", subjectId: id });
        await deriveFacts(tx, viewer.organisation, id);
        return { created: true };
      }
      if (!present) return refuse({ subject: "patient", subjectId: id });
      const { count } = await tx.patient.updateMany({ where: { id, version, ...theirs(viewer, "treat") }, data: { ...fields, version: { increment: 1 } } });
      if (count > 0) {
        await audit(tx, viewer, "changed", { patientId: id, subject: "patient", subjectId: id });
        await deriveFacts(tx, viewer.organisation, id);
      } else settle(await findPatient(tx, viewer, id), version, fields, fieldsOf);
      return { created: false };
    });
  } catch (error) {
    if (error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002") return afterClash(viewer, id, version, fields);
    throw error;
  }
}

/** A unique value was taken: by this very patient, sent twice at once, or by another record number's owner. */
async function afterClash(viewer: Viewer, id: string, version: number, fields: Partial<Patient>): Promise<{ created: boolean }> {
  const present = version === 0 ? await inScope(viewer, (tx) => findPatient(tx, viewer, id)) : null;
  if (present) return settle(present, 0, fields, fieldsOf), { created: false };
  throw new Unfit({ recordNumber: "This record number is already in use in this clinic" });
}

async function askAboutDuplicates(tx: Tx, viewer: Viewer, given: PatientSave): Promise<void> {
  const same = (text: string) => ({ equals: text, mode: "insensitive" as const });
  const alike = await tx.patient.findMany({
    where: {
      ...theirs(viewer),
      NOT: { recordNumber: given.recordNumber },
      OR: [
        { familyName: same(given.familyName), givenName: same(given.givenName) },
        { familyName: same(given.familyName), birthDate: dateColumn(given.birthDate) },
        { givenName: same(given.givenName), birthDate: dateColumn(given.birthDate) },
      ],
    },
    take: 5,
    orderBy: { familyName: "asc" },
  });
  if (alike.length === 0) return;
  throw new Ask("duplicates", "This may be someone you already have. Check before saving.", {
    patients: alike.map((patient) => ({ id: patient.id, name: fullName(patient), recordNumber: patient.recordNumber, birthDate: fromDateColumn(patient.birthDate) })),
  });
}
