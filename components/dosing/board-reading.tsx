import { Button } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import type { ReadingBody } from "@/lib/schemas/dosing";
import type { DosingSettings } from "@/lib/schemas/dosing-settings";
import type { BoardRow } from "@/lib/schemas/dosing-view";
import { ReadingForm, type CadssForm } from "./reading-form";
import type { Keeper } from "@/components/begun/keeper";

interface BoardReadingProps {
  /** Null while no reading is being taken. */
  row: BoardRow | null;
  settings: DosingSettings;
  cadss: readonly CadssForm[];
  zone: string;
  keeper: Keeper;
  now: Date;
  onSave: (body: Omit<ReadingBody, "sessionId">) => void;
  onClose: () => void;
}

/** A reading from the board, so that one tablet serves several patients whether or not another page can be opened. */
export function BoardReading({ row, settings, cadss, zone, now, keeper, onSave, onClose }: BoardReadingProps) {
  return (
    <Dialog
      open={row !== null}
      title={row ? `${row.patient.name}, ${row.session.name}` : ""}
      onClose={onClose}
      actions={
        <Button look="quiet" onClick={onClose}>
          Not now
        </Button>
      }
    >
      {row && <ReadingForm key={row.session.id} sessionId={row.session.id} startedAt={row.startedAt} readings={row.readings} {...{ settings, cadss, zone, now, keeper, onSave }} />}
    </Dialog>
  );
}
