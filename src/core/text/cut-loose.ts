/** The same piece of a text, without the text: an engine keeps all of it for a piece, and a piece may be kept longer than its text. */
export function cutLoose(piece: string): string {
  // Pieces of fewer signs V8 copies by itself (SlicedString::kMinLength).
  return piece.length < 13 ? piece : ` ${piece}`.slice(1);
}

/** The same value, with every text in it cut loose: lists and plain objects, at any depth. */
export function cutAllLoose<Value>(value: Value): Value {
  // What is made of a value has its form; the type cannot say so.
  return cut(value) as Value;
}

function cut(value: unknown): unknown {
  if (typeof value === 'string') return cutLoose(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(cut);
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, cut(each)]));
}
