/** The control itself; where its form was drawn anew since, the one that stands in its place. Null where none does. */
export function successorOf<Control extends Element>(control: Control): Control | null {
  if (control.isConnected) return control;
  if (control.id !== "") return document.getElementById(control.id) as Control | null;
  if (!(control instanceof HTMLInputElement) || control.name === "") return null;
  const alike = [...document.getElementsByName(control.name)] as HTMLInputElement[];
  return (alike.find(({ value }) => value === control.value) ?? null) as Control | null;
}
