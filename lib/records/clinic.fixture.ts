// A small clinic on a fresh, real database for the record tests: two teams, a clinician in each, an administrator,
// and a clinic next door. The records under test work as the application role; `owner` looks behind the scenes.
import { randomBytes, randomUUID } from "node:crypto";
import { vi } from "vitest";
import { freshDatabase } from "@/prisma/test-database";
import { createClient } from "@/prisma/connect";
import type { Role } from "@/prisma/generated/enums";
import type { Viewer } from "@/lib/auth/viewer";
import { calendarDay } from "@/lib/course/calendar";
import type { Measure } from "@/lib/measures/measure";
import type { AssessmentSave } from "@/lib/schemas/assessment";
import { settingsFrom } from "@/lib/schemas/settings";

/** Each clinic has the app to itself: what an earlier one loaded, and the database it held open, are forgotten. */
export async function openClinic(on?: Awaited<ReturnType<typeof freshDatabase>>) {
  vi.resetModules();
  Reflect.deleteProperty(globalThis, "courselineDatabase");
  const { ownerUrl, appUrl } = on ?? (await freshDatabase());
  Object.assign(process.env, { DATABASE_URL: appUrl, NEXTAUTH_SECRET: randomUUID() + randomUUID(), NEXTAUTH_URL: "http://localhost:3000", ENCRYPTION_KEY: randomBytes(32).toString("base64") });
  const { prisma: owner, pool } = createClient(ownerUrl, { role: null });
  const app = await import("@/lib/db");
  const makeOrganisation = (name: string) => owner.organisation.create({ data: { id: randomUUID(), name, timeZone: "America/New_York", synthetic: true } });
  const [here, nextDoor] = [await makeOrganisation("Here"), await makeOrganisation("Next door")];

  /** On a team of their own, on a colleague's, or on none. */
  async function person(organisation: typeof here, name: string, roles: Role[], inTeam: boolean | Viewer): Promise<Viewer> {
    const user = await owner.user.create({ data: { id: randomUUID(), organisationId: organisation.id, email: `${randomUUID()}@test.example`, name, passwordHash: "none", roles } });
    if (inTeam !== false) {
      const teamId = inTeam === true ? randomUUID() : (await owner.careTeamMember.findFirstOrThrow({ where: { userId: inTeam.userId } })).teamId;
      if (inTeam === true) await owner.careTeam.create({ data: { id: teamId, organisationId: organisation.id, name: `${name}'s team` } });
      await owner.careTeamMember.create({ data: { teamId, userId: user.id } });
    }
    const { id, timeZone, settings, settingsVersion, synthetic } = organisation;
    return { userId: user.id, name, email: user.email, roles, signInId: randomUUID(), fresh: true, brokenGlass: [], organisation: { id, name: organisation.name, timeZone, settings: settingsFrom(settings), settingsVersion, synthetic }, address: "127.0.0.1", requestId: randomUUID() } as unknown as Viewer;
  }

  return {
    owner,
    ownerPool: pool,
    app,
    ada: await person(here, "Ada", ["clinician"], true),
    ben: await person(here, "Ben", ["clinician"], true),
    adam: await person(here, "Adam", ["administrator"], true),
    olga: await person(here, "Olga", ["auditor"], false),
    cleo: await person(nextDoor, "Cleo", ["clinician"], true),
    hire: (name: string, roles: Role[], inTeam: boolean | Viewer = false) => person(here, name, roles, inTeam),
    close: async () => {
      await Promise.all([owner.$disconnect(), app.prisma.$disconnect()]);
      await Promise.all([pool.end(), app.pool.end()]);
    },
  };
}

export type Clinic = Awaited<ReturnType<typeof openClinic>>;

/** Everything about courses and their sessions, once the environment names the database. */
export const courseRecords = async () => ({ ...(await import("./courses")), ...(await import("./course-start")), ...(await import("./course-end")), ...(await import("./sessions")) });

export const named = (recordNumber: string) => ({ recordNumber, familyName: "Rivera", givenName: "Alex", birthDate: "1985-04-12", version: 0, allow: ["duplicates"] });

/** A past-week PCL-5 answered yesterday, every item with the same rating. */
export function form(patientId: string, rating: number | null, more: Partial<AssessmentSave> = {}): AssessmentSave {
  const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 16);
  return { patientId, measure: "pcl-5", recall: "week", sessionId: null, answeredAt: yesterday, mode: "paper", ratings: Array<number | null>(20).fill(rating), total: null, key: randomUUID(), allow: [], ...more };
}

/** The ratings of a PCL-5 that add up to a total, spread evenly. */
/** The clinic's calendar day, so many days ago. */
export const dayAgo = (days: number) => calendarDay(new Date(Date.now() - days * 86_400_000), "America/New_York");

export const ratingsOf = (total: number) => Array.from({ length: 20 }, (_, index) => Math.floor(total / 20) + (index < total % 20 ? 1 : 0));

/** The same person, in a clinic that records these measures. */
export function recording(viewer: Viewer, ids: readonly string[]): Viewer {
  const { organisation } = viewer;
  return { ...viewer, organisation: { ...organisation, settings: { ...organisation.settings, measures: [...ids] as typeof organisation.settings.measures } } };
}

/** A form of any measure, answered yesterday on its first offered form; ratings or a total as given. */
export function formOf(patientId: string, measure: Measure, answers: { ratings?: (number | null)[]; total?: number | null }, more: Partial<AssessmentSave> = {}): AssessmentSave {
  const recall = measure.recalls.find((each) => measure.administration(each).offered) ?? "unstated";
  return form(patientId, null, { measure: measure.id, recall, ratings: [], ...answers, ...more });
}
