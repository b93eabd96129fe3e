"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { FormProvider, useForm } from "react-hook-form";
import { DraftNotice } from "@/components/begun/draft-notice";
import { useFieldsDraft } from "@/components/begun/use-fields-draft";
import type { Keeper } from "@/components/begun/keeper";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FormFrame } from "@/components/ui/form-frame";
import { lazyResolver } from "@/components/ui/lazy-resolver";
import { Notice } from "@/components/ui/notice";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import { AttentionSection } from "./attention-section";
import { ClosedSection } from "./closed-section";
import { DosingSection } from "./dosing-section";
import { MeasuresSection } from "./measures-section";
import { PlansSection } from "./plans-section";
import { RulesSection } from "./rules-section";
import { Messages } from "./settings-field";
import { messagesFrom, messagesOf, summaryOf } from "./settings-problems";
import { TemplatesSection } from "./templates-section";
import type { MeasureChoice, SettingsValues } from "./settings-values";

interface SettingsFormProps {
  settings: SettingsValues;
  /** The one that was read: saving over a newer one is refused. */
  version: number;
  measures: readonly MeasureChoice[];
  zone: string;
  email: string;
  /** Whose half-filled form this device may keep. */
  keeper: Keeper;
}

interface Body {
  settings: SettingsValues;
  version: number;
}

const loadRules = async () => (await import("./settings-rules")).settingsRules;

const labels = {
  "settings.measures": "Measures recorded here", "settings.rules": "Rules for change", "settings.ownRules": "Rules of your own", "settings.attention": "What calls for attention", "settings.guidance": "Guidance",
  "settings.sudden": "Sudden gains and losses", "settings.plans": "Plans of measures", "settings.defaultPlan": "Plan of a new course", "settings.templates": "Course templates", "settings.closed": "Days the clinic is closed", "settings.dosing": "Dosing room",
};

export function SettingsForm({ settings, version: read, measures, zone, email, keeper }: SettingsFormProps) {
  const router = useRouter();
  const [version, setVersion] = useState(read); // not followed: a newer one that arrives meanwhile is somebody else's
  const [saved, setSaved] = useState(false);
  const form = useForm<SettingsValues>({ defaultValues: settings, resolver: lazyResolver(loadRules), shouldFocusError: false, reValidateMode: "onSubmit" });
  const { isDirty, errors, submitCount } = form.formState;
  const draft = useFieldsDraft(form, keeper, "clinic/settings", { initial: settings, known: version, onLeft: setVersion });
  const save = useSave<Body, { version: number }>(
    "PUT",
    "/api/settings",
    (answer, body) => {
      setVersion(answer.version);
      setSaved(true);
      draft.forget(body.settings);
      form.reset(body.settings);
      router.refresh();
    },
    { stays: true },
  );
  const messages = { ...(save.problem?.kind === "fields" ? messagesFrom(save.problem.fields) : {}), ...messagesOf(errors) };

  return (
    <FormProvider {...form}>
      <Messages value={messages}>
        <FormFrame
          wide
          unsaved={isDirty}
          onFocus={loadRules}
          onSubmit={form.handleSubmit(
            (values) => save.run({ settings: values, version }),
            () => save.dismiss(),
          )}
          actions={
            <>
              <Button type="submit" busy={save.busy} busyWords="Saving">
                Save settings
              </Button>
              {saved && !isDirty && save.problem === null && (
                <Notice tone="good" live="status">
                  Settings saved.
                </Notice>
              )}
            </>
          }
        >
          <ErrorSummary errors={summaryOf(messages)} attempt={submitCount + save.failures} />
          <SaveProblem problem={save.problem} onAgain={save.again} />
          {draft.leftAt && <DraftNotice at={draft.leftAt} zone={zone} onEmpty={draft.empty} />}
          <MeasuresSection measures={measures} />
          <RulesSection measures={measures} />
          <AttentionSection />
          <PlansSection measures={measures} />
          <TemplatesSection />
          <ClosedSection />
          <DosingSection />
        </FormFrame>
      </Messages>
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={labels} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </FormProvider>
  );
}
