import type { Metadata } from "next";
import { FactorCard } from "@/components/account/factor-card";
import { PasswordForm } from "@/components/account/password-form";
import { SignInsList } from "@/components/account/sign-ins-list";
import { Card } from "@/components/ui/card";
import { PageHead } from "@/components/ui/page-head";
import { requireViewer } from "@/lib/auth/gate";
import { fewest } from "@/lib/auth/new-password";
import { instantInWords } from "@/lib/dates";
import { readOwnFactor } from "@/lib/records/own-factor";
import { listSignIns } from "@/lib/records/own-sign-ins";
import styles from "../reading.module.css";

export const metadata: Metadata = { title: "Your account" };

export default async function AccountPage() {
  const viewer = await requireViewer("/account");
  const { name, email, organisation } = viewer;
  const factor = await readOwnFactor(viewer);
  const inWords = (at: Date) => instantInWords(at, organisation.timeZone);
  const passkeys = factor.passkeys.map(({ id, name, createdAt, lastUsedAt }) => ({ id, name, since: inWords(createdAt), lastUsed: lastUsedAt && inWords(lastUsedAt) }));
  const signIns = (await listSignIns(viewer)).map(({ since, lastSeen, ...rest }) => ({ ...rest, since: inWords(since), lastSeen: inWords(lastSeen) }));
  return (
    <div className={styles.page}>
      <PageHead title="Your account" facts={[name, email, organisation.name]} />
      <Card title="Where you are signed in">
        <SignInsList signIns={signIns} email={email} />
      </Card>
      <Card title="Second factor">
        <FactorCard {...factor} passkeys={passkeys} />
      </Card>
      <Card title="Password">
        <PasswordForm email={email} fewest={factor.app || passkeys.length > 0 ? fewest.withFactor : fewest.alone} />
      </Card>
    </div>
  );
}
