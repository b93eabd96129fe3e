import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { TeamForm } from "@/components/people/team-form";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { RowList } from "@/components/ui/row-list";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { instantInWords } from "@/lib/dates";
import { readTeam } from "@/lib/records/teams";
import { uuidOr404 } from "../../../patients/uuid";
import styles from "../../../reading.module.css";

export const metadata: Metadata = { title: "Care team" };

export default async function TeamPage({ params }: { params: Promise<{ id: string }> }) {
  const id = uuidOr404((await params).id);
  const viewer = await requireViewer(`/admin/teams/${id}`, "administer");
  const team = await readTeam(viewer, id);
  if (!team) notFound();
  const inWords = (at: Date) => instantInWords(at, viewer.organisation.timeZone);
  const rows = team.members.map(({ user, joinedAt, leftAt }) => ({
    key: `${user.id} ${joinedAt.toISOString()}`,
    title: user.name,
    facts: [`since ${inWords(joinedAt)}`, leftAt ? `until ${inWords(leftAt)}` : "now"],
    action: leftAt === null && (
      <LinkButton look="secondary" href={`/admin/people/${user.id}`}>
        Change<span className="visually-hidden"> the teams of {user.name}</span>
      </LinkButton>
    ),
  }));
  return (
    <div className={styles.page}>
      <PageHead title={team.name} actions={<LinkButton look="secondary" href="/admin">Back to the clinic</LinkButton>} />
      <Card title="Name">
        <TeamForm id={id} was={team.name} zone={viewer.organisation.timeZone} email={viewer.email} keeper={keeperOf(viewer)} />
      </Card>
      <Card title="On this team, now and before">
        {rows.length > 0 ? <RowList name="People of this team" rows={rows} /> : <p>Nobody yet. People are put on a team on their own page.</p>}
      </Card>
    </div>
  );
}
