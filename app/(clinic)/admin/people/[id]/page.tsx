import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { DisablePerson } from "@/components/people/disable-person";
import { PersonForm } from "@/components/people/person-form";
import { ResetFactor } from "@/components/people/reset-factor";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { RowList } from "@/components/ui/row-list";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { instantInWords } from "@/lib/dates";
import { readPerson } from "@/lib/records/people";
import { uuidOr404 } from "../../../patients/uuid";
import styles from "../../../reading.module.css";

export const metadata: Metadata = { title: "Person" };

export default async function PersonPage({ params }: { params: Promise<{ id: string }> }) {
  const id = uuidOr404((await params).id);
  const viewer = await requireViewer(`/admin/people/${id}`, "administer");
  const found = await readPerson(viewer, id);
  if (!found) notFound();
  const { person, memberships, teams } = found;
  const inWords = (at: Date) => instantInWords(at, viewer.organisation.timeZone);
  const was = { roles: person.roles, teamIds: memberships.filter(({ leftAt }) => leftAt === null).map(({ teamId }) => teamId) };
  const history = memberships.map(({ teamId, team, joinedAt, leftAt }) => ({ key: `${teamId} ${joinedAt.toISOString()}`, title: team.name, facts: [`since ${inWords(joinedAt)}`, leftAt ? `until ${inWords(leftAt)}` : "now"] }));
  const self = id === viewer.userId;
  return (
    <div className={styles.page}>
      <PageHead title={person.name} facts={[person.email, person.disabled ? "disabled" : person.roles.join(", ")]} actions={<LinkButton look="secondary" href="/admin">Back to the clinic</LinkButton>} />
      {self ? (
        <Card title="Roles and care teams">
          <p>Nobody changes what they may do themselves. Ask another administrator.</p>
        </Card>
      ) : (
        <>
          <Card title="Roles and care teams">
            <PersonForm key={JSON.stringify(was)} person={{ id, name: person.name }} was={was} teams={teams} zone={viewer.organisation.timeZone} email={viewer.email} keeper={keeperOf(viewer)} />
          </Card>
          <Card title="Signing in">
            <DisablePerson person={{ id, name: person.name, disabled: person.disabled }} email={viewer.email} />
            <p>{person.hasFactor ? "A second factor is set up." : "No second factor is set up."}</p>
            {person.hasFactor && (
              <div>
                <ResetFactor person={{ id, name: person.name }} email={viewer.email} />
              </div>
            )}
          </Card>
        </>
      )}
      {history.length > 0 && (
        <Card title="On care teams">
          <RowList name="Care teams, now and before" rows={history} />
        </Card>
      )}
    </div>
  );
}
