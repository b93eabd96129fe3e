import type { ReactNode } from "react";
import { GlassBanner } from "@/components/emergency/glass-banner";
import { currentViewer } from "@/lib/auth/gate";

// Above every page of a patient. It guards nothing and reads nothing: each page does.
export default async function PatientLayout({ children, params }: { children: ReactNode; params: Promise<{ patientId: string }> }) {
  const [viewer, { patientId }] = await Promise.all([currentViewer(), params]);
  const opened = viewer?.brokenGlass.findLast((each) => each.patientId === patientId.toLowerCase());
  if (!opened) return children;
  const secondsLeft = Math.max(0, Math.floor((Date.parse(opened.until) - Date.now()) / 1000));
  return (
    <>
      <GlassBanner id={opened.id} secondsLeft={secondsLeft} />
      {children}
    </>
  );
}
