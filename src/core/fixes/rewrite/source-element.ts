import type { StrangeContent } from '../../messages/english/fixes-rewrite.js';
import { say, type Message } from '../../messages/message.js';
import { readBoolean } from '../../policy/boolean-value.js';
import { childElements, findAttribute, type PolicyAttribute, type PolicyElement, type PolicyText } from '../../policy/policy-tree.js';
import type { TokenPolicy, TokenPolicyKind } from '../../policy/token-policy.js';
import { validateAzureAdToken, validateJwt } from '../../knowledge/elements.js';

/** A child of the token policy with the comments that belong to it. */
export interface Piece {
  readonly element: PolicyElement;
  /** Comments on the lines before it. */
  readonly leading: readonly PolicyText[];
  /** Comments after it on its own line. */
  readonly trailing: readonly PolicyText[];
  /** Whether an empty line stands before it. */
  readonly apart: boolean;
}

/** A validate-azure-ad-token taken apart. */
export interface SourceElement {
  /** By the name of the child. */
  readonly pieces: ReadonlyMap<string, Piece>;
  /** Comments after the last child. */
  readonly tail: readonly PolicyText[];
}

const forwarded = ['allow-proof-of-possession-tokens', 'allow-protected-forwarded-tokens'];
const childNames = validateAzureAdToken.children.map(({ name }) => name);
const transformed = ['client-application-ids', 'backend-application-ids'];

/** Attributes that become part of an address. */
const addressAttributes = ['tenant-id', 'authentication-endpoint'];

/** The attributes that validate-jwt has, too, and that mean the same there. */
const carriedAttributes = validateJwt.attributes
  .map(({ name }) => name)
  .filter(name => validateAzureAdToken.attributes.some(attribute => attribute.name === name));

/**
 * Attributes that only validate-jwt has. Where they say what it does anyway, they may stand there as their author wanted; where they say
 * anything else, the result would accept what the original refuses.
 */
const keptIfTrue = ['require-expiration-time', 'require-signed-tokens'];

/** Whether an attribute stands in the result as it stands in the source. */
export function isCarried({ name, value }: PolicyAttribute): boolean {
  return carriedAttributes.includes(name) || (keptIfTrue.includes(name) && value.state === 'literal' && isPlainly(value.value, true));
}

/** An attribute that the result does not have. */
interface LeftOut {
  /** As it stands in the document. */
  readonly what: string;
  /** The token policy that does not have it: the source does nothing with it, or the result could not. */
  readonly unknownTo: TokenPolicyKind;
}

/** The attributes that the result does not have. */
export function listLeftOut({ element }: TokenPolicy, text: string): LeftOut[] {
  const left = element.attributes.filter(attribute => !isCarried(attribute) && !addressAttributes.includes(attribute.name));
  const known = new Set(validateAzureAdToken.attributes.map(({ name }) => name));
  return left.map(({ name, start, end }) => ({
    what: text.slice(start, end),
    unknownTo: known.has(name) ? 'validate-jwt' : 'validate-azure-ad-token',
  }));
}

/** Takes the element apart; a message says why that is not possible without losing something. */
export function readSourceElement({ element }: TokenPolicy, text: string): SourceElement | Message {
  if (!element.selfClosing && element.closeTag === null) return say('rewrite-refused-broken', {});
  if (element.attributes.some(({ quote }) => quote === null)) return say('rewrite-refused-broken', {});
  for (const attribute of forwarded) {
    const value = findAttribute(element, attribute)?.value;
    if (value !== undefined && (value.state !== 'literal' || !isPlainly(value.value, false)))
      return say('rewrite-refused-forwarded', { attribute });
  }
  const strange = findStrange(element, text);
  if (strange !== null) return say('rewrite-refused-content', strange);

  const { pieces, tail } = readPieces(element, text);
  const twice = pieces.find((piece, index) => pieces.findIndex(other => other.element.name === piece.element.name) !== index);
  if (twice !== undefined) return say('rewrite-refused-twice', { element: twice.element.name });
  return { pieces: new Map(pieces.map(piece => [piece.element.name, piece])), tail };
}

/** "0" may be false, and may not. */
function isPlainly(text: string, wanted: boolean): boolean {
  const { value, certain } = readBoolean(text);
  return certain && value === wanted;
}

/** The child elements, each with the comments that belong to it, and the comments after the last one. */
export function readPieces(
  element: PolicyElement,
  text: string,
): { readonly pieces: readonly Piece[]; readonly tail: readonly PolicyText[] } {
  const pieces: Piece[] = [];
  let leading: PolicyText[] = [];
  let trailing: PolicyText[] | null = null;
  let newlines = 0;
  let apart = false;
  for (const child of element.children) {
    if (child.type === 'element') {
      trailing = [];
      pieces.push({ element: child, leading, trailing, apart: apart || newlines > 1 });
      leading = [];
      newlines = 0;
      apart = false;
    } else if (child.type === 'comment') {
      if (trailing !== null && newlines === 0 && leading.length === 0) trailing.push(child);
      else {
        apart ||= newlines > 1 && leading.length === 0;
        leading.push(child);
      }
      newlines = 0;
    } else newlines = (text.slice(child.start, child.end).match(/\r\n|\n|\r/g) ?? []).length;
  }
  return { pieces, tail: leading };
}

/** What stands in the element and would be lost or change its meaning elsewhere; null where nothing does. */
function findStrange(element: PolicyElement, text: string): StrangeContent | null {
  for (const child of element.children) {
    if (child.type === 'element' && !childNames.includes(child.name)) return { what: 'element', names: [child.name] };
    if (child.type === 'cdata' || (child.type === 'text' && text.slice(child.start, child.end).trim() !== ''))
      return { what: 'text', names: [] };
  }
  for (const list of transformed.flatMap(name => childElements(element, name))) {
    const items = childElements(list);
    const odd = items.find(({ name }) => name !== 'application-id');
    if (odd !== undefined) return { what: 'element-in-list', names: [odd.name, list.name] };
    const attribute = [list, ...items].flatMap(({ attributes }) => attributes)[0];
    if (attribute !== undefined) return { what: 'attribute-in-list', names: [attribute.name, list.name] };
    if (items.some(item => childElements(item).length > 0)) return { what: 'elements-in-id', names: [] };
    if (items.length === 0 && list.value.value.trim() !== '') return { what: 'text-in-list', names: [list.name] };
  }
  return null;
}
