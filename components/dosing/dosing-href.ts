/** Where a dosing session is recorded and read. */
export function dosingHref(patientId: string, sessionId: string): string {
  return `/patients/${patientId}/dosing/${sessionId}`;
}
