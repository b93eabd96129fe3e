// What differs between two settings documents, in short lines for the history: enough to know what to look at.
import { attentionTitles } from "@/lib/change/attention-explained";
import { ATTENTION_IDS } from "@/lib/change/attention-rules";
import { ruleFor } from "@/lib/change/rules";
import { OCCASIONS } from "@/lib/course/measure-plan";
import { measures } from "@/lib/measures/measures";
import type { ClinicSettings } from "@/lib/schemas/settings";
import { dosingChanges } from "./dosing-changes";

/** In the order of the form; empty where nothing differs. */
export function settingsChanges(before: ClinicSettings, after: ClinicSettings): readonly string[] {
  return [...recorded(before, after), ...rules(before, after), ...named("Own rule", before.ownRules, after.ownRules), ...attention(before, after), ...plans(before, after), ...named("Template", before.templates, after.templates), ...closed(before, after), ...dosingChanges(before.dosing, after.dosing)];
}

function recorded({ measures: before }: ClinicSettings, { measures: after }: ClinicSettings): readonly string[] {
  return measures.flatMap(({ id, short }) => {
    if (before.some((each) => each === id) === after.some((each) => each === id)) return [];
    return [after.some((each) => each === id) ? `${short} recorded` : `${short} no longer recorded`];
  });
}

function rules(before: ClinicSettings, after: ClinicSettings): readonly string[] {
  return measures.flatMap(({ id, short }) => {
    const [was, is] = [ruleFor(id, before), ruleFor(id, after)];
    return was?.id === is?.id ? [] : [`Rule for the ${short}: ${is?.name ?? "none"}, before: ${was?.name ?? "none"}`];
  });
}

function attention(before: ClinicSettings, after: ClinicSettings): readonly string[] {
  const lines = ATTENTION_IDS.flatMap((id) => {
    const title = attentionTitles[id];
    const was = id === "safety" ? {} : before.attention[id];
    const is = id === "safety" ? {} : after.attention[id];
    const numbers = Object.entries(is).flatMap(([name, value]) => {
      const old = (was as Record<string, unknown>)[name];
      if (old === value) return [];
      return [typeof value === "boolean" ? `${title}: switched ${value ? "on" : "off"}` : `${title}: ${value} ${name}, before: ${old}`];
    });
    return [...numbers, ...((before.guidance[id] ?? "") === (after.guidance[id] ?? "") ? [] : [`${title}: text changed`])];
  });
  const [was, is] = [before.sudden.points, after.sudden.points];
  return was === is ? lines : [...lines, `Sudden gains and losses: ${is} points, before: ${was}`];
}

function plans(before: ClinicSettings, after: ClinicSettings): readonly string[] {
  const inOrder = (settings: ClinicSettings) => settings.plans.map(({ id, name, plan }) => ({ id, name, plan: OCCASIONS.map((occasion) => plan[occasion]) }));
  const nameOf = ({ plans: all, defaultPlan }: ClinicSettings) => all.find(({ id }) => id === defaultPlan)?.name ?? "none";
  const chosen = before.defaultPlan === after.defaultPlan ? [] : [`A new course starts with “${nameOf(after)}”, before: “${nameOf(before)}”`];
  return [...named("Plan", inOrder(before), inOrder(after)), ...chosen];
}

function closed(before: ClinicSettings, after: ClinicSettings): readonly string[] {
  return sorted(before.closed) === sorted(after.closed) ? [] : ["Days the clinic is closed changed"];
}

/** Things with an id and a name: added, removed, renamed or otherwise changed. */
function named(what: string, before: readonly { id: string; name: string }[], after: readonly { id: string; name: string }[]): readonly string[] {
  const removed = before.filter(({ id }) => !after.some((each) => each.id === id)).map(({ name }) => `${what} “${name}” removed`);
  const others = after.flatMap((is) => {
    const was = before.find(({ id }) => id === is.id);
    if (was === undefined) return [`${what} “${is.name}” added`];
    if (was.name !== is.name) return [`${what} “${was.name}” now “${is.name}”`];
    return sorted(was) === sorted(is) ? [] : [`${what} “${is.name}” changed`];
  });
  return [...removed, ...others];
}

/** A document read back from the database has its fields in another order. */
function sorted(value: object): string {
  return JSON.stringify(Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1)));
}
