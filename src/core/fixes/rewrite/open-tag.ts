import { knowWritten } from '../../policy/known-value.js';
import type { KnownTexts } from '../../policy/resolve-value.js';
import { findAttribute } from '../../policy/policy-tree.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import { lineStartOf } from '../../text/style.js';
import type { Layout } from '../writing/layout.js';
import type { Move } from './element-edits.js';
import { isCarried } from './source-element.js';

/** An attribute and the white space before it. */
interface Placed {
  readonly gap: string;
  readonly text: string;
}

/**
 * Whether the result has to say `require-scheme="Bearer"`: for tokens in the Authorization header, where the original takes the
 * scheme for granted. Beside another header the gateway ignores it, so it may stand where the header is not known.
 */
export function needsScheme({ element }: TokenPolicy, knownTexts: KnownTexts): boolean {
  if (findAttribute(element, 'require-scheme') !== undefined) return false;
  const header = findAttribute(element, 'header-name');
  if (header === undefined) return !hasSource(element);
  const known = knowWritten(header.value, knownTexts);
  return !known.known || known.text.trim().toLowerCase() === 'authorization';
}

function hasSource(element: TokenPolicy['element']): boolean {
  return ['header-name', 'query-parameter-name', 'token-value'].some(name => findAttribute(element, name) !== undefined);
}

/**
 * Writes the opening tag. What the author wrote stays as it stands, in its order; the header, where it was taken for granted,
 * stands in the place of the tenant.
 */
export function writeOpenTag(policy: TokenPolicy, text: string, layout: Layout, move: Move, scheme: boolean, withId: boolean): string {
  const { element } = policy;
  const { attributes, nameSpan, openTag } = element;
  const gaps = attributes.map(({ start }, index) => text.slice(attributes[index - 1]?.end ?? nameSpan.end, start));
  const added = (name: string, value: string): string => `${name}=${layout.quote}${value}${layout.quote}`;
  const placed: Placed[] = [];
  let header = hasSource(element) ? null : added('header-name', 'Authorization');
  let pendingScheme = scheme ? added('require-scheme', 'Bearer') : null;
  attributes.forEach((attribute, index) => {
    const { name, start, end } = attribute;
    // The first attribute keeps the place of the first, whatever stood there before.
    const gap = placed.length === 0 ? (gaps[0] ?? ' ') : (gaps[index] ?? ' ');
    const next = gaps[index + 1] ?? (/[\r\n]/.test(gap) ? gap : ' ');
    if (name === 'tenant-id' && header !== null) {
      placed.push({ gap, text: header });
      header = null;
    } else if (isCarried(attribute) && (withId || name !== 'id')) {
      placed.push({ gap, text: text.slice(start, end) });
      if (name !== 'header-name') return;
    } else return;
    if (pendingScheme === null) return;
    placed.push({ gap: /[\r\n]/.test(next) && placed.length === 1 && !/[\r\n]/.test(gap) ? ' ' : next, text: pendingScheme });
    pendingScheme = null;
  });
  const last = attributes.at(-1);
  const end = text.slice(last?.end ?? nameSpan.end, openTag.end).replace(/\/?>$/, '');
  const column = firstColumn(policy, text);
  const shift = element.name.length - 'validate-jwt'.length;
  const body = placed.map(({ gap, text: attribute }) => moveGap(gap, move, column, shift) + attribute).join('');
  return `<validate-jwt${body}${/[\r\n]/.test(end) ? moveGap(end, move, column, shift) : ''}>`;
}

/** The indentation that lines up with the first attribute; null where the first attribute does not share the line of the element's name. */
function firstColumn({ element }: TokenPolicy, text: string): number | null {
  const first = element.attributes[0];
  if (first === undefined || /[\r\n]/.test(text.slice(element.start, first.start))) return null;
  return first.start - lineStartOf(text, element.start);
}

/** Moves the lines of a gap; attributes that were aligned below the first one stay aligned, though the name is shorter now. */
function moveGap(gap: string, { from, to }: Move, column: number | null, shift: number): string {
  return gap.replace(/(\r\n|\n|\r)([ \t]*)(?![ \t\r\n])/g, (_, newline: string, indentation: string) => {
    const moved = indentation.startsWith(from) ? to + indentation.slice(from.length) : indentation;
    const aligned = column !== null && indentation.length === column && moved.endsWith(' '.repeat(shift));
    return newline + (aligned ? moved.slice(0, -shift) : moved);
  });
}
