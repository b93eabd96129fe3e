import type { Metadata } from "next";
import Link from "next/link";
import { MeasureCard } from "@/components/textbook/measure-card";
import styles from "@/components/textbook/textbook.module.css";
import { requireViewer } from "@/lib/auth/gate";
import { ruleFor } from "@/lib/change/rules";
import { measures } from "@/lib/measures/measures";

export const metadata: Metadata = { title: "Measures" };

const groups = [
  { entry: "items", title: "Answered item by item", why: "Their publishers allow the items to be shown." },
  { entry: "total", title: "Entered as a total", why: "An interview, or a form whose items are not ours to show: the form itself is filled in elsewhere." },
  { entry: "result", title: "Entered as a result", why: "Not a total but the outcome of a screener that is filled in elsewhere." },
] as const;

export default async function MeasuresPage() {
  const { organisation } = await requireViewer("/measures");
  const { settings, name } = organisation;
  return (
    <div className={styles.page}>
      <h1>Measures</h1>
      <div className={styles.lead}>
        <p>Everything Courseline knows of each measure, with its source. {name} decides which are recorded, and which rule judges their change.</p>
        <p>
          See also <Link href="/how-it-counts">how Courseline counts</Link> and <Link href="/attention">what calls for attention</Link>.
        </p>
      </div>
      {groups.map(({ entry, title, why }) => {
        const list = measures.filter((measure) => measure.entry === entry);
        return list.length === 0 ? null : (
          <section key={entry} id={entry} className={styles.block}>
            <h2>{title}</h2>
            <p>{why}</p>
            <div className={styles.cards}>
              {list.map((measure) => (
                <MeasureCard key={measure.id} measure={measure} rule={ruleFor(measure.id, settings)} on={settings.measures.includes(measure.id)} />
              ))}
            </div>
          </section>
        );
      })}
    </div>
  );
}
