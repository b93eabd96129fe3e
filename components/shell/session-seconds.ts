/**
 * Seconds the session still lasts; 0 when it has ended, null when the server cannot be asked. Asked by a person, the idle
 * time begins anew; asked by the page itself it does not.
 */
export async function secondsOfSession(by: "page" | "person"): Promise<number | null> {
  try {
    const headers = by === "page" ? { "x-unattended": "1" } : undefined;
    const response = await fetch("/api/session", { method: "POST", credentials: "same-origin", headers });
    if (response.status === 401) return 0;
    if (!response.ok) return null;
    const { seconds } = (await response.json()) as { seconds: number };
    return seconds;
  } catch {
    return null;
  }
}
