import { expect, test } from "vitest";
import { keyAct, type Key } from "./item-keys";

const pcl = [0, 1, 2, 3, 4];

function key(name: string, more: Partial<Key> = {}): Key {
  return {
    key: name,
    code: "",
    repeat: false,
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    ...more,
  };
}

test.each(pcl)("%i answers, zero like any other", (value) => {
  expect(keyAct(key(String(value)), pcl)).toEqual({ act: "answer", value });
});

test("digits without such an answer do nothing", () => {
  for (const name of ["5", "9"]) expect(keyAct(key(name), pcl)).toBeNull();
  expect(keyAct(key("2"), [0, 1])).toBeNull();
});

test("the keypad answers like the digit row", () => {
  expect(keyAct(key("3", { code: "Numpad3" }), pcl)).toEqual({ act: "answer", value: 3 });
});

test("a keypad without num lock moves instead", () => {
  expect(keyAct(key("ArrowDown", { code: "Numpad2" }), pcl)).toEqual({ act: "move", by: 1 });
});

test("a French keyboard answers without shift and with it", () => {
  expect(keyAct(key("à", { code: "Digit0" }), pcl)).toEqual({ act: "answer", value: 0 });
  expect(keyAct(key("0", { code: "Digit0", shiftKey: true }), pcl)).toEqual({ act: "answer", value: 0 });
});

test("shift and a digit on an American keyboard is no answer", () => {
  expect(keyAct(key("!", { code: "Digit1", shiftKey: true }), pcl)).toBeNull();
});

test("arrows up and down and Backspace move, and may be held down", () => {
  expect(keyAct(key("ArrowDown", { repeat: true }), pcl)).toEqual({ act: "move", by: 1 });
  expect(keyAct(key("ArrowUp"), pcl)).toEqual({ act: "move", by: -1 });
  expect(keyAct(key("Backspace"), pcl)).toEqual({ act: "move", by: -1 });
});

test("left and right stay the radios' own", () => {
  expect(keyAct(key("ArrowLeft"), pcl)).toBeNull();
  expect(keyAct(key("ArrowRight"), pcl)).toBeNull();
});

test("a digit or Enter held down counts once", () => {
  expect(keyAct(key("4", { repeat: true }), pcl)).toBeNull();
  expect(keyAct(key("Enter", { repeat: true }), pcl)).toBeNull();
});

test("Enter saves, Delete clears", () => {
  expect(keyAct(key("Enter"), pcl)).toEqual({ act: "save" });
  expect(keyAct(key("Delete"), pcl)).toEqual({ act: "clear" });
});

test("the browser's own shortcuts stay the browser's", () => {
  expect(keyAct(key("1", { ctrlKey: true }), pcl)).toBeNull();
  expect(keyAct(key("2", { metaKey: true }), pcl)).toBeNull();
  expect(keyAct(key("3", { altKey: true }), pcl)).toBeNull();
});
