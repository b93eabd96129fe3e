// The names of the columns that hold answers.

/** The name of an item's column: item1 …, and `gate` for the question before item 1. */
export function columnOf(number: number): string {
  return number === 0 ? "gate" : `item${number}`;
}
