import Link from "next/link";
import { sittingHref } from "@/components/measures/sitting";
import { Notice } from "@/components/ui/notice";
import { measureNames } from "@/lib/course/due-words";

interface DraftsNoticeProps {
  base: string;
  drafts: readonly { id: string; measure: string; answered: number; of: number }[];
}

/** The viewer's half-filled forms: each can be gone on with. */
export function DraftsNotice({ base, drafts }: DraftsNoticeProps) {
  const [first] = drafts;
  if (first === undefined) return null;
  if (drafts.length === 1) {
    return (
      <Notice tone="warning" title={`A half-filled ${measureNames([first.measure])}:`}>
        {first.answered} of {first.of} answered by you, not saved yet.
      </Notice>
    );
  }
  return (
    <Notice tone="warning" title="Half-filled by you, not saved yet:">
      {drafts.map(({ id, measure, answered, of }, index) => (
        <span key={id}>
          {index > 0 && " · "}
          <Link href={sittingHref(base, [measure])} prefetch={false}>
            {measureNames([measure])}, {answered} of {of}
          </Link>
        </span>
      ))}
    </Notice>
  );
}
