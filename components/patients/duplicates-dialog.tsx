import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { dayInWords } from "@/lib/dates";
import styles from "./duplicates-dialog.module.css";

export interface Duplicate {
  id: string;
  name: string;
  recordNumber: string;
  birthDate: string;
}

interface DuplicatesDialogProps {
  duplicates: readonly Duplicate[];
  onBack: () => void;
  onSaveAnyway: () => void;
}

/** Asked before saving, so that one person does not get two courses of scores. */
export function DuplicatesDialog({ duplicates, onBack, onSaveAnyway }: DuplicatesDialogProps) {
  return (
    <Dialog
      open={duplicates.length > 0}
      title={duplicates.length === 1 ? "Is this the same person?" : "Is this one of these people?"}
      onClose={onBack}
      actions={
        <>
          <Button onClick={onBack}>Go back</Button>
          <Button look="secondary" onClick={onSaveAnyway}>
            Save as another person
          </Button>
        </>
      }
    >
      <p>Already in your caseload, with a similar name or the same date of birth:</p>
      <ul className={styles.list}>
        {duplicates.map((patient) => (
          <li key={patient.id}>
            <a href={`/patients/${patient.id}`} target="_blank" rel="noopener">
              {patient.name}
              <span className="visually-hidden"> (opens in a new tab)</span>
            </a>
            <span>
              {patient.recordNumber}, born {dayInWords(patient.birthDate)}
            </span>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
