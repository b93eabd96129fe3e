import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { SavedView } from "@/lib/schemas/caseload";
import { fromTheStart, sameView, viewAddress, type CaseloadView } from "./caseload-view";
import { SaveViewDialog } from "./save-view-dialog";
import styles from "./saved-views.module.css";
import { ViewsDialog } from "./views-dialog";

interface SavedViewsProps {
  views: readonly SavedView[];
  view: CaseloadView;
  onLook: (view: CaseloadView) => void;
}

/** One's own views by name, each a link, and keeping the one that is looked at. */
export function SavedViews({ views: first, view, onLook }: SavedViewsProps) {
  const [views, setViews] = useState(first);
  const [open, setOpen] = useState<"save" | "change" | null>(null);
  const close = () => setOpen(null);
  return (
    <nav className={styles.views} aria-label="Saved views">
      {views.length > 0 && (
        <ul>
          {views.map(({ id, name, view: kept }) => {
            const whole = { ...kept, ...fromTheStart };
            return (
              <li key={id}>
                <a
                  href={`/caseload${viewAddress(whole)}`}
                  aria-current={sameView(kept, view) ? "true" : undefined}
                  onClick={(event) => {
                    if (event.metaKey || event.ctrlKey || event.shiftKey) return;
                    event.preventDefault();
                    onLook(whole);
                  }}
                >
                  {name}
                </a>
              </li>
            );
          })}
        </ul>
      )}
      <Button look="quiet" onClick={() => setOpen("save")}>Save this view</Button>
      {views.length > 0 && <Button look="quiet" onClick={() => setOpen("change")}>Your views</Button>}
      {open === "save" && <SaveViewDialog view={view} onClose={close} onSaved={(all) => { setViews(all); close(); }} />}
      {open === "change" && <ViewsDialog views={views} onClose={close} onChanged={setViews} />}
    </nav>
  );
}
