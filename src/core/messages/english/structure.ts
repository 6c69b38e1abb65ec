import type { ElementMeaning } from '../../knowledge/elements.js';
import { brief, type Said } from '../said.js';
import { elementMeanings } from './element-meanings.js';

/** "a", "a or b", "a, b or c". */
function either(names: readonly string[]): string {
  return names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} or ${names.at(-1) ?? ''}`;
}

/** A name of an element or attribute in a title. */
const short = (name: string): string => brief(name, 30);

const breaks = {
  'mismatched-close-tag': ([open = '', close = '']: readonly string[]) =>
    `</${short(close)}> closes <${short(open)}>. Make the names the same.`,
  'unclosed-element': ([name = '']: readonly string[]) =>
    `<${short(name)}> is never closed. Add </${short(name)}>, or end the tag with />.`,
  'stray-close-tag': ([name = '']: readonly string[]) => `</${short(name)}> closes nothing: no <${short(name)}> is open here. Remove it.`,
  'broken-tag': ([name = '']: readonly string[]) =>
    `This tag${name === '' ? '' : `, <${short(name)},`} does not end: a > or a quote is missing. Add it.`,
  'broken-close-tag': ([name = '']: readonly string[]) => `A closing tag is a name and nothing else. Write </${short(name)}>.`,
  'stray-sign': ([name = '', sign = '']: readonly string[]) =>
    `${brief(sign, 12)} does not belong in the tag <${short(name)}>. Remove it, or add what is missing before it.`,
  'missing-space': ([, name = '']: readonly string[]) => `A space is missing before the attribute ${short(name)}. Add it.`,
  'duplicate-attribute': ([name = '']: readonly string[]) => `The attribute ${short(name)} occurs twice in one tag. Remove one of them.`,
  'unquoted-attribute': ([name = '']: readonly string[]) =>
    `Put quotes around the value of ${name === '' ? 'the attribute' : `the attribute ${short(name)}`}.`,
  'unclosed-attribute': ([name = '']: readonly string[]) =>
    `The value of ${name === '' ? 'an attribute' : `the attribute ${short(name)}`} has no closing quote. Add it.`,
  'less-than-in-attribute': ([name = '']: readonly string[]) =>
    `The value of ${name === '' ? 'an attribute' : short(name)} contains a <. Write &lt;, or add the quote that is missing before it.`,
  'bad-less-than': () => 'A < begins a tag, and none follows. Write &lt; for the sign itself.',
  'unclosed-expression': () => 'An expression never ends. Close its bracket.',
  'unclosed-comment': () => 'This comment is never closed. Add -->.',
  'unclosed-cdata': () => 'This CDATA section is never closed. Add ]]>.',
  'bad-entity': () => 'An & begins a reference, and none follows. Write &amp; for the sign itself.',
  'unknown-reference': ([reference = '']: readonly string[]) =>
    reference.startsWith('&#')
      ? `${brief(reference, 24)} is not a character that XML allows. Remove it.`
      : `XML does not know ${brief(reference, 24)}. Use &amp; &lt; &gt; &quot; &apos; or a number such as &#160;.`,
  'control-character': () => 'There is an invisible control character here, which XML does not allow. Remove it.',
  'cdata-end': () => ']]> is not allowed in a text. Write ]]&gt;.',
  'late-declaration': () => 'The XML declaration must be the very first thing. Remove it, or what is before it.',
  'several-roots': () => 'A policy document has one outermost element. Move what follows it inside, or remove it.',
  'text-outside-root': () => 'Text is not allowed outside the outermost element. Remove it.',
  'nested-comment': () => 'A comment must not contain "--" or another comment, nor end with a hyphen. Rewrite it.',
  other: () => 'From here on the document is not well-formed XML.',
};

const notSaved = 'API Management does not save a policy that is not well-formed.';

