import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { TeamForm } from "@/components/people/team-form";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import styles from "../../../reading.module.css";

export const metadata: Metadata = { title: "New care team" };

export default async function NewTeamPage() {
  const viewer = await requireViewer("/admin/teams/new", "administer");
  return (
    <div className={styles.page}>
      <PageHead title="New care team" actions={<LinkButton look="secondary" href="/admin">Back to the clinic</LinkButton>} />
      <Card>
        <TeamForm id={randomUUID()} was={null} zone={viewer.organisation.timeZone} email={viewer.email} keeper={keeperOf(viewer)} />
      </Card>
    </div>
  );
}
