// What a field for a code is called: somebody with a passkey may have no app, but has recovery codes.
export function codeWords(passkey: boolean): { label: string; hint: string } {
  return passkey ? { label: "Code", hint: "Of your authenticator app, or one of your recovery codes." } : { label: "Code from your authenticator app", hint: "Six digits; or one of your recovery codes." };
}
