// Runs before any other script. A form that nobody took, because its page's script is still on its way, is handed in again until
// somebody does; the browser's own way of sending it would leave the page and lose what was typed. What is entered meanwhile is
// noted for EarlyEntries, which hands it to the page once that listens.
const holdForms = `
const waiting = new Map();
addEventListener("submit", (event) => {
  const { target: form, submitter, defaultPrevented } = event;
  clearTimeout(waiting.get(form));
  if (defaultPrevented || form.getAttribute("method") !== "post") return;
  event.preventDefault();
  const again = () => {
    if (window.enteredEarly) waiting.set(form, setTimeout(again, 100));
    else if (form.isConnected) form.requestSubmit(submitter?.form === form ? submitter : null);
  };
  waiting.set(form, setTimeout(again, 100));
});
window.enteredEarly = new Map();
addEventListener("input", ({ target }) => {
  const early = window.enteredEarly;
  if (!early) return;
  const isOneOf = target.type === "radio";
  // Of a choice the last counts.
  if (isOneOf) for (const other of early.keys()) if (other !== target && other.name === target.name && other.form === target.form) early.delete(other);
  early.set(target, isOneOf || target.type === "checkbox" ? target.checked : target.value);
}, true);
addEventListener("beforeinput", ({ target }) => {
  // A text area is set back as its script takes over; the next key goes on from what was typed.
  const was = window.enteredEarly?.get(target);
  if (typeof was === "string" && target.type !== "file" && target.value !== was) target.value = was;
}, true);`;

/** What is pressed or entered before a page's script has loaded counts as soon as it has. */
export function EarlyScript({ policy }: { policy: string | null }) {
  const nonce = /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
  // The browser hides the nonce from scripts, which React would take for a page that differs.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: `{${holdForms}}` }} />;
}
