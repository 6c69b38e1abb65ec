/** An empty record without a prototype: no name from outside, whatever it is, reaches one. */
export function blankRecord<Value>(): Record<string, Value> {
  return Object.create(null) as Record<string, Value>;
}
