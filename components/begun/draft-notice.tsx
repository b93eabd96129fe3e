import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { calendarDay } from "@/lib/course/calendar";
import { dayInWords } from "@/lib/dates";
import { clockTime } from "@/components/dosing/moment";

/** What stands in the fields came from an earlier page and has not been saved. */
export function DraftNotice({ at, zone, onEmpty }: { at: Date; zone: string; onEmpty: () => void }) {
  const day = calendarDay(at, zone);
  const [today] = useState(() => calendarDay(new Date(), zone));
  return (
    <Notice
      live="status"
      title="Not saved yet."
      action={
        <Button look="secondary" onClick={onEmpty}>
          Empty it
        </Button>
      }
    >
      This was entered at {clockTime(at, zone)}
      {day !== today && ` on ${dayInWords(day)}`}, before the page was opened anew.
    </Notice>
  );
}
