// What a clinic has decided, saved whole by its administrators. Every document it ever had is kept; who asks next is
// read with the new one (lib/auth/sign-ins.ts).
import "server-only";
import { isDeepStrictEqual } from "node:util";
import { may } from "@/lib/auth/rights";
import type { Viewer } from "@/lib/auth/viewer";
import { settingsFrom, type ClinicSettings, type SettingsSave } from "@/lib/schemas/settings";
import { Changed } from "./problems";
import { audit, inScope, inScopeOrNull, refuse } from "./scope";

export async function saveSettings(viewer: Viewer, { settings, version }: SettingsSave): Promise<{ version: number }> {
  const organisationId = viewer.organisation.id;
  return inScope(viewer, async (tx) => {
    if (!may(viewer, "administer")) return refuse({ subject: "organisation", subjectId: organisationId });
    const before = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { settings: true, createdAt: true } });
    const next = version + 1;
    const { count } = await tx.organisation.updateMany({ where: { id: organisationId, settingsVersion: version }, data: { settings, settingsVersion: next } });
    if (count === 0) {
      const now = await tx.organisation.findUniqueOrThrow({ where: { id: organisationId }, select: { settings: true, settingsVersion: true } });
      if (now.settingsVersion !== next || !isDeepStrictEqual(now.settings, settings)) throw new Changed({ fields: { settings: settingsFrom(now.settings) }, known: { version: now.settingsVersion } });
      return { version: next };
    }
    // What the clinic began with is in no revision until it is first changed.
    const first = { organisationId, number: version, settings: before.settings ?? {}, at: before.createdAt, byId: null };
    if (version === 1) await tx.settingsRevision.createMany({ data: [first], skipDuplicates: true });
    await tx.settingsRevision.create({ data: { organisationId, number: next, settings, byId: viewer.userId } });
    await audit(tx, viewer, "changed", { subject: "organisation", subjectId: organisationId });
    return { version: next };
  });
}

export interface SettingsRevision {
  version: number;
  at: Date;
  /** Null: what the clinic began with. */
  by: string | null;
  settings: ClinicSettings;
}

/** Every document the clinic had, the newest first; empty where nothing was ever changed. */
export async function readSettingsHistory(viewer: Viewer): Promise<SettingsRevision[] | null> {
  const organisationId = viewer.organisation.id;
  return inScopeOrNull(viewer, async (tx) => {
    if (!may(viewer, "administer")) return refuse({ subject: "settings_revision" });
    const revisions = await tx.settingsRevision.findMany({ where: { organisationId }, orderBy: { number: "desc" }, include: { by: { select: { name: true } } } });
    await audit(tx, viewer, "opened", { subject: "settings_revision" });
    return revisions.map(({ number, at, by, settings }) => ({ version: number, at, by: by?.name ?? null, settings: settingsFrom(settings) }));
  });
}
