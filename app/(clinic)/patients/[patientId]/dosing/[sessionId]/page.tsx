import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { cadssForms } from "@/components/dosing/cadss-forms";
import { sessionHref } from "@/components/course/session-href";
import { DosingPlace } from "@/components/dosing/dosing-place";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { treats } from "@/lib/auth/rights";
import { openRoom } from "@/lib/records/dosing-room";
import { uuidOr404 } from "../../../uuid";

export const metadata: Metadata = { title: "Dosing room" };

export default async function DosingPage({ params }: { params: Promise<{ patientId: string; sessionId: string }> }) {
  const given = await params;
  const [patientId, sessionId] = [uuidOr404(given.patientId), uuidOr404(given.sessionId)];
  const path = sessionHref(`/patients/${patientId}`, { id: sessionId, kind: "dose" });
  const viewer = await requireViewer(path, "care");
  const first = await openRoom(viewer, patientId, sessionId);
  if (!first) notFound();
  const { measures, dosing } = viewer.organisation.settings;
  const props = {
    first,
    settings: dosing,
    cadss: cadssForms(measures),
    team: first.view.team,
    me: { name: viewer.name, email: viewer.email, signs: treats(viewer, patientId) },
    keeper: keeperOf(viewer),
  };
  return <DosingPlace path={path} place={{ kind: "room", props }} />;
}
