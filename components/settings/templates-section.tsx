import { use } from "react";
import { useFieldArray, useFormContext, useWatch } from "react-hook-form";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { Disclosure } from "@/components/ui/disclosure";
import { Messages } from "./settings-field";
import { fieldId } from "./settings-problems";
import type { SettingsValues } from "./settings-values";
import { TemplateFields } from "./template-fields";
import styles from "./settings.module.css";

/** The shapes a course can be planned from. */
export function TemplatesSection() {
  const { control, getValues } = useFormContext<SettingsValues>();
  const { fields, append, remove } = useFieldArray({ control, name: "templates", keyName: "key" });
  const messages = Object.keys(use(Messages));
  const templates = useWatch({ control, name: "templates" });

  function add() {
    const blank = structuredClone(getValues("templates").at(-1)!);
    append({ ...blank, id: `template-${Date.now().toString(36)}`, name: "", source: "" });
  }

  return (
    <Card id="templates" title="Course templates">
      <div className={styles.section}>
        <p className={styles.hint}>
          A new course can be planned from one of these. Days are counted from the start date, which is day 0; dates skip the days the clinic is closed. They are shapes to start from, and no recommendation.
        </p>
        {fields.map(({ key }, index) => (
          <Disclosure
            key={key}
            summary={templates[index]?.name || "A new template"}
            beside={shape(templates[index])}
            open={templates[index]?.name === "" || messages.some((path) => path.startsWith(`templates.${index}.`))}
          >
            <fieldset className={styles.rule}>
              <legend className="visually-hidden">{templates[index]?.name || "A new template"}</legend>
              <TemplateFields index={index} />
              {fields.length > 1 && (
                <div>
                  <Button look="danger" onClick={() => remove(index)}>
                    Remove this template
                  </Button>
                </div>
              )}
            </fieldset>
          </Disclosure>
        ))}
        <div>
          <Button id={fieldId("templates")} look="secondary" onClick={add}>
            Add a template
          </Button>
        </div>
      </div>
    </Card>
  );
}

/** "8 doses, 8 therapy sessions, 8 weeks". */
function shape(template: SettingsValues["templates"][number] | undefined): string {
  if (!template) return "";
  const { doses, therapyDays, pairing, plannedWeeks } = template;
  const count = (number: number, one: string) => (number === 0 ? [] : [`${number} ${one}${number === 1 ? "" : "s"}`]);
  const therapy = therapyDays.length + (pairing === "none" ? 0 : doses.length);
  return [...count(doses.length, "dose"), ...count(therapy, "therapy session"), ...count(plannedWeeks, "week")].join(", ");
}
