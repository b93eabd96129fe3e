"use client";

import { useRouter } from "next/navigation";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";

interface InvitationRow {
  id: string;
  name: string;
  email: string;
  roles: string;
  until: string;
}

export function OpenInvitations({ invitations }: { invitations: readonly InvitationRow[] }) {
  if (invitations.length === 0) return <p>No invitation is open.</p>;
  return (
    <DataTable caption="Open invitations">
      <thead>
        <tr>
          <th scope="col">Name</th>
          <th scope="col">E-mail</th>
          <th scope="col">Roles</th>
          <th scope="col">Works until</th>
          <th scope="col">
            <span className="visually-hidden">Withdraw</span>
          </th>
        </tr>
      </thead>
      <tbody>
        {invitations.map(({ id, name, email, roles, until }) => (
          <tr key={id}>
            <th scope="row">{name}</th>
            <td>{email}</td>
            <td>{roles}</td>
            <td>{until}</td>
            <td>
              <Withdraw id={id} name={name} />
            </td>
          </tr>
        ))}
      </tbody>
    </DataTable>
  );
}

function Withdraw({ id, name }: { id: string; name: string }) {
  const router = useRouter();
  const save = useSave<undefined, unknown>("DELETE", `/api/invitations/${id}`, () => router.refresh(), { stays: true });
  return (
    <>
      <Button look="secondary" busy={save.busy} busyWords="Withdrawing" onClick={() => save.run(undefined)}>
        Withdraw<span className="visually-hidden"> the invitation of {name}</span>
      </Button>
      <SaveProblem problem={save.problem} onAgain={save.again} />
    </>
  );
}
