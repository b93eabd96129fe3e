import { useEffect, useRef, useSyncExternalStore } from "react";

const name = "courseline-room-sound";
const listeners = new Set<() => void>();
const subscribe = (listener: () => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/**
 * A short tone when there is something new in the list (its parts joined by commas), if it is switched on: a choice of
 * this device, not of a person.
 */
export function useSound(late: string, startsOn: boolean): { on: boolean; set: (on: boolean) => void } {
  const chosen = useSyncExternalStore(subscribe, () => localStorage.getItem(name), () => null);
  const on = chosen === null ? startsOn : chosen === "on";
  const known = useRef(late);
  const audio = useRef<AudioContext | null>(null);

  useEffect(() => {
    const before = known.current.split(",");
    const fresh = late !== "" && late.split(",").some((each) => !before.includes(each));
    known.current = late;
    if (fresh && on) tone((audio.current ??= new AudioContext()));
  }, [late, on]);

  return {
    on,
    set: (next) => {
      localStorage.setItem(name, next ? "on" : "off");
      listeners.forEach((listener) => listener());
      // A browser sounds only after somebody has touched the page: this touch is the one, and says how it sounds.
      if (next) tone((audio.current ??= new AudioContext()));
    },
  };
}

function tone(audio: AudioContext): void {
  const [oscillator, gain] = [audio.createOscillator(), audio.createGain()];
  oscillator.frequency.value = 660;
  gain.gain.setValueAtTime(0.12, audio.currentTime);
  gain.gain.exponentialRampToValueAtTime(0.001, audio.currentTime + 0.6);
  oscillator.connect(gain).connect(audio.destination);
  oscillator.start();
  oscillator.stop(audio.currentTime + 0.6);
}
