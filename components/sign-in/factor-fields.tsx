import { Button } from "@/components/ui/button";
import { TextField } from "@/components/ui/text-field";

interface FactorFieldsProps {
  id: string;
  /** Whether this person has a passkey, and whether this browser can show one here. */
  passkey: boolean;
  offered: boolean;
  busy: boolean;
  error: string;
  onPasskey: () => void;
}

const focus = (field: HTMLElement | null) => field?.focus();

// Somebody with a passkey may have no app, but has recovery codes.
const words = { label: "Code", hint: "Of your authenticator app, or one of your recovery codes." };
const appWords = { label: "Code from your authenticator app", hint: "Six digits; or one of your recovery codes." };

/** A passkey to show, a code to type: what is offered first has the focus. */
export function FactorFields({ id, passkey, offered, busy, error, onPasskey }: FactorFieldsProps) {
  return (
    <>
      {offered && (
        <>
          <Button ref={focus} busy={busy} busyWords="Waiting for your passkey" onClick={onPasskey}>
            Use a passkey
          </Button>
          <p>Or type a code instead.</p>
        </>
      )}
      <TextField
        id={id}
        {...(passkey ? words : appWords)}
        name="code"
        inputMode="numeric"
        autoComplete="one-time-code"
        autoCapitalize="none"
        spellCheck={false}
        ref={offered ? undefined : focus}
        error={error || undefined}
        short
      />
    </>
  );
}
