import type { Metadata } from "next";
import { randomUUID } from "node:crypto";
import { StudyForm } from "@/components/studies/study-form";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { pcl5 } from "@/lib/measures/pcl-5/definition";
import { studyMeasures } from "../study-measures";

export const metadata: Metadata = { title: "Enter a study" };

export default async function NewStudyPage() {
  const viewer = await requireViewer("/cohort/studies/new", "cohort");
  return (
    <>
      <PageHead title="Enter a study" facts={["as its paper prints it"]} />
      <StudyForm
        studyId={randomUUID()}
        stored={{ name: "", citation: "", measure: pcl5.id, treatment: "", time: "", kind: "paired-means", figures: {}, note: "", reason: "" }}
        version={0}
        measures={studyMeasures}
        zone={viewer.organisation.timeZone}
        email={viewer.email}
        keeper={keeperOf(viewer)}
      />
    </>
  );
}
