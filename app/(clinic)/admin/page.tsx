import type { Metadata } from "next";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { RowList } from "@/components/ui/row-list";
import { requireViewer } from "@/lib/auth/gate";
import { ruleFor } from "@/lib/change/rules";
import { measures } from "@/lib/measures/measures";
import { listPeople } from "@/lib/records/people";
import { listTeams } from "@/lib/records/teams";
import styles from "../reading.module.css";

export const metadata: Metadata = { title: "Admin" };

export default async function AdminPage() {
  const viewer = await requireViewer("/admin", "administer");
  const [people, teams] = await Promise.all([listPeople(viewer), listTeams(viewer)]);
  const { name, timeZone, settings } = viewer.organisation;
  const change = (href: string, what: string) => (
    <LinkButton look="secondary" href={href}>
      Change<span className="visually-hidden"> {what}</span>
    </LinkButton>
  );
  const peopleRows = people.map((person) => ({
    key: person.id,
    title: person.disabled ? `${person.name} (disabled)` : person.name,
    facts: [person.roles.join(", "), person.teams.join(", ") || "no care team", person.hasFactor ? "second factor set up" : "no second factor", person.email],
    action: change(`/admin/people/${person.id}`, person.name),
  }));
  const teamRows = teams.map((team) => ({ key: team.id, title: team.name, facts: [team.people.join(", ") || "nobody yet"], action: change(`/admin/teams/${team.id}`, team.name) }));
  return (
    <div className={styles.page}>
      <PageHead title={name} actions={<LinkButton look="secondary" href="/admin/settings">Settings</LinkButton>} />
      <Card title="Clinic">
        <p>Time zone {timeZone}: it decides the calendar day of every dose, session and score.</p>
        <p>
          Rule for change on the PCL-5: {ruleFor("pcl-5", settings)?.name}. {settings.measures.length} of {measures.length} measures are recorded.
        </p>
      </Card>
      <Card title="People">
        <div className={styles.stack}>
          <RowList name="People of this clinic" rows={peopleRows} />
          <p>Administrators, auditors and researchers see no patients.</p>
          <p>
            <LinkButton look="secondary" href="/admin/invite">Invite a person</LinkButton>
          </p>
        </div>
      </Card>
      <Card title="Care teams">
        <div className={styles.stack}>
          <RowList name="Care teams" rows={teamRows} />
          <p>
            <LinkButton look="secondary" href="/admin/teams/new">New care team</LinkButton>
          </p>
        </div>
      </Card>
    </div>
  );
}
