import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { MeasureForms } from "@/components/textbook/measure-forms";
import { MeasureHead } from "@/components/textbook/measure-head";
import { MeasureItems } from "@/components/textbook/measure-items";
import { MeasureRules } from "@/components/textbook/measure-rules";
import { MeasureScoring } from "@/components/textbook/measure-scoring";
import { MeasureSources } from "@/components/textbook/measure-sources";
import { MeasureThresholds } from "@/components/textbook/measure-thresholds";
import styles from "@/components/textbook/textbook.module.css";
import { requireViewer } from "@/lib/auth/gate";
import { ruleFor, rulesOf } from "@/lib/change/rules";
import { findMeasure } from "@/lib/measures/measures";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  return { title: findMeasure((await params).id)?.short ?? "Measures" };
}

export default async function MeasurePage({ params }: Props) {
  const { id } = await params;
  const { organisation } = await requireViewer(`/measures/${id}`);
  const measure = findMeasure(id);
  if (!measure) notFound();
  const { settings, name } = organisation;
  return (
    <div className={styles.page}>
      <MeasureHead measure={measure} clinic={name} on={settings.measures.includes(id)} />
      <MeasureForms measure={measure} />
      <MeasureScoring measure={measure} />
      <MeasureThresholds measure={measure} />
      <MeasureRules short={measure.short} clinic={name} rules={rulesOf(id, settings)} used={ruleFor(id, settings)?.id ?? null} />
      <MeasureItems measure={measure} />
      <MeasureSources measure={measure} />
    </div>
  );
}
