import { useEffect, useEffectEvent, useRef, useState, type FormEvent, type RefObject } from "react";
import { useForm, type UseFormReturn } from "react-hook-form";
import type { SendError } from "@/components/ui/send";
import { isLeftUnasked, useLeaveWarning } from "@/components/ui/use-leave-warning";
import { optionsOf } from "@/lib/measures/measure";
import { completeByRule, readResponses } from "@/lib/measures/responses";
import { answersOf, formValues, sameAnswers, type FormValues } from "./answers";
import { firstOpen, nextAsked } from "./asked-items";
import { formResolver, saveBody } from "./form-resolver";
import { loadRules } from "./load-rules";
import type { OpenFormProps } from "./questionnaire-props";
import { afterAnswer, type Aside } from "./set-aside";
import { useDraft, type Draft, type DraftBody } from "./use-draft";
import { useItems, type Items } from "./use-items";
import { useSave, type Save } from "./use-save";
import { wallClock } from "./wall-time";

export interface QuestionnaireState {
  form: UseFormReturn<FormValues>;
  draft: Draft;
  save: Save;
  items: Items;
  submit: (event?: FormEvent) => void;
  /** Counts the attempts that failed; each takes the focus to the summary. */
  attempt: number;
  /** The details are open: chosen, or because an error is in there. */
  unfolded: boolean;
  setUnfolded: (open: boolean) => void;
  /** The clinic's wall clock now, with a minute's grace for clocks that differ. */
  latest: () => string;
  /** Answers that a later one ruled out, by place: out of the form, back as soon as they are asked again. */
  aside: Aside;
  /** From here on the page may be left without a question. */
  letGo: () => void;
}

