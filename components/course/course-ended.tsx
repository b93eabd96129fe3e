"use client";

import { useRouter } from "next/navigation";
import { SignInDialog } from "@/components/sign-in/sign-in-dialog";
import { Button } from "@/components/ui/button";
import { LinkButton } from "@/components/ui/link-button";
import { Notice } from "@/components/ui/notice";
import { SaveProblem } from "@/components/ui/save-problem";
import { useSave } from "@/components/ui/use-save";
import { VersionsDialog } from "@/components/ui/versions-dialog";
import type { CourseEnd } from "@/lib/schemas/course";
import { endedOrNot } from "./end-words";

interface CourseEndedProps {
  courseId: string;
  version: number;
  /** "Discontinued on 12 Nov 2026: moved away." */
  words: string;
  anotherHref: string;
  email: string;
}

/** The course is over: what can come next. */
export function CourseEnded({ courseId, version, words, anotherHref, email }: CourseEndedProps) {
  const router = useRouter();
  const save = useSave<CourseEnd, unknown>("PUT", `/api/courses/${courseId}/end`, () => router.refresh(), { stays: true });
  const problem = save.problem?.kind === "fields" ? { ...save.problem, kind: "broken" as const } : save.problem;
  return (
    <>
      <Notice
        title={words}
        action={
          <>
            <LinkButton look="primary" href={anotherHref}>
              Plan another course
            </LinkButton>
            <Button look="quiet" busy={save.busy} onClick={() => save.run({ end: null, version })}>
              It has not ended
            </Button>
          </>
        }
      >
        Scores recorded from now on still belong to it, as follow-up.
      </Notice>
      <SaveProblem problem={problem} onAgain={save.again} />
      <VersionsDialog problem={save.problem} mine={save.sent()} labels={{ end: "Whether the course has ended" }} say={(_, end) => endedOrNot(end as CourseEnd["end"])} busy={save.busy} onSave={save.run} onClose={save.dismiss} />
      <SignInDialog open={save.problem?.kind === "sign-in"} email={email} onSignedIn={save.again} onClose={save.dismiss} />
    </>
  );
}
