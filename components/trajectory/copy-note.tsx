"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { copiedEvent } from "@/components/ui/copied-event";
import styles from "./copy-note.module.css";

/** Puts the note on the clipboard and says so; where the clipboard is refused, shows it to be copied by hand. */
export function CopyNote({ note }: { note: string }) {
  const [done, setDone] = useState<"copied" | "refused" | null>(null);

  async function copy() {
    try {
      await navigator.clipboard.writeText(note);
      window.dispatchEvent(new Event(copiedEvent));
      setDone("copied");
    } catch {
      setDone("refused");
    }
  }

  return (
    <div className={styles.copy}>
      <Button look="quiet" onClick={copy}>
        Copy as text
      </Button>
      <output className={styles.said}>
        {done === "copied" && "Copied: the note is on the clipboard."}
        {done === "refused" && "The browser refused the clipboard. Copy the text below."}
      </output>
      {done === "refused" && (
        <textarea
          readOnly
          aria-label="Note as text"
          className={styles.text}
          rows={10}
          value={note}
          ref={select}
        />
      )}
    </div>
  );
}

function select(text: HTMLTextAreaElement | null) {
  text?.select();
}
