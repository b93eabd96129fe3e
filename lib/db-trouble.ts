// What this process has seen of the database lately: somebody who had to be told to try again is a sign for ten seconds.
const kept = globalThis as typeof globalThis & { courselineTrouble?: { at: number } };
const trouble = (kept.courselineTrouble ??= { at: Number.NEGATIVE_INFINITY });

const signMs = 10_000;

export function noteTrouble(): void {
  trouble.at = performance.now();
}

export function troubledLately(): boolean {
  return performance.now() - trouble.at < signMs;
}
