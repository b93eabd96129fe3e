// The fonts. "optional": a page that was painted before its font arrived keeps what it was painted in, and the next one
// has it. Nothing jumps while it loads.
import localFont from "next/font/local";

const inter = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  variable: "--font-inter",
});

// Names such as Łukasz or Şahin need more letters than the first file holds. It stands before it in the
// font stack, limited to those letters, so that it is only fetched when a page shows one.
const interExtended = localFont({
  src: "../node_modules/@fontsource-variable/inter/files/inter-latin-ext-wght-normal.woff2",
  weight: "100 900",
  display: "optional",
  variable: "--font-inter-extended",
  preload: false,
  adjustFontFallback: false,
  declarations: [
    {
      prop: "unicode-range",
      value:
        "U+0100-02BA, U+02BD-02C5, U+02C7-02CC, U+02CE-02D7, U+02DD-02FF, U+1E00-1E9F, U+1EF2-1EFF",
    },
  ],
});

// For <html className={fontClasses}>.
export const fontClasses = `${inter.variable} ${interExtended.variable}`;
