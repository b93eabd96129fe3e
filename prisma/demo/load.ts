// Puts the synthetic clinic into an empty database, all of it or nothing. Run as the owner of the tables.
import type { PrismaClient } from "../generated/client";
import { clinicRows } from "./rows";

export { demoPeople } from "./people";

export async function loadDemoClinic(
  prisma: PrismaClient,
  given: { passwordHashes: Readonly<Record<string, string>>; now: Date },
): Promise<void> {
  const rows = clinicRows(given);
  await prisma.$transaction([
    prisma.organisation.create({ data: rows.organisation }),
    prisma.user.createMany({ data: rows.users }),
    prisma.careTeam.createMany({ data: rows.teams }),
    prisma.careTeamMember.createMany({ data: rows.members }),
    prisma.patient.createMany({ data: rows.patients }),
    prisma.course.createMany({ data: rows.courses }),
    prisma.courseSession.createMany({ data: rows.sessions }),
    prisma.assessment.createMany({ data: rows.assessments }),
    prisma.assessmentRevision.createMany({ data: rows.revisions }),
    prisma.safetyPrompt.createMany({ data: rows.prompts }),
    prisma.baselineChoice.createMany({ data: rows.baselines }),
    prisma.draft.createMany({ data: rows.drafts }),
    prisma.doseRecord.createMany({ data: rows.doseRecords }),
    prisma.reading.createMany({ data: rows.readings }),
    prisma.dosingEvent.createMany({ data: rows.dosingEvents }),
    prisma.symptomCheck.createMany({ data: rows.symptomChecks }),
    prisma.leaving.createMany({ data: rows.leavings }),
    prisma.therapyRecord.createMany({ data: rows.therapyRecords }),
    prisma.auditEvent.create({ data: rows.audit }),
  ]);
}
