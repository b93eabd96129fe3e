import { expect, test } from "vitest";
import { createClient } from "../connect";
import { freshDatabase } from "../test-database";
import { demoPeople, loadDemoClinic } from "./load";
import { clinicRows } from "./rows";

const passwordHashes = Object.fromEntries(
  demoPeople.map((person) => [person.email, `hash of ${person.name}`]),
);
const given = { passwordHashes, now: new Date("2026-11-23T15:00:00Z") };

test("the clinic is loaded whole, and a second time not at all", async () => {
  const { ownerUrl } = await freshDatabase();
  const { prisma, pool } = createClient(ownerUrl, { role: null });
  try {
    await loadDemoClinic(prisma, given);
    const rows = clinicRows(given);
    const counts = async () => ({
      users: await prisma.user.count(),
      members: await prisma.careTeamMember.count(),
      patients: await prisma.patient.count(),
      courses: await prisma.course.count(),
      sessions: await prisma.courseSession.count(),
      assessments: await prisma.assessment.count(),
      revisions: await prisma.assessmentRevision.count(),
      prompts: await prisma.safetyPrompt.count(),
      baselines: await prisma.baselineChoice.count(),
      drafts: await prisma.draft.count(),
      therapyRecords: await prisma.therapyRecord.count(),
      audit: await prisma.auditEvent.count(),
    });
    const expected = {
      users: rows.users.length,
      members: rows.members.length,
      patients: rows.patients.length,
      courses: rows.courses.length,
      sessions: rows.sessions.length,
      assessments: rows.assessments.length,
      revisions: rows.revisions.length,
      prompts: rows.prompts.length,
      baselines: rows.baselines.length,
      drafts: rows.drafts.length,
      therapyRecords: rows.therapyRecords.length,
      audit: 1,
    };
    expect(await counts()).toEqual(expected);

    const wanted = rows.assessments.find((assessment) => assessment.total === null);
    const stored = await prisma.assessment.findUniqueOrThrow({ where: { id: wanted!.id } });
    expect(stored).toEqual(wanted);

    await expect(loadDemoClinic(prisma, given)).rejects.toThrow(/unique/i);
    expect(await counts()).toEqual(expected);
  } finally {
    await prisma.$disconnect();
    await pool.end();
  }
});

test("as the role the app works in, each clinician sees the own team's patients and no others", async () => {
  const { ownerUrl, appUrl } = await freshDatabase();
  const owner = createClient(ownerUrl, { role: null });
  const app = createClient(appUrl);
  try {
    await loadDemoClinic(owner.prisma, given);
    const rows = clinicRows(given);
    const seen = rows.users.map((user) =>
      app.prisma.$transaction(async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.user_id', ${user.id}, true)`;
        return tx.patient.count();
      }),
    );
    const told = rows.users.map((user) => {
      const teams = rows.members.filter((member) => member.userId === user.id).map((member) => member.teamId);
      return rows.patients.filter((patient) => teams.includes(patient.teamId)).length;
    });
    expect(await Promise.all(seen)).toEqual(told);
    expect(told.filter((count) => count > 0)).toHaveLength(4);
  } finally {
    for (const { prisma, pool } of [owner, app]) {
      await prisma.$disconnect();
      await pool.end();
    }
  }
});
