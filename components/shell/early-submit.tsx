// Runs before any other script. A form that nobody took, because its page's script is still on its way, is handed in again until
// somebody does; the browser's own way of sending it would leave the page and lose what was typed.
const holdForms = `
const waiting = new Map();
addEventListener("submit", (event) => {
  const { target: form, submitter, defaultPrevented } = event;
  clearTimeout(waiting.get(form));
  if (defaultPrevented || form.getAttribute("method") !== "post") return;
  event.preventDefault();
  waiting.set(form, setTimeout(() => {
    if (form.isConnected) form.requestSubmit(submitter?.form === form ? submitter : null);
  }, 100));
});`;

/** What is pressed before a page's script has loaded counts as soon as it has. */
export function EarlySubmit({ policy }: { policy: string | null }) {
  const nonce = /'nonce-([^']+)'/.exec(policy ?? "")?.[1];
  // The browser hides the nonce from scripts, which React would take for a page that differs.
  return <script nonce={nonce} suppressHydrationWarning dangerouslySetInnerHTML={{ __html: `{${holdForms}}` }} />;
}
