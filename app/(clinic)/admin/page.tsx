import type { Metadata } from "next";
import { ResetFactor } from "@/components/people/reset-factor";
import { Card } from "@/components/ui/card";
import { DataTable } from "@/components/ui/data-table";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { ruleFor } from "@/lib/change/rules";
import { measures } from "@/lib/measures/measures";
import { listPeople } from "@/lib/records/people";
import styles from "../reading.module.css";

export const metadata: Metadata = { title: "Admin" };

export default async function AdminPage() {
  const viewer = await requireViewer("/admin", "administer");
  const people = await listPeople(viewer);
  const { name, timeZone, settings } = viewer.organisation;
  return (
    <div className={styles.page}>
      <PageHead
        title={name}
        actions={
          <LinkButton look="secondary" href="/admin/settings">
            Settings
          </LinkButton>
        }
      />
      <Card title="Clinic">
        <p>Time zone {timeZone}: it decides the calendar day of every dose, session and score.</p>
        <p>
          Rule for change on the PCL-5: {ruleFor("pcl-5", settings)?.name}. {settings.measures.length} of {measures.length} measures are recorded.
        </p>
      </Card>
      <Card title="People">
        <DataTable caption="People of this clinic">
          <thead>
            <tr>
              <th scope="col">Name</th>
              <th scope="col">E-mail</th>
              <th scope="col">Roles</th>
              <th scope="col">Care teams</th>
              <th scope="col">Second factor</th>
            </tr>
          </thead>
          <tbody>
            {people.map((person) => (
              <tr key={person.id}>
                <th scope="row">
                  {person.name}
                  {person.disabled && " (disabled)"}
                </th>
                <td>{person.email}</td>
                <td>{person.roles.join(", ")}</td>
                <td>{person.teams.join(", ") || "none"}</td>
                <td>{person.hasFactor ? <ResetFactor person={{ id: person.id, name: person.name }} email={viewer.email} /> : "not set up"}</td>
              </tr>
            ))}
          </tbody>
        </DataTable>
        <p>Administrators see no patients.</p>
        <p>
          <LinkButton look="secondary" href="/admin/invite">
            Invite a person
          </LinkButton>
        </p>
      </Card>
    </div>
  );
}
