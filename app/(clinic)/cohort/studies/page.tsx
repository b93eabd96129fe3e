import type { Metadata } from "next";
import { StudiesList } from "@/components/studies/studies-list";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { publishedStudies } from "@/lib/cohort/studies/published";
import { instantInWords } from "@/lib/dates";
import { readStudies } from "@/lib/records/studies";
import styles from "../../reading.module.css";
import { shortOf } from "./study-measures";

export const metadata: Metadata = { title: "Studies" };

export default async function StudiesPage() {
  const viewer = await requireViewer("/cohort/studies", "cohort");
  const studies = await readStudies(viewer);
  const entered = studies.map(({ at, by, ...study }) => ({ ...study, entered: `Entered by ${by}, ${instantInWords(at, viewer.organisation.timeZone)}` }));
  return (
    <div className={styles.page}>
      <PageHead
        title="Studies"
        facts={["what your own groups are set beside", "each effect with its 95 % interval"]}
        actions={
          <>
            <LinkButton href="/cohort/studies/new">Enter a study</LinkButton>
            <LinkButton look="secondary" href="/cohort">Back to the cohort</LinkButton>
          </>
        }
      />
      <Card title="Entered by your clinic">
        {entered.length > 0 ? <StudiesList name="Studies your clinic entered" studies={entered} shortOf={shortOf} /> : <p>None yet. A study is entered from its paper, with its citation, and then stands beside your groups.</p>}
      </Card>
      <Card title="Shipped with Courseline">
        <StudiesList name="Studies shipped with Courseline" studies={publishedStudies} shortOf={shortOf} />
      </Card>
    </div>
  );
}
