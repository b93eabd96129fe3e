"use client";

import { useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Notice } from "@/components/ui/notice";
import { TextArea } from "@/components/ui/text-area";

/** Shown to the administrator who made it: they pass it on themselves. */
export function InvitationLink({ link, name }: { link: string; name: string }) {
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => field.current?.select(), []);
  return (
    <Notice tone="good" title={`Give this link to ${name}.`} action={<Button onClick={() => location.reload()}>Done</Button>}>
      <p>It works once, for three days. Send it by a way on which you know it is them; whoever has it can join as {name}.</p>
      <TextArea id="invitation-link" label="Link" ref={field} rows={3} readOnly value={link} />
    </Notice>
  );
}
