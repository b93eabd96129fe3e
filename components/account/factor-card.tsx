"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { NewPasskey } from "@/components/sign-in/new-passkey";
import { RecoveryCodes } from "@/components/sign-in/recovery-codes";
import { LinkButton } from "@/components/ui/link-button";
import { RowList } from "@/components/ui/row-list";
import { NewRecoveryCodes } from "./new-recovery-codes";
import { PasskeyActions } from "./passkey-actions";
import { RemoveApp } from "./remove-app";
import styles from "./factor-card.module.css";

interface FactorCardProps {
  app: boolean;
  passkeys: readonly { id: string; name: string; since: string; lastUsed: string | null }[];
  /** False in the demonstration alone: there one may do without. */
  required: boolean;
  /** Recovery codes that were not used yet. */
  codesLeft: number;
}

/** What is asked for besides the password: passkeys, an authenticator app, and the codes for when neither is at hand. */
export function FactorCard({ app, passkeys, required, codesLeft }: FactorCardProps) {
  const router = useRouter();
  const [codes, setCodes] = useState<string[] | null>(null);
  if (codes !== null) return <RecoveryCodes codes={codes} next="/account" />;
  const count = passkeys.length + (app ? 1 : 0);
  const last = count === 1;
  const stays = last && required;
  const rows = [
    ...passkeys.map(({ id, name, since, lastUsed }) => ({
      key: id,
      title: name,
      facts: ["passkey", `since ${since}`, lastUsed === null ? "not used yet" : `last used ${lastUsed}`, ...(stays ? ["your only one: to remove it, set up another first"] : [])],
      action: <PasskeyActions id={id} name={name} last={last} stays={stays} />,
    })),
    ...(app ? [{ key: "app", title: "Authenticator app", facts: ["six digits from your phone"], action: !stays && <RemoveApp last={last} /> }] : []),
  ];
  return (
    <div className={styles.card}>
      {count > 0 && <RowList name="Second factors" rows={rows} />}
      {count === 0 && <p>None is set up. With the invented patients of this demonstration one may do without; a clinic of one&rsquo;s own asks everybody.</p>}
      <div className={styles.ways}>
        <NewPasskey
          url="/api/account/passkeys"
          look="secondary"
          words="Add a passkey"
          onMade={(made) => (made.length > 0 ? setCodes(made) : router.refresh())}
          onLate={() => location.assign("/sign-in?next=/account")}
        />
        <LinkButton look="secondary" href="/account/factor">
          {app ? "Set the app up anew" : "Set up an authenticator app"}
        </LinkButton>
      </div>
      {count > 0 && <NewRecoveryCodes left={codesLeft} onMade={setCodes} />}
    </div>
  );
}
