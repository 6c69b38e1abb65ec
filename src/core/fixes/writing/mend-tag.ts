import { say } from '../../messages/message.js';
import type { DocumentBreak, PolicyDocument } from '../../policy/policy-document.js';
import { allElements, type PolicyAttribute } from '../../policy/policy-tree.js';
import { removeAttribute, removeElement } from './edit-children.js';
import type { Mending } from './mending.js';

/** What mends a tag: its end, its quotes, its spaces, the name of its counterpart. */
export function mendTag(document: PolicyDocument, broken: DocumentBreak): Mending[] {
  const { text } = document;
  const { start, end, cause, names } = broken;
  const raw = text.slice(start, end);
  switch (cause) {
    case 'mismatched-close-tag': {
      const [expected] = names;
      if (expected === undefined || !names.includes(raw) || raw === expected) return [];
      return [{ title: say('fix-close-tag', { from: raw, to: expected }), edit: { start, end, text: expected } }];
    }
    case 'stray-close-tag':
      return endsTwice(text, start, raw)
        ? [{ title: say('fix-remove-sign', { sign: raw }), edit: removeElement(text, { start, end }) }]
        : [];
    case 'broken-tag':
      return endTag(document, broken);
    case 'broken-close-tag': {
      const [name = ''] = names;
      const rest = /^\s*\/?>|^(?=\s*(?:<|$))/.exec(text.slice(end, end + 100))?.[0];
      if (name === '' || rest === undefined) return [];
      const until = end + rest.length;
      return [{ title: say('fix-end-close-tag', { name }), edit: { start: end, end: until, text: '>' } }];
    }
    case 'missing-space':
      return [{ title: say('fix-insert-space', { before: raw }), edit: { start, end: start, text: ' ' } }];
    case 'stray-sign':
      return [{ title: say('fix-remove-sign', { sign: raw }), edit: { start, end, text: '' } }];
    case 'unquoted-attribute':
    case 'unclosed-attribute':
    case 'duplicate-attribute':
      return mendAttribute(document, broken);
    default:
      return [];
  }
}

/** `</a></a>`, with nothing but white space between the two. */
function endsTwice(text: string, start: number, raw: string): boolean {
  return text
    .slice(Math.max(0, start - 1000), start)
    .trimEnd()
    .endsWith(raw);
}

/** Ends an opening tag behind its last attribute; as one without content where that is what leaves the document whole. */
function endTag({ text, tree }: PolicyDocument, { start, end }: DocumentBreak): Mending[] {
  const element = tree === null ? undefined : allElements(tree).find(({ openTag }) => openTag.start === start);
  if (element === undefined || element.nameSpan.end !== end) return [];
  const at = element.openTag.end;
  const tag = text.slice(start, end);
  return ['>', ' />'].map(ending => ({
    title: say('fix-close-bracket', { tag: `${tag}${element.attributes.length > 0 ? ' …' : ''}${ending.slice(0, -1)}` }),
    edit: { start: at, end: at, text: ending },
  }));
}

function mendAttribute({ text, tree }: PolicyDocument, { start, end, cause }: DocumentBreak): Mending[] {
  const element = tree === null ? undefined : allElements(tree).find(({ openTag }) => openTag.start <= start && end <= openTag.end);
  const attribute = element?.attributes.find(candidate => candidate.start <= start && end <= candidate.end);
  if (element === undefined || attribute === undefined) return [];
  const { name, value } = attribute;
  const raw = text.slice(value.start, value.end);
  if (cause === 'duplicate-attribute') {
    const first = element.attributes.find(candidate => candidate.name === name);
    if (first === undefined || first === attribute || first.value.value !== value.value) return [];
    return [{ title: say('fix-remove-element', { name }), edit: removeAttribute(text, attribute) }];
  }
  if (cause === 'unclosed-attribute') {
    // What stands in it may be text, or the next attribute.
    if (/[\s=<>]/.test(raw) || attribute.quote === null) return [];
    return [{ title: say('fix-close-quote', { attribute: name }), edit: { start: value.end, end: value.end, text: attribute.quote } }];
  }
  return text.startsWith('\\"', value.start) ? unescapeQuotes(text, attribute) : quote(attribute, raw);
}

/** Text that was copied out of a string of a program: `name=\"value\"`. */
function unescapeQuotes(text: string, { name, value: { start } }: PolicyAttribute): Mending[] {
  const [whole, inner] = /^\\"([^"<]*)\\"(?=[\s/>])/.exec(text.slice(start, start + 2000)) ?? [];
  if (whole === undefined || inner === undefined) return [];
  const edit = { start, end: start + whole.length, text: `"${inner}"` };
  return [{ title: say('fix-unescape-quotes', { attribute: name }), edit }];
}

function quote({ name, value }: PolicyAttribute, raw: string): Mending[] {
  const sign = ['"', "'"].find(candidate => !raw.includes(candidate));
  if (raw === '' || sign === undefined) return [];
  const edit = { start: value.start, end: value.end, text: sign + raw + sign };
  return [{ title: say('fix-insert-quotes', { attribute: name }), edit }];
}
