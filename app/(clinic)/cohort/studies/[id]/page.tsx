import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { RemoveStudy } from "@/components/studies/remove-study";
import { StudyForm } from "@/components/studies/study-form";
import { StudyHistory } from "@/components/studies/study-history";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { instantInWords } from "@/lib/dates";
import { readStudy } from "@/lib/records/studies";
import { fieldsOf } from "@/lib/schemas/study";
import { uuidOr404 } from "../../../patients/uuid";
import styles from "../../../reading.module.css";
import { shortOf, studyMeasures } from "../study-measures";

export const metadata: Metadata = { title: "Study" };

export default async function StudyPage({ params }: { params: Promise<{ id: string }> }) {
  const id = uuidOr404((await params).id);
  const viewer = await requireViewer(`/cohort/studies/${id}`, "cohort");
  const revisions = await readStudy(viewer, id);
  const last = revisions?.[0];
  const said = revisions?.find(({ study }) => study !== null)?.study;
  if (!revisions || !last || !said) notFound();
  const { timeZone } = viewer.organisation;
  const removed = last.study === null;
  return (
    <div className={styles.page}>
      <PageHead
        title={said.name}
        facts={[shortOf(said.measure), removed && "removed"]}
        actions={
          <>
            {!removed && <RemoveStudy id={id} name={said.name} version={last.number} zone={timeZone} email={viewer.email} keeper={keeperOf(viewer)} />}
            <LinkButton look="secondary" href="/cohort/studies">Back to the studies</LinkButton>
          </>
        }
      />
      {removed && <Notice title="Removed.">It enters no comparison. Saving it brings it back.</Notice>}
      <Card title="As the paper prints it">
        <StudyForm
          studyId={id}
          stored={{ ...fieldsOf(said), reason: "" }}
          version={last.number}
          measures={studyMeasures}
          zone={timeZone}
          email={viewer.email}
          keeper={keeperOf(viewer)}
        />
      </Card>
      <Card title="History">
        <StudyHistory revisions={revisions.map(({ at, ...revision }) => ({ ...revision, when: instantInWords(at, timeZone) }))} shortOf={shortOf} />
      </Card>
    </div>
  );
}
