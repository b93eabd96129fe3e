import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { ChooseMeasures } from "@/components/measures/choose-measures";
import { sittingHref } from "@/components/measures/sitting";
import { PageHead } from "@/components/ui/page-head";
import { LinkButton } from "@/components/ui/link-button";
import { requireViewer } from "@/lib/auth/gate";
import { measures } from "@/lib/measures/measures";
import { openSitting } from "@/lib/records/sitting";
import { uuidOr404 } from "../../../uuid";

export const metadata: Metadata = { title: "Choose what to record" };

export default async function ChoosePage({ params }: { params: Promise<{ patientId: string }> }) {
  const patientId = uuidOr404((await params).patientId);
  const base = `/patients/${patientId}`;
  const viewer = await requireViewer(`${base}/record/choose`, "care");
  const sitting = await openSitting(viewer, patientId, []);
  if (!sitting) notFound();
  const on = measures.filter(({ id }) => viewer.organisation.settings.measures.includes(id));
  const drafts = on.filter(({ id }) => sitting.drafts.some(({ measure }) => measure === id));
  return (
    <>
      <PageHead
        title="What to record"
        facts={[sitting.patient.name, sitting.patient.recordNumber]}
        actions={
          <LinkButton look="secondary" href={base}>
            Back to the chart
          </LinkButton>
        }
      />
      <ChooseMeasures
        action={`${base}/record`}
        measures={on.map(({ id, short, title }) => ({ id, short, title }))}
        drafts={drafts.map(({ id, short }) => ({ id, short, href: sittingHref(base, [id]) }))}
      />
    </>
  );
}
