"use client";

import { useEffect } from "react";
import { copiedEvent } from "@/components/ui/copied-event";
import { send } from "@/components/ui/send";

interface TakenAwayProps {
  patientId: string;
  /** What the page shows, in the words of the trail. */
  of: "chart" | "doses" | "dose";
}

/** What leaves a patient's page in a way only the browser sees, on paper or the clipboard, becomes a line of the trail. */
export function TakenAway({ patientId, of }: TakenAwayProps) {
  useEffect(() => {
    const tell = (act: "printed" | "copied", what: TakenAwayProps["of"] | "note") => void send("POST", `/api/patients/${patientId}/taken`, { act, of: what }, { keepalive: true });
    const printed = () => tell("printed", of);
    const copied = () => tell("copied", "note");
    window.addEventListener("beforeprint", printed);
    window.addEventListener(copiedEvent, copied);
    return () => {
      window.removeEventListener("beforeprint", printed);
      window.removeEventListener(copiedEvent, copied);
    };
  }, [patientId, of]);
  return null;
}
