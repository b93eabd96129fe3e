/** Where lies what the server does not have. `lasting`: it outlives the page. */
export function keptWhere(lasting: boolean): string {
  return lasting ? "kept on this device" : "kept on this page only, do not close it";
}
