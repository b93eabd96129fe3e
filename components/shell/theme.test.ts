import { expect, test } from "vitest";
import { readTheme, themeAttribute } from "./theme";

test("a cookie that is no theme counts as auto", () => {
  expect(readTheme(undefined)).toBe("auto");
  expect(readTheme("")).toBe("auto");
  expect(readTheme('dark"><script>')).toBe("auto");
});

test("a chosen theme reaches the page, auto leaves it to the system", () => {
  expect(themeAttribute(readTheme("dark"))).toBe("dark");
  expect(themeAttribute(readTheme("light"))).toBe("light");
  expect(themeAttribute(readTheme("auto"))).toBeUndefined();
});
