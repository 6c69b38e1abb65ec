// What a value in a token policy is: where it is a placeholder, what stands for what; where it is literal, what it names.
import type { Facts } from '../facts.js';
import { firstPartyApis } from '../knowledge/clouds.js';
import { findPublicClient } from '../knowledge/public-clients.js';
import type { AttributeFacts, ElementFacts } from '../knowledge/elements.js';
import { languageOf, type Catalogue } from '../messages/catalogue.js';
import { say, type Message } from '../messages/message.js';
import { foldExpression } from '../policy/resolve-named-values.js';
import type { PolicyValue, ValuePart } from '../policy/value.js';
import { quoteMarkdown } from '../text/inert-text.js';
import type { Span } from '../text/span.js';
import { describeEndpoint, describeIssuer, describeMetadataAddress, describeTenant } from './describe-address.js';
import { describeAttribute, describeClaim, describeElement, writeHover } from './describe-name.js';
import { findNamedValue } from './reference-at.js';

/** What is known of named values, and the language. Their values are never shown, only whether they are known. */
export type KnownNames = Pick<Facts, 'namedValues' | 'sources' | 'catalogue'>;

export interface Described extends Span {
  readonly markdown: string;
}

const namedValuesPage = 'https://learn.microsoft.com/azure/api-management/api-management-howto-properties';
const expressionsPage = 'https://learn.microsoft.com/azure/api-management/api-management-policy-expressions';

/** What stands at the offset inside a value where that is no literal: a named value, an expression, a placeholder. */
export function describePlaceholder(text: string, offset: number, value: PolicyValue, known: KnownNames): Described | null {
  const named = findNamedValue(text, offset);
  if (named !== null && named.start >= value.start && named.end <= value.end) {
    return { start: named.start, end: named.end, markdown: describeNamedValue(named.name, known) };
  }
  const part = value.parts.find(({ kind, start, end }) => kind !== 'literal' && start <= offset && offset <= end);
  return part === undefined ? null : { start: part.start, end: part.end, markdown: describePart(part, languageOf(known)) };
}

function describeNamedValue(name: string, { namedValues = {}, sources = {}, ...spoken }: KnownNames): string {
  const source = Object.hasOwn(sources, name) ? sources[name] : undefined;
  const from = source?.from === 'setting' || source?.from === 'file' ? source.from : 'other';
  const state = Object.hasOwn(namedValues, name) ? say('hover-named-value-known', { from }) : say('hover-named-value-unknown', {});
  return writeHover(languageOf(spoken), `**{{${name}}}**`, [
    say('hover-named-value', {}),
    state,
    source?.problem === undefined ? null : quoteMarkdown(source.problem),
    say('hover-page', { page: namedValuesPage }),
  ]);
}

function describePart({ kind, text }: ValuePart, catalogue: Catalogue): string {
  if (kind === 'terraform') return writeHover(catalogue, '', [say('hover-terraform', {})]);
  if (kind === 'placeholder') return writeHover(catalogue, '', [say('hover-placeholder', {})]);
  const message = foldExpression(text) === undefined ? say('hover-expression', {}) : say('hover-literal-expression', {});
  return writeHover(catalogue, '', [message, say('hover-page', { page: expressionsPage })]);
}

/** What a literal attribute value says, and below it what the attribute means. */
export function describeAttributeValue(
  facts: AttributeFacts,
  element: ElementFacts,
  value: PolicyValue,
  page: string,
  catalogue: Catalogue,
): string {
  if (element.name === 'claim' && facts.name === 'name')
    return describeClaim(value.value.trim(), catalogue) ?? describeAttribute(facts, page, catalogue);
  return above(sayAttributeValue(facts, element, value), describeAttribute(facts, page, catalogue), catalogue);
}

function sayAttributeValue(facts: AttributeFacts, element: ElementFacts, value: PolicyValue): readonly (Message | null)[] {
  if (facts.shape === 'tenant') return value.state === 'literal' ? [describeTenant(value.value)] : [];
  if (facts.shape !== 'address') return [];
  return element.name === 'openid-config' ? describeMetadataAddress(value.value) : [describeEndpoint(value.value)];
}

/** What the literal text of an element says, and below it what the element means. `claim`: the claim that a `value` belongs to. */
export function describeText(facts: ElementFacts, value: PolicyValue, claim: string | null, page: string, catalogue: Catalogue): string {
  const text = value.value.trim();
  const below = describeElement(facts, page, catalogue);
  switch (facts.name) {
    case 'issuer':
      return above([describeIssuer(text)], below, catalogue);
    case 'audience':
      return above([describeAudience(text)], below, catalogue);
    case 'application-id':
      return above([describeApplication(text)], below, catalogue);
    case 'value':
      return [below, claim === null ? null : describeClaim(claim, catalogue)].filter(part => part !== null).join('\n\n---\n\n');
    default:
      return below;
  }
}

function describeAudience(audience: string): Message | null {
  const bare = audience.replace(/\/$/, '').toLowerCase();
  const api = firstPartyApis.find(({ audiences }) => audiences.includes(bare));
  return api === undefined ? null : say('hover-first-party', { title: api.title });
}

function describeApplication(id: string): Message | null {
  const tool = findPublicClient(id);
  return tool === undefined ? null : say('hover-public-client', { title: tool.title });
}

function above(messages: readonly (Message | null)[], below: string, catalogue: Catalogue): string {
  const said = messages.filter(message => message !== null);
  return said.length === 0 ? below : writeHover(catalogue, '', [said, '---', below]);
}
