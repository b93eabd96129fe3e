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
          <fieldset key={key} className={styles.rule}>
            <legend>{templates[index]?.name || "A new template"}</legend>
            <Disclosure summary={`Change ${templates[index]?.name || "the new template"}`} open={templates[index]?.name === "" || messages.some((path) => path.startsWith(`templates.${index}.`))}>
              <div className={styles.section}>
                <TemplateFields index={index} />
                {fields.length > 1 && (
                  <div>
                    <Button look="danger" onClick={() => remove(index)}>
                      Remove this template
                    </Button>
                  </div>
                )}
              </div>
            </Disclosure>
          </fieldset>
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
