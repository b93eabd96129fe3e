/** Sent to the window when a page's text was put on the clipboard. */
export const copiedEvent = "courseline-copied";
