/** "a", "a or b", "a, b or c". */
function either(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

const breaks = {
  'mismatched-close-tag': ([open = '', close = '']: readonly string[]) => `</${close}> closes <${open}>: the names must be the same.`,
  'unclosed-element': ([name = '']: readonly string[]) => `<${name}> is never closed. Add </${name}>, or close it at once with />.`,
  'stray-close-tag': ([name = '']: readonly string[]) => `</${name}> closes nothing: no <${name}> is open here. Remove it.`,
  'broken-tag': ([name = '']: readonly string[]) => `This tag${name === '' ? '' : `, <${name},`} does not end: a > or a quote is missing.`,
  'broken-close-tag': ([name = '']: readonly string[]) => `A closing tag holds a name and nothing else: write </${name}>.`,
  'stray-sign': ([name = '', sign = '']: readonly string[]) =>
    `${sign} cannot stand here in the tag <${name}>. Remove it, or add what is missing before it.`,
  'missing-space': ([, name = '']: readonly string[]) => `A space is missing before the attribute ${name}.`,
  'duplicate-attribute': ([name = '']: readonly string[]) => `The attribute ${name} stands twice in one tag. Remove one of them.`,
  'unquoted-attribute': ([name = '']: readonly string[]) =>
    `The value of ${name === '' ? 'an attribute' : `the attribute ${name}`} needs quotes around it.`,
  'unclosed-attribute': ([name = '']: readonly string[]) =>
    `The value of ${name === '' ? 'an attribute' : `the attribute ${name}`} has no closing quote.`,
  'less-than-in-attribute': ([name = '']: readonly string[]) =>
    `The value of ${name === '' ? 'an attribute' : `the attribute ${name}`} holds a <, which cannot stand there outside an expression. Write &lt;, or add the quote that is missing before it.`,
  'bad-less-than': () => 'A < begins a tag, and none follows. Write &lt; for the sign itself.',
  'unclosed-expression': () => 'An expression never ends.',
  'unclosed-comment': () => 'This comment is never closed. Add -->.',
  'unclosed-cdata': () => 'This CDATA section is never closed. Add ]]>.',
  'bad-entity': () => 'A & begins a reference, and none follows. Write &amp; for the sign itself.',
  'unknown-reference': ([reference = '']: readonly string[]) =>
    reference.startsWith('&#')
      ? `${reference} is no character that may stand in XML.`
      : `XML does not know ${reference}: only &amp; &lt; &gt; &quot; &apos; and numbers such as &#160; stand for something.`,
  'control-character': () => 'A control character stands here, which nobody sees and XML does not take. Remove it.',
  'cdata-end': () => ']]> cannot stand in a text. Write ]]&gt;.',
  'late-declaration': () => 'The XML declaration stands first in the document or nowhere. Remove it, or what is before it.',
  'several-roots': () => 'A policy document has one outermost element. What follows it must stand inside it or go.',
  'text-outside-root': () => 'Text cannot stand outside the outermost element.',
  'nested-comment': () => 'A comment cannot hold "--" or another comment, nor end with a hyphen.',
  other: () => 'From here on the document is not well-formed XML.',
};

/** Sentences about the form of the document and of the two elements. */
export const structureMessages = {
  'policy-not-well-formed': (values: { readonly cause: keyof typeof breaks; readonly names: readonly string[] }): string =>
    `${breaks[values.cause](values.names)} API Management does not save a policy that is not well-formed.`,
  'expression-unbalanced': (values: { readonly opening: string }): string =>
    `This expression never ends: the ${values.opening === '(' ? 'parenthesis' : 'brace'} after @ has no closing counterpart. Brackets inside strings and comments do not count.`,
  'unknown-attribute': (values: {
    readonly name: string;
    readonly element: string;
    readonly suggestion: string | null;
    readonly other: string | null;
  }): string =>
    `${values.name} is no attribute of ${values.element}.` +
    (values.other !== null
      ? ` It belongs to ${values.other}.`
      : values.suggestion !== null
        ? ` Did you mean ${values.suggestion}?`
        : ' The gateway does not know it; remove it.'),
  'unknown-element': (values: {
    readonly name: string;
    readonly parent: string;
    readonly suggestion: string | null;
    readonly places: readonly string[];
  }): string =>
    `${values.name} cannot stand in ${values.parent}.` +
    (values.places.length > 0
      ? ` It belongs into ${either(values.places)}.`
      : values.suggestion !== null
        ? ` Did you mean ${values.suggestion}?`
        : ' The gateway does not know it there; remove it.'),
  'unknown-element-text': (values: { readonly parent: string; readonly child: string | null }): string =>
    `Text cannot stand in ${values.parent}.` + (values.child === null ? ' Remove it.' : ` Put it into ${values.child}.`),
  'missing-attribute': (values: { readonly name: string; readonly element: string; readonly meaning: string }): string =>
    `${values.element} needs the attribute ${values.name}: ${values.meaning.charAt(0).toLowerCase()}${values.meaning.slice(1)}`,
  'token-source-none': (): string =>
    'This validate-jwt does not say where the token is. It has no default: add header-name="Authorization" (or query-parameter-name, or token-value).',
  'token-source-several': (values: { readonly names: readonly string[] }): string =>
    `A token has one place, and this validate-jwt names ${values.names.length}: ${values.names.join(', ')}. Keep one of them.`,
  'element-order-schema': (values: { readonly name: string; readonly before: string; readonly parent: string }): string =>
    `${values.name} must stand before ${values.before}: API Management refuses to save a ${values.parent} whose elements are in another order ("has invalid child element").`,
  'element-order-page': (values: { readonly name: string; readonly before: string; readonly parent: string }): string =>
    `The documentation of ${values.parent} puts ${values.name} before ${values.before}. The public schema takes any order.`,
  'duplicate-element': (values: { readonly name: string; readonly parent: string }): string =>
    `${values.name} may stand once in ${values.parent}. Put the content of both into one.`,
  'empty-list': (values: { readonly name: string; readonly child: string }): string =>
    `${values.name} is empty. It needs at least one ${values.child}; without any, remove ${values.name}.`,
  'empty-value': (): string =>
    'value is empty, and no token has an empty text there. Write what the claim must hold, or remove value: then the claim only has to be there.',
  'wrong-section': (values: { readonly kind: string; readonly section: string }): string =>
    `${values.kind} is allowed in inbound only, and this one stands in ${values.section}. API Management refuses it there.`,
};
