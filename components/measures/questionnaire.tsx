"use client";

import { useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useController, useWatch } from "react-hook-form";
import { DraftNotice } from "@/components/begun/draft-notice";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/text-area";
import { reloadUnasked } from "@/components/ui/use-leave-warning";
import { AsideNotice } from "./aside-notice";
import { CorrectionVersions } from "./correction-versions";
import { DiscardDraft } from "./discard-draft";
import { EnteredTotal } from "./entered-total";
import { FormHead } from "./form-head";
import { formProblems } from "./form-problems";
import { ItemList } from "./item-list";
import type { OpenFormProps, QuestionnaireProps } from "./questionnaire-props";
import { SafetyNotices } from "./safety-notices";
import { SaveBar } from "./save-bar";
import { SaveQuestions } from "./save-questions";
import { SittingStrip } from "./sitting-strip";
import { useLeft } from "./use-left";
import { useQuestionnaire } from "./use-questionnaire";
import styles from "./questionnaire.module.css";

/** A measure filled in by keyboard, mouse or finger: every answer kept at once, saved once at the end. */
export function Questionnaire(props: QuestionnaireProps) {
  // Another patient's form, another measure's, or another saved form, is never this one with its answers left in.
  const key = props.correction ? props.assessmentId : `${props.patient.id} ${props.measure.id}`;
  return <WithLeft key={key} {...props} />;
}

/** What an earlier page left is taken up, under the id it had. */
function WithLeft(props: QuestionnaireProps) {
  const { keeper, patient, measure, correction, assessmentId, addresses } = props;
  const form = { name: correction ? `${assessmentId}/correction` : `${patient.id}/${measure.id}`, corrects: Boolean(correction) };
  const { left, keep, lasting } = useLeft({ keeper, form, opened: props });
  if (!left) return <OpenForm key="opened" {...props} left={null} keep={keep} lasting={lasting} waiting={left === undefined} />;
  const under = <Address extends string | null>(address: Address) => (address?.replace(assessmentId, left.id) ?? null) as Address;
  return (
    <OpenForm
      key="left"
      {...props}
      assessmentId={left.id}
      addresses={{ ...addresses, draft: under(addresses.draft), save: under(addresses.save), next: under(addresses.next ?? null) }}
      {...(left.correction && { correction: { revision: left.correction.revision } })}
      left={left}
      keep={keep}
      lasting={lasting}
      waiting={false}
    />
  );
}

function OpenForm(given: OpenFormProps) {
  // What it was opened with stays: a page that is drawn anew makes a new id, under which nothing was drafted.
  const [opened] = useState(given);
  const props = { ...opened, waiting: given.waiting };
  const { measure, initial, addresses, correction } = props;
  const list = useRef<HTMLDivElement>(null);
  const state = useQuestionnaire(props, list);
  const { form, draft, save, items } = state;
  const { control } = form;
  const { errors } = form.formState;
  const [recall, mode] = useWatch({ control, name: ["recall", "mode"] });
  const reason = useController({ control, name: "reason" });
  const [signIn, setSignIn] = useState(false);

  function closeSignIn() {
    // At once, so that the dialog has given up the focus before an item takes it.
    flushSync(() => {
      setSignIn(false);
      save.dismiss();
    });
    items.go(items.current);
  }

  function signedIn() {
    const saving = save.signIn;
    closeSignIn();
    draft.retry();
    if (saving) save.again();
  }

  return (
    <>
      {given.prompts && mode !== "device" && (
        <div className={styles.beside}>
          <SafetyNotices prompts={given.prompts} guidance={props.guidance} email={props.acknowledges === false ? null : props.email} zone={props.zone.id} keeper={props.keeper} />
        </div>
      )}
      <form className={styles.form} method="post" noValidate autoComplete="off" onSubmit={state.submit}>
        {props.sitting && <SittingStrip {...props.sitting} />}
        <FormHead {...props} state={state} after={addresses.after} />
        {correction && props.left && <DraftNotice at={new Date(props.left.at)} zone={props.zone.id} onEmpty={() => (props.keep(null), reloadUnasked())} />}
        <ErrorSummary
          title="The form is not saved"
          errors={formProblems(errors, measure)}
          attempt={state.attempt}
        />
        {measure.entry === "items" ? (
          <ItemList
            measure={measure}
            control={control}
            list={list}
            items={items}
            before={correction ? initial.ratings : null}
            guidance={props.guidance}
          />
        ) : (
          <EnteredTotal
            measure={measure}
            control={control}
            before={correction ? initial.total : null}
            guidance={props.guidance}
          />
        )}
        <AsideNotice measure={measure} aside={state.aside} />
        {correction && (
          <TextArea
            id="reason"
            label="Reason for the correction"
            hint="Stays in the form's history, together with the old values."
            error={errors.reason?.message}
            value={reason.field.value}
            onChange={reason.field.onChange}
          />
        )}
        {addresses.draft !== null && (
          <DiscardDraft address={addresses.draft} draft={draft} onDiscarded={state.letGo} />
        )}
        <p className={styles.rights}>{measure.rights}</p>
        <SaveBar
          control={control}
          draft={addresses.draft === null ? null : draft}
          lasting={given.lasting}
          name={props.patient.name}
          measure={measure}
          busy={save.busy}
          words={correction ? "Save the correction" : "Save"}
          onSignIn={() => setSignIn(true)}
        />
      </form>
      {/* Beside the form, not in it: the sign-in is a form of its own. */}
      <SaveQuestions
        measure={measure}
        save={save}
        recall={recall}
        timeZone={props.zone.id}
        totalsHidden={mode === "device"}
        onGo={items.go}
      />
      {correction && <CorrectionVersions measure={measure} sessions={props.sessions} save={save} />}
      <SignInDialog
        open={signIn || save.signIn}
        email={props.email}
        onSignedIn={signedIn}
        onClose={closeSignIn}
      />
    </>
  );
}
