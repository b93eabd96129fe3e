import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Checkbox } from "@/components/ui/checkbox";
import { LinkButton } from "@/components/ui/link-button";
import styles from "./choose-measures.module.css";

interface ChooseMeasuresProps {
  /** The page of the form: it takes the choice from its address, so this works before any script. */
  action: string;
  measures: readonly { id: string; short: string; title: string }[];
  /** Half filled by this person. */
  drafts: readonly { id: string; short: string; href: string }[];
}

/** What to record when nothing in particular is due: one measure, or several in one sitting. */
export function ChooseMeasures({ action, measures, drafts }: ChooseMeasuresProps) {
  return (
    <div className={styles.choose}>
      {drafts.length > 0 && (
        <Card title="Half filled by you">
          <div className={styles.drafts}>
            {drafts.map(({ id, short, href }) => (
              <LinkButton key={id} look="secondary" href={href}>
                Continue the {short}
              </LinkButton>
            ))}
          </div>
        </Card>
      )}
      <Card>
        <form action={action} className={styles.form}>
          <fieldset>
            <legend className={styles.legend}>Measures, in the order in which they are entered</legend>
            {measures.map(({ id, short, title }) => (
              <Checkbox key={id} name="sitting" value={id} label={short === title ? short : `${short}, ${title}`} />
            ))}
          </fieldset>
          <div>
            <Button type="submit">Record</Button>
          </div>
        </form>
      </Card>
    </div>
  );
}
