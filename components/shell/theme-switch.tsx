"use client";

import { useState } from "react";
import { themeAttribute, themeCookie, type Theme } from "./theme";
import styles from "./theme-switch.module.css";

const sun = [
  "M10 6.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z",
  "M9.2 2h1.6v2.6H9.2zM9.2 15.4h1.6V18H9.2zM2 9.2h2.6v1.6H2zM15.4 9.2H18v1.6h-2.6z",
  "M3.8 4.9l1.1-1.1 1.9 1.9-1.1 1.1zM13.2 14.3l1.1-1.1 1.9 1.9-1.1 1.1zM",
  "4.9 16.2l-1.1-1.1 1.9-1.9 1.1 1.1zM14.3 6.8l-1.1-1.1 1.9-1.9 1.1 1.1z",
].join("");

const choices: { theme: Theme; words: string; path: string }[] = [
  {
    theme: "auto",
    words: "Automatic",
    path: "M10 3a7 7 0 1 0 0 14a7 7 0 1 0 0-14zm0 1.6v10.8a5.4 5.4 0 0 1 0-10.8z",
  },
  {
    theme: "light",
    words: "Light",
    path: sun,
  },
  { theme: "dark", words: "Dark", path: "M8.4 3.2a7 7 0 1 0 8.4 8.4A5.6 5.6 0 0 1 8.4 3.2z" },
];

const yearInSeconds = 31_536_000;

export function ThemeSwitch({ initial }: { initial: Theme }) {
  const [theme, setTheme] = useState(initial);

  function choose(next: Theme) {
    setTheme(next);
    const attribute = themeAttribute(next);
    if (attribute) document.documentElement.dataset.theme = attribute;
    else delete document.documentElement.dataset.theme;
    const age = attribute ? yearInSeconds : 0;
    const secure = location.protocol === "https:" ? "; secure" : "";
    document.cookie = `${themeCookie}=${next}; path=/; max-age=${age}; samesite=lax${secure}`;
  }

  return (
    <fieldset className={styles.switch}>
      <legend className="visually-hidden">Theme</legend>
      {choices.map((choice) => (
        <label key={choice.theme} className={styles.choice} title={choice.words}>
          <input
            type="radio"
            name="theme"
            value={choice.theme}
            checked={theme === choice.theme}
            onChange={() => choose(choice.theme)}
          />
          <svg
            viewBox="0 0 20 20"
            width="18"
            height="18"
            fill="currentColor"
            fillRule="evenodd"
            aria-hidden="true"
          >
            <path d={choice.path} />
          </svg>
          <span className="visually-hidden">{choice.words}</span>
        </label>
      ))}
    </fieldset>
  );
}
