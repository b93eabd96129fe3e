import Link from "next/link";
import { recallWords, type Recall } from "@/lib/measures/recall";
import styles from "./voided-forms.module.css";

interface VoidedFormsProps {
  base: string;
  forms: readonly { id: string; short: string; recall: Recall; answered: string }[];
}

/** Where the forms that no longer count can still be read. */
export function VoidedForms({ base, forms }: VoidedFormsProps) {
  if (forms.length === 0) return null;
  return (
    <p className={styles.voided}>
      Voided and left out of everything above:{" "}
      {forms.map(({ id, short, recall, answered }, index) => (
        <span key={id}>
          {index > 0 && ", "}
          <Link href={`${base}/assessments/${id}`} prefetch={false}>
            {recallWords[recall]} {short}, {answered}
          </Link>
        </span>
      ))}
    </p>
  );
}