/** The behaviour of the form: what keys, changes, saving, failing and leaving do. */
export function useQuestionnaire(
  props: OpenFormProps,
  list: RefObject<HTMLDivElement | null>,
): QuestionnaireState {
  const { measure, patient, initial, addresses, correction, left, keep, waiting } = props;
  const [latest] = useState(() => wallClock(props.now, graceMs));
  const target = {
    measure,
    patientId: patient.id,
    correction: correction ? { ...correction, before: initial } : null,
  };
  const form = useForm<FormValues>({
    defaultValues: { ...formValues(measure, left?.answers ?? initial), reason: left?.correction?.reason ?? "" },
    resolver: formResolver(target, latest),
    shouldFocusError: false,
  });
  const { getValues, setValue } = form;
  const [attempt, setAttempt] = useState(0);
  const [unfolded, setUnfolded] = useState(false);
  const [aside, setAside] = useState<Aside>(new Map());
  const asideNow = useRef(aside);
  const leaving = useRef(false);

  const keepUnsent = (unsent: DraftBody | null, had = false) => keep(unsent && { id: props.assessmentId, answers: unsent, had });
  const draft = useDraft({ address: addresses.draft, patientId: patient.id, measure: measure.id, initial, leftStep: left?.answers.step ?? 0, keep: keepUnsent });
  const letGo = () => {
    leaving.current = true;
    draft.end();
  };
  const save = useSave({
    method: correction ? "POST" : "PUT",
    address: addresses.save,
    hold: draft.hold,
    release: draft.release,
    next: addresses.next ?? null,
    onSaved: letGo,
    onError: refused,
  });
  const items = useItems({
    list,
    values: measure.items.map((item) => optionsOf(measure, item).map((option) => option.value)),
    ratingOf: (index) => getValues(`ratings.${index}`) ?? null,
    step: (index, by) => nextAsked(measure, getValues("ratings"), index, by),
    rate,
    save: () => submit(),
    isOver: () => leaving.current,
  });

  function rate(place: number, value: number | null) {
    if (form.formState.errors.ratings) form.clearErrors("ratings");
    const before = getValues("ratings");
    const after = afterAnswer(measure, { ratings: before, aside: asideNow.current }, place, value);
    const moved = after.ratings.map((rating, index) => ({ rating, index })).filter(({ rating, index }) => rating !== before[index]);
    // What is set aside goes first: between two steps the form must not contradict itself, or its draft is refused.
    for (const { rating, index } of moved.toSorted((a, b) => Number(b.rating === null) - Number(a.rating === null))) {
      setValue(`ratings.${index}`, rating);
    }
    asideNow.current = after.aside;
    setAside(after.aside);
  }

  function refused(error: SendError) {
    const paths = Object.entries(error.fields ?? {});
    for (const [path, message] of paths) form.setError(path as keyof FormValues, { message });
    if (paths.length === 0) form.setError("root.server", { message: error.message });
    failed(paths.map(([path]) => path));
  }

  function failed(paths: readonly string[]) {
    setAttempt((count) => count + 1);
    if (paths.some((path) => folded.includes(path))) setUnfolded(true);
  }

  function submit(event?: FormEvent) {
    event?.preventDefault();
    void form.handleSubmit(
      (values) => {
        const body = saveBody(target, values);
        const responses = readResponses(measure, values.ratings);
        if (responses.state !== "incomplete") return save.run(body);
        const scored = completeByRule(measure, responses) !== null;
        save.askFirst({ ask: "incomplete", missing: responses.missing, scored }, body);
      },
      (errors) => failed(Object.keys(errors)),
    )();
  }

  const changed = useEffectEvent((values: FormValues) => {
    const answers = answersOf(values);
    if (!correction) return draft.changed(answers);
    const untouched = values.reason === "" && sameAnswers(initial, answers);
    keep(untouched ? null : { id: props.assessmentId, answers: { ...answers, step: 0 }, correction: { revision: correction.revision, reason: values.reason } });
  });
  useEffect(() => {
    const said = (values: FormValues) => JSON.stringify([answersOf(values), values.reason]);
    let before = said(getValues());
    return form.subscribe({
      formState: { values: true },
      callback: ({ values }) => {
        const now = said(values);
        // The rules are wanted at the end: fetched once the first item is answered, and no weight before.
        if (now !== before) void loadRules();
        if (now !== before) changed(values);
        before = now;
      },
    });
  }, [form, getValues]);

  // A draft is sent as the page goes, and chart and caseload say where to go on; nothing points at a correction that was begun.
  useLeaveWarning(() => {
    const edited = getValues("reason") !== "" || !sameAnswers(initial, answersOf(getValues()));
    return addresses.draft === null && edited && !leaving.current;
  });
  const warn = useEffectEvent((event: BeforeUnloadEvent) => {
    if (addresses.draft !== null && draft.isUnsent() && !leaving.current && !isLeftUnasked()) event.preventDefault();
  });
  const begin = useEffectEvent(() => {
    items.adopt();
    if (left && !correction) draft.changed(answersOf(getValues()));
    const open = firstOpen(measure, getValues("ratings"));
    // Whoever already writes goes on there: the next digit of a time is no answer, and one at item 15 is none to item 1.
    const at = document.activeElement?.closest<HTMLElement>("[data-item]");
    if (correction && at) return items.setCurrent(Number(at.dataset.item));
    if (isTyping()) return items.setCurrent(Math.max(open, 0));
    if (measure.entry !== "items") document.querySelector<HTMLElement>("#total, [name=total]:checked")?.focus();
    // All are answered: at the last, where Enter saves.
    else if (open < 0 && !correction) items.go(measure.items.length - 1);
    // Under a finger a form that begins is seen from its top: period, day and session come before item 1. With a
    // keyboard, which answers where the focus is, the item must be in sight, also enlarged.
    else items.go(Math.max(open, 0), open <= 0 && window.matchMedia("(pointer: coarse)").matches ? null : "instant");
  });
  useEffect(() => {
    if (waiting) return;
    begin();
    const leave = (event: BeforeUnloadEvent) => warn(event);
    window.addEventListener("beforeunload", leave);
    return () => window.removeEventListener("beforeunload", leave);
  }, [waiting]);

  return { form, draft, save, items, submit, attempt, unfolded, setUnfolded, latest, aside, letGo };
}

function isTyping(): boolean {
  const { activeElement } = document;
  return activeElement !== null && activeElement.matches("form textarea, form select, form input:not([type=radio], [type=checkbox])");
}

const graceMs = 60_000;
const folded = ["sessionId", "answeredAt", "mode"];
