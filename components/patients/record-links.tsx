import { MenuLinks } from "@/components/ui/menu-links";
import { ShortcutLink } from "@/components/ui/shortcut-link";
import { measureNames } from "@/lib/course/due-words";
import { recordHref } from "./record-href";

interface RecordLinksProps {
  base: string;
  /** The viewer's own half-filled forms, the newest first. */
  drafts: readonly { measure: string; answered: number; of: number }[];
  /** What a sitting opened now would record, in the order of entry. */
  dueNow: readonly string[];
  /** What this clinic records. */
  offered: readonly string[];
}

/** The way on to recording: a draft is continued, else what is due is begun, else the PCL-5; any other in a menu. */
export function RecordLinks({ base, drafts, dueNow, offered }: RecordLinksProps) {
  const [draft] = drafts;
  const sitting = dueNow.length > 0 ? dueNow : offered.slice(0, 1);
  const words = `Record ${sitting.length > 3 ? `${sitting.length} measures` : measureNames(sitting)}`;
  const href = recordHref(base, draft === undefined ? sitting : [draft.measure]);
  return (
    <>
      <ShortcutLink shortcut="R" words={words} href={href}>
        {draft === undefined ? words : `Continue, ${draft.answered} of ${draft.of}`}
      </ShortcutLink>
      {offered.length > 1 && (
        <MenuLinks
          name="Record another"
          links={offered.map((measure) => ({ href: recordHref(base, [measure]), words: measureNames([measure]) }))}
        />
      )}
    </>
  );
}
