import type { Metadata } from "next";
import { ConfirmFirst } from "@/components/sign-in/confirm-first";
import { FactorSetUp } from "@/components/sign-in/factor-set-up";
import { Card } from "@/components/ui/card";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { hasFactor } from "@/lib/auth/factors";
import { requireViewer } from "@/lib/auth/gate";
import { pictureOf } from "@/lib/auth/qr";
import { offerFactor } from "@/lib/auth/second-step";
import styles from "../../reading.module.css";

export const metadata: Metadata = { title: "Authenticator app" };

export default async function FactorPage() {
  const viewer = await requireViewer("/account/factor");
  const confirmed = viewer.fresh || !(await hasFactor(viewer.userId));
  const { typed, uri, offer } = offerFactor(viewer);
  return (
    <div className={styles.page}>
      <PageHead
        title="Set up an authenticator app"
        actions={
          <LinkButton look="secondary" href="/account">
            Back to your account
          </LinkButton>
        }
      />
      <Card>
        {confirmed ? (
          <>
            <p>An app that was set up before, and the recovery codes, stop working; every other session ends.</p>
            <FactorSetUp picture={pictureOf(uri)} typed={typed} offer={offer} url="/api/account/factor" next="/account" />
          </>
        ) : (
          <ConfirmFirst what="A new picture for your app" />
        )}
      </Card>
    </div>
  );
}
