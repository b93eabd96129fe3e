"use client";

import { useState, type ReactNode } from "react";
import { Disclosure } from "./disclosure";

interface LateDisclosureProps {
  summary: ReactNode;
  beside?: ReactNode;
  /** Made when it is first opened: for what is long and seldom looked at. */
  content: () => ReactNode;
}

/** A disclosure that holds nothing until it is opened, be it before there was a script to hear of it. */
export function LateDisclosure({ summary, beside, content }: LateDisclosureProps) {
  const [opened, setOpened] = useState(false);
  const look = (details: HTMLDetailsElement | null) => {
    if (details?.open) setOpened(true);
  };
  return (
    <Disclosure summary={summary} beside={beside} ref={look} onToggle={(event) => look(event.currentTarget)}>
      {opened && content()}
    </Disclosure>
  );
}
