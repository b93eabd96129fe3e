import type { Metadata } from "next";
import { SettingsForm } from "@/components/settings/settings-form";
import { settingsChanges } from "@/components/settings/settings-changes";
import { SettingsHistory } from "@/components/settings/settings-history";
import { measureChoice, settingsValues } from "@/components/settings/settings-values";
import { LinkButton } from "@/components/ui/link-button";
import { PageHead } from "@/components/ui/page-head";
import { keeperOf } from "@/lib/auth/device-key";
import { requireViewer } from "@/lib/auth/gate";
import { instantInWords } from "@/lib/dates";
import { measures } from "@/lib/measures/measures";
import { readSettingsHistory, type SettingsRevision } from "@/lib/records/settings";
import styles from "../../reading.module.css";

export const metadata: Metadata = { title: "Settings" };

export default async function SettingsPage() {
  const viewer = await requireViewer("/admin/settings", "administer");
  const { organisation, email } = viewer;
  const history = (await readSettingsHistory(viewer)) ?? [];
  return (
    <div className={styles.page}>
      <PageHead
        title="Settings"
        facts={[organisation.name, "for every clinician of this clinic"]}
        actions={
          <LinkButton look="secondary" href="/admin">
            Back to the clinic
          </LinkButton>
        }
      />
      <SettingsForm
        settings={settingsValues(organisation.settings, measures)}
        version={organisation.settingsVersion}
        measures={measures.map(measureChoice)}
        zone={organisation.timeZone}
        email={email}
        keeper={keeperOf(viewer)}
      />
      <SettingsHistory revisions={history.map((revision, index) => inWords(revision, history[index + 1], organisation.timeZone))} />
    </div>
  );
}

function inWords({ version, at, by, settings }: SettingsRevision, before: SettingsRevision | undefined, zone: string) {
  const changes = before === undefined ? ["What the clinic began with"] : settingsChanges(before.settings, settings);
  return { version, when: instantInWords(at, zone), by: by ?? "Courseline", changes };
}
