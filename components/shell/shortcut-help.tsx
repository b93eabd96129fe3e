"use client";

import { useRouter } from "next/navigation";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Checkbox } from "@/components/ui/checkbox";
import { Dialog } from "@/components/ui/dialog";
import { listShortcuts, shortcutsAreOn, switchShortcuts, useShortcut } from "@/components/ui/use-shortcut";
import styles from "./shortcut-help.module.css";

/** `?` shows every key of the page; `/` reaches the search from anywhere. */
export function ShortcutHelp({ searchHref }: { searchHref: string }) {
  const [open, setOpen] = useState(false);
  const [on, setOn] = useState(true);
  const router = useRouter();

  function show() {
    setOn(shortcutsAreOn());
    setOpen(true);
  }

  useShortcut("?", "Show these shortcuts", show);
  useShortcut("/", "Search the caseload", () => {
    const search = document.querySelector<HTMLInputElement>("input[type=search]");
    if (search) search.focus();
    else router.push(`${searchHref}#search`);
  });

  return (
    <>
      <Button look="quiet" onClick={show} aria-keyshortcuts="?">
        Shortcuts
      </Button>
      <Dialog
        open={open}
        title="Keyboard shortcuts"
        onClose={() => setOpen(false)}
        actions={<Button onClick={() => setOpen(false)}>Close</Button>}
      >
        <dl className={styles.list}>
          {open &&
            listShortcuts().map(({ key, words }) => (
              <div key={key}>
                <dt>
                  <kbd>{key}</kbd>
                </dt>
                <dd>{words}</dd>
              </div>
            ))}
        </dl>
        <Checkbox
          label="Single keys work on this device"
          checked={on}
          onChange={(event) => {
            switchShortcuts(event.target.checked);
            setOn(event.target.checked);
          }}
        />
      </Dialog>
    </>
  );
}
