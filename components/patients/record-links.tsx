import { sittingHref } from "@/components/measures/sitting";
import { LinkButton } from "@/components/ui/link-button";
import { ShortcutLink } from "@/components/ui/shortcut-link";
import { measureNames } from "@/lib/course/due-words";

interface RecordLinksProps {
  base: string;
  /** The viewer's own half-filled forms, the newest first. */
  drafts: readonly { measure: string; answered: number; of: number }[];
  /** What a sitting opened now would record, in the order of entry. */
  dueNow: readonly string[];
  /** What this clinic records. */
  offered: readonly string[];
}

/** The way on to recording: a draft is continued, else what is due is begun; any other can be chosen. */
export function RecordLinks({ base, drafts, dueNow, offered }: RecordLinksProps) {
  const [draft] = drafts;
  const sitting = dueNow.length > 0 ? dueNow : offered.slice(0, 1);
  const words = `Record ${sitting.length > 3 ? `${sitting.length} measures` : measureNames(sitting)}`;
  return (
    <>
      {offered.length > 1 && (
        <LinkButton look="secondary" href={sittingHref(base, [])}>
          Record another
        </LinkButton>
      )}
      <ShortcutLink shortcut="R" words={words} href={sittingHref(base, draft === undefined ? sitting : [draft.measure])}>
        {draft === undefined ? words : `Continue, ${draft.answered} of ${draft.of}`}
      </ShortcutLink>
    </>
  );
}
