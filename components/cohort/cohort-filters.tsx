import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { SelectField } from "@/components/ui/select-field";
import { TextField } from "@/components/ui/text-field";
import { windowWords } from "@/lib/course/windows";
import type { CohortAsk } from "@/lib/schemas/cohort";
import styles from "./cohort.module.css";

export interface Choice {
  value: string;
  label: string;
}

interface CohortFiltersProps {
  /** As it was typed, right or wrong. */
  ask: Readonly<Record<keyof CohortAsk, string>>;
  errors: Readonly<Record<string, string>>;
  measures: readonly Choice[];
  recalls: readonly Choice[];
  rules: readonly Choice[];
  protocols: readonly Choice[];
  teams: readonly Choice[];
  /** Whoever sees no patient asks by what was done, and by nothing that could be moved past one patient. */
  forResearch: boolean;
}

const all = (words: string): Choice => ({ value: "", label: words });
const therapies: Choice[] = [all("Any"), { value: "pe", label: "Prolonged exposure" }, { value: "cpt", label: "Cognitive processing therapy" }, { value: "other", label: "Another" }, { value: "none", label: "None" }];
const medicines: Choice[] = [all("Any"), { value: "ketamine", label: "Ketamine" }, { value: "esketamine", label: "Esketamine" }, { value: "none", label: "None" }];
const routes: Choice[] = [all("Any"), { value: "intravenous", label: "Intravenous" }, { value: "intranasal", label: "Intranasal" }, { value: "none", label: "None" }];
const populations: Choice[] = [{ value: "all", label: "All that began" }, { value: "completed", label: "Completed only" }];

const againsts: Choice[] = (["24h", "week-1", "week-2", "week-3", "week-4", "week-8"] as const).map((window) => ({ value: window, label: windowWords[window] }));
const taus: Choice[] = [{ value: "REML", label: "Random effects, REML" }, { value: "DL", label: "Random effects, DerSimonian–Laird" }, { value: "fixed", label: "Fixed effect" }];
const intervals: Choice[] = [{ value: "wald", label: "Wald" }, { value: "hartung-knapp", label: "Hartung–Knapp" }, { value: "hartung-knapp-ad-hoc", label: "Hartung–Knapp, truncated" }];

/** A form that asks by its address: what a group was is then said by a link, and works before any script has loaded. */
export function CohortFilters({ ask, errors, measures, recalls, rules, protocols, teams, forResearch }: CohortFiltersProps) {
  return (
    <form key={JSON.stringify(ask)} method="get" className={styles.choose}>
      <div className={styles.filters}>
        <SelectField id="measure" name="measure" label="Measure" options={withTyped(measures, ask.measure)} defaultValue={ask.measure} error={errors.measure} />
        <SelectField id="recall" name="recall" label="Recall window" options={withTyped(recalls, ask.recall)} defaultValue={ask.recall} error={errors.recall} />
        <SelectField id="rule" name="rule" label="Rule of change" options={withTyped(rules, ask.rule)} defaultValue={ask.rule} error={errors.rule} />
        {!forResearch && <SelectField id="population" name="population" label="Courses" options={withTyped(populations, ask.population)} defaultValue={ask.population} error={errors.population} />}
        {(protocols.length > 0 || errors.protocol) && <SelectField id="protocol" name="protocol" label="Protocol" options={withTyped([all("Any"), ...protocols], ask.protocol)} defaultValue={ask.protocol} error={errors.protocol} />}
        <SelectField id="therapy" name="therapy" label="Therapy" options={withTyped(therapies, ask.therapy)} defaultValue={ask.therapy} error={errors.therapy} />
        <SelectField id="medicine" name="medicine" label="Medicine" options={withTyped(medicines, ask.medicine)} defaultValue={ask.medicine} error={errors.medicine} />
        <SelectField id="route" name="route" label="Route" options={withTyped(routes, ask.route)} defaultValue={ask.route} error={errors.route} />
        {!forResearch && (teams.length > 1 || errors.team) && <SelectField id="team" name="team" label="Team" options={withTyped([all("All"), ...teams], ask.team)} defaultValue={ask.team} error={errors.team} />}
        {!forResearch && (
          <>
            <TextField id="from" name="from" label="Began on or after" type="date" defaultValue={ask.from} error={errors.from} />
            <TextField id="to" name="to" label="Began on or before" type="date" defaultValue={ask.to} error={errors.to} />
            <TextField id="least" name="least" label="Lowest baseline" inputMode="numeric" defaultValue={ask.least} error={errors.least} />
            <TextField id="most" name="most" label="Highest baseline" inputMode="numeric" defaultValue={ask.most} error={errors.most} />
          </>
        )}
        <SelectField id="against" name="against" label="Compare teams at" options={withTyped(againsts, ask.against)} defaultValue={ask.against} error={errors.against} />
        <SelectField id="tau" name="tau" label="Average effects by" options={withTyped(taus, ask.tau)} defaultValue={ask.tau} error={errors.tau} />
        <SelectField id="interval" name="interval" label="Interval of the average" options={withTyped(intervals, ask.interval)} defaultValue={ask.interval} error={errors.interval} />
      </div>
      <div className={styles.actions}>
        <Button type="submit">Show the group</Button>
        <LinkButton look="secondary" href="/cohort">Clear</LinkButton>
      </div>
    </form>
  );
}

/** What was typed is kept although it is not on the list: a list that fell back to its first choice would ask for another group. */
function withTyped(options: readonly Choice[], typed: string): Choice[] {
  return typed === "" || options.some(({ value }) => value === typed) ? [...options] : [...options, { value: typed, label: typed }];
}
