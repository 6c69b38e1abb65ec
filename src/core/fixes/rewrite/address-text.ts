/** A piece of an address: text as it stands in the document (named values and placeholders included), or a C# expression. */
export type AddressPart = { readonly text: string } | { readonly expression: string };

/**
 * Writes an address that is put together from pieces, as the raw text of an attribute. With an expression among the pieces the
 * whole becomes one expression: the gateway takes one at the very start of a value only.
 */
export function joinAddress(...parts: readonly AddressPart[]): string {
  if (!parts.some(part => 'expression' in part)) return parts.map(part => ('text' in part ? part.text : '')).join('');
  const escaped = parts.some(part => 'expression' in part && part.expression.includes('&quot;'));
  const quote = escaped ? '&quot;' : '"';
  const merged: AddressPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last !== undefined && 'text' in last && 'text' in part) merged[merged.length - 1] = { text: last.text + part.text };
    else merged.push(part);
  }
  return `@(${merged.map(part => ('text' in part ? `${quote}${part.text}${quote}` : `(${part.expression})`)).join(' + ')})`;
}

/** Writes an attribute whose value is raw text, in the author's quotes where the value can stand in them. */
export function writeAttribute(name: string, raw: string, quote: '"' | "'"): string {
  const other = quote === '"' ? "'" : '"';
  const fitting = raw.includes(quote) && !raw.includes(other) ? other : quote;
  return `${name}=${fitting}${raw}${fitting}`;
}

/** Escapes a text for a place between tags or quotes. */
export function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
