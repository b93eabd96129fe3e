import { Card } from "@/components/ui/card";
import { Pill } from "@/components/ui/pill";
import type { Rule } from "@/lib/change/rule";
import { asks, kindWords, stepsWords } from "@/lib/change/rule-words";
import { recallWords } from "@/lib/measures/recall";
import { Facts, type Fact } from "./facts";
import styles from "./textbook.module.css";

interface MeasureRulesProps {
  short: string;
  clinic: string;
  /** Published ones, then the clinic's own. */
  rules: readonly Rule[];
  /** The id of the one this clinic uses. */
  used: string | null;
}

/** Every rule of change for the measure, with the people and the paper it comes from. */
export function MeasureRules({ short, clinic, rules, used }: MeasureRulesProps) {
  return (
    <Card id="rules" title="Rules for change">
      <div className={styles.blocks}>
        {rules.length === 0 ? (
          <p>No threshold of change was found for the {short}. Its change is shown in points and not judged.</p>
        ) : (
          <p>No one threshold is right for every clinic. {clinic} uses the rule marked below; every verdict names its rule.</p>
        )}
        {rules.map((rule) => (
          <div key={rule.id} id={rule.id} className={styles.block}>
            <h3 className={styles.name}>
              {rule.name}
              {rule.id === used && <Pill tone="measure">Used here</Pill>}
              {rule.id.startsWith("own-") && <Pill>{clinic}’s own</Pill>}
            </h3>
            <Facts facts={factsOf(rule)} />
          </div>
        ))}
      </div>
    </Card>
  );
}

function factsOf(rule: Rule): readonly (Fact | null)[] {
  const computed = rule.kind === "reliable-change" ? rule.computed : null;
  return [
    ["Answers", kindWords(rule)],
    ["Asks for", asks(rule)],
    computed === null ? null : ["How", <Steps key="steps" computed={computed} />],
    ["Population", rule.population],
    ["Says", rule.note],
    ["Used on", rule.recalls.map((recall) => recallWords[recall]).join(", ")],
    ["Source", <span key="source" className={styles.source}>{rule.source}</span>],
  ];
}

function Steps({ computed }: { computed: Parameters<typeof stepsWords>[0] }) {
  return (
    <span className={styles.formula}>
      SD {computed.sd}, r {computed.r} ({computed.kindOfR}); {stepsWords(computed)}
    </span>
  );
}
