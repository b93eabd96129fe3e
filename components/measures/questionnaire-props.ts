import type { Keeper } from "@/components/begun/keeper";
import type { Recall } from "@/lib/measures/recall";
import type { Answers } from "./answers";
import type { FormMeasure } from "./form-measure";
import type { Left, Unsent } from "./left-answers";
import type { OpenPrompt } from "./safety-notices";
import type { SittingStep } from "./sitting-strip";

export interface QuestionnaireProps {
  measure: FormMeasure;
  /** `details` stands beside the name, for example the record number and the date of birth. */
  patient: { id: string; name: string; details: string };
  assessmentId: string;
  /** From a draft, from the form being corrected, or fresh. `step` is the draft's, 0 for a fresh form. */
  initial: Answers & { step: number };
  suggestion: { recall: Recall; reason: string } | null;
  sessions: readonly { id: string; label: string }[];
  /** The clinic's zone: its IANA name, and how the page says it ("clinic time, New York"). */
  zone: { id: string; label: string };
  /** The clinic's wall clock when the page was made: nothing later can have been answered. */
  now: string;
  addresses: {
    /** Null where there are no drafts: then leaving the page with changes asks first. */
    draft: string | null;
    save: string;
    /** Where leaving without saving goes. */
    after: string;
    /** The next form of the sitting, once this one is saved; else the server says where to go. */
    next?: string | null;
  };
  /** The measures of this sitting, where there are several, and where "Skip for now" goes. */
  sitting?: { steps: readonly SittingStep[]; skip: string } | null;
  /** Answers to earlier forms of this patient that nobody has said anything about yet. */
  prompts?: readonly OpenPrompt[];
  /** False for whoever may not say what was done about them. */
  acknowledges?: boolean;
  /** What the clinic wants done after an answer that calls for a person. */
  guidance: string;
  /** Correcting a saved form: the revision that was read. Old values are marked and a reason is required. */
  correction?: { revision: number };
  /** Who is signed in, for signing in again without leaving the page. */
  email: string;
  /** Whose unsent answers this device may keep. */
  keeper: Keeper;
}

/** The same, with what an earlier page left on the device. */
export interface OpenFormProps extends QuestionnaireProps {
  left: Left | null;
  keep: (unsent: Unsent | null) => void;
  /** False: what is kept would not outlive the page. */
  lasting: boolean;
  /** It is still being read: nothing may be entered yet. */
  waiting: boolean;
}