/** Sentences about the form of the document and of the two elements. */
export const structureMessages = {
  'policy-not-well-formed': (values: { readonly cause: keyof typeof breaks; readonly names: readonly string[] }): Said => ({
    title: breaks[values.cause](values.names),
    detail: notSaved,
  }),
  'expression-unbalanced': (values: { readonly opening: string }): Said => ({
    title: `This expression never ends. Close the ${values.opening === '(' ? 'parenthesis' : 'brace'} after @.`,
    detail: 'Brackets inside strings and comments do not count.',
  }),
  'unknown-attribute': (values: {
    readonly name: string;
    readonly element: string;
    readonly suggestion: string | null;
    readonly other: string | null;
  }): Said => ({
    title:
      `${short(values.element)} has no attribute ${short(values.name)}.` +
      (values.other !== null
        ? ` It belongs to ${brief(values.other, 24)}.`
        : values.suggestion !== null
          ? ` Did you mean ${brief(values.suggestion, 20)}?`
          : ' Remove it.'),
    detail: values.other === null && values.suggestion === null ? 'The gateway does not know it.' : '',
  }),
  'unknown-element': (values: {
    readonly name: string;
    readonly parent: string;
    readonly suggestion: string | null;
    readonly places: readonly string[];
  }): Said => ({
    title:
      `${short(values.name)} is not allowed in ${short(values.parent)}.` +
      (values.places.length > 0
        ? ` Move it into ${brief(either(values.places), 20)}.`
        : values.suggestion !== null
          ? ` Did you mean ${brief(values.suggestion, 20)}?`
          : ' Remove it.'),
    detail: values.places.length === 0 && values.suggestion === null ? 'The gateway does not know it there.' : '',
  }),
  'unknown-element-text': (values: { readonly parent: string; readonly child: string | null }): Said => ({
    title:
      `Text is not allowed in ${short(values.parent)}.` + (values.child === null ? ' Remove it.' : ` Put it into ${short(values.child)}.`),
    detail: '',
  }),
  'missing-attribute': (values: { readonly name: string; readonly element: string; readonly meaning: ElementMeaning | null }): Said => ({
    title: `${short(values.element)} needs the attribute ${short(values.name)}. Add it.`,
    detail: values.meaning === null ? '' : elementMeanings[values.meaning],
  }),
  'token-source-none': (): Said => ({
    title: 'This validate-jwt does not say where the token is. Add header-name="Authorization".',
    detail: 'It has no default. query-parameter-name or token-value work as well.',
  }),
  'token-source-several': (values: { readonly names: readonly string[] }): Said => ({
    title: `This validate-jwt reads the token from ${values.names.length} places. Keep one of ${brief(values.names.join(', '), 50)}.`,
    detail: '',
  }),
  'element-order-schema': (values: { readonly name: string; readonly before: string; readonly parent: string }): Said => ({
    title: `Put ${short(values.name)} before ${short(values.before)}: API Management does not save any other order.`,
    detail: `It refuses a ${values.parent} whose elements are in another order ("has invalid child element").`,
  }),
  'element-order-page': (values: { readonly name: string; readonly before: string; readonly parent: string }): Said => ({
    title: `The documentation puts ${short(values.name)} before ${short(values.before)}.`,
    detail: `This is the order on the page of ${values.parent}. The public schema allows any order.`,
  }),
  'duplicate-element': (values: { readonly name: string; readonly parent: string }): Said => ({
    title: `${short(values.name)} is allowed only once in ${short(values.parent)}. Merge the two.`,
    detail: '',
  }),
  'empty-list': (values: { readonly name: string; readonly child: string }): Said => ({
    title: `${short(values.name)} is empty. Add a ${short(values.child)}, or remove ${short(values.name)}.`,
    detail: '',
  }),
  'empty-value': (): Said => ({
    title: 'This value is empty, so no token matches. Write what the claim must be, or remove the value.',
    detail: 'Without a value the claim only has to be present.',
  }),
  'wrong-section': (values: { readonly kind: string; readonly section: string }): Said => ({
    title: `${short(values.kind)} is allowed in inbound only, not in ${short(values.section)}. Move it.`,
    detail: 'API Management refuses it there.',
  }),
};
