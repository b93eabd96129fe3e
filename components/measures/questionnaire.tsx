"use client";

import { useId, useRef, useState } from "react";
import { flushSync } from "react-dom";
import { useController, useWatch } from "react-hook-form";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { ErrorSummary } from "@/components/ui/error-summary";
import { TextArea } from "@/components/ui/text-area";
import { AnsweredProgress } from "./answered-progress";
import { DiscardDraft } from "./discard-draft";
import { FormHead } from "./form-head";
import { optionsFor } from "./form-measure";
import { formProblems } from "./form-problems";
import { ItemCard } from "./item-card";
import type { QuestionnaireProps } from "./questionnaire-props";
import { SaveBar } from "./save-bar";
import { SaveQuestions } from "./save-questions";
import { useQuestionnaire } from "./use-questionnaire";
import styles from "./questionnaire.module.css";

/** A measure filled in by keyboard, mouse or finger: every answer kept at once, saved once at the end. */
export function Questionnaire(props: QuestionnaireProps) {
  // Another patient's form, or another saved form, is never this one with its answers left in.
  return <OpenForm key={props.correction ? props.assessmentId : props.patient.id} {...props} />;
}

function OpenForm(given: QuestionnaireProps) {
  // What it was opened with stays: a page that is drawn anew makes a new id, under which nothing was drafted.
  const [props] = useState(given);
  const { measure, initial, addresses, correction } = props;
  const list = useRef<HTMLDivElement>(null);
  const state = useQuestionnaire(props, list);
  const { form, draft, save, items } = state;
  const { control } = form;
  const { errors } = form.formState;
  const [recall, mode] = useWatch({ control, name: ["recall", "mode"] });
  const reason = useController({ control, name: "reason" });
  const [signIn, setSignIn] = useState(false);
  const stemId = useId();
  const printed = measure.forms.find((each) => each.recall === recall);
  const values = measure.options.map((option) => option.value);

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
      <form className={styles.form} method="post" noValidate autoComplete="off" onSubmit={state.submit}>
        <FormHead {...props} state={state} after={addresses.after} />
        <ErrorSummary
          title="The form is not saved"
          errors={formProblems(errors, measure)}
          attempt={state.attempt}
        />
        <p className={styles.instruction}>{printed?.instruction}</p>
        <div className={styles.stem} data-bar="top">
          <p id={stemId}>{printed?.stem}</p>
          <AnsweredProgress control={control} count={measure.items.length} />
        </div>
        <div ref={list} className={styles.items}>
          {measure.items.map((item, index) => (
            <ItemCard
              key={item.number}
              control={control}
              index={index}
              item={item}
              count={measure.items.length}
              options={optionsFor(measure, item)}
              current={items.current === index}
              error={errors.ratings?.[index]?.message}
              before={correction ? (initial.ratings[index] ?? null) : undefined}
              stemId={stemId}
              onEnter={items.setCurrent}
              onRate={items.onRate}
              onClear={items.onClear}
            />
          ))}
        </div>
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
        <SaveBar
          control={control}
          draft={addresses.draft === null ? null : draft}
          name={props.patient.name}
          count={measure.items.length}
          range={`${values[0]}–${values.at(-1)}`}
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
      <SignInDialog
        open={signIn || save.signIn}
        email={props.email}
        onSignedIn={signedIn}
        onClose={closeSignIn}
      />
    </>
  );
}
