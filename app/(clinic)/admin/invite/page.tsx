import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { InviteForm } from "@/components/people/invite-form";
import { OpenInvitations } from "@/components/people/open-invitations";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { instantInWords } from "@/lib/dates";
import { listInvitations } from "@/lib/records/invitations";
import styles from "../../reading.module.css";

export const metadata: Metadata = { title: "Invite a person" };

export default async function InvitePage() {
  const viewer = await requireViewer("/admin/invite", "administer");
  const { open, teams } = await listInvitations(viewer);
  const invitations = open.map(({ roles, expiresAt, ...rest }) => ({ ...rest, roles: roles.join(", "), until: instantInWords(expiresAt, viewer.organisation.timeZone) }));
  return (
    <div className={styles.page}>
      <PageHead
        title="Invite a person"
        actions={
          <LinkButton look="secondary" href="/admin">
            Back to the clinic
          </LinkButton>
        }
      />
      <Card>
        <InviteForm id={randomUUID()} teams={teams} zone={viewer.organisation.timeZone} email={viewer.email} keeper={keeperOf(viewer)} />
      </Card>
      <Card title="Open invitations">
        <OpenInvitations invitations={invitations} />
      </Card>
    </div>
  );
}
