import { publicEndpoint } from '../../microsoft/write-address.js';
import type { Facts } from '../../facts.js';
import { languageOf, type Catalogue } from '../../messages/catalogue.js';
import { say } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { holdsOpenExpression } from '../../policy/open-expression.js';
import type { PolicyDocument } from '../../policy/policy-document.js';
import { childElements, findAttribute, type PolicyElement } from '../../policy/policy-tree.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import { isVersionCondition } from '../../policy/version-condition.js';
import { applyEdits, type Edit } from '../../text/edit.js';
import type { Fix, Refusal } from '../fix.js';
import { findParent, readLayout, type Layout } from '../writing/layout.js';
import { joinBlocks, leadingOf, moveOf, writeComment, writePiece, type Block } from './block-layout.js';
import { editSlice, moveLines, renameElement } from './element-edits.js';
import type { NotEquivalent } from '../../messages/english/rewrite-back.js';
import { describeRest, notEquivalent, readBackTrust, type BackTrust } from './read-back.js';
import { readPieces, type Piece } from './source-element.js';
import { endOf, spaceAtEnd } from '../../text/endings.js';

/** A validate-jwt, or the two branches of a choice by version, that one validate-azure-ad-token can take the place of. */
interface BackSource {
  readonly policy: TokenPolicy;
  readonly trust: BackTrust;
  /** What is replaced: the element, or the `choose` around it. */
  readonly replaced: PolicyElement;
  /** The claim that becomes client-application-ids; null where there is no choice. */
  readonly clients: PolicyElement | null;
}

/**
 * Rewrites each validate-jwt as validate-azure-ad-token where that accepts exactly the same tokens, and says why not elsewhere.
 * A choice by version, as the rewrite in the other direction writes it, becomes one element again.
 */
export function rewriteBack(document: PolicyDocument, facts: Facts): (Fix | Refusal)[] {
  const policies = document.tokenPolicies.filter(({ kind }) => kind === 'validate-jwt');
  const taken = new Set<TokenPolicy>();
  return policies.map(policy => {
    const found = taken.has(policy) ? notEquivalent('with-branch-before') : findSource(document, policies, policy, facts, taken);
    if ('why' in found) return { reason: render(say('back-refused', found), languageOf(facts)), start: policy.start, end: policy.end };
    return writeBack(document, found, languageOf(facts));
  });
}

function findSource(
  document: PolicyDocument,
  policies: readonly TokenPolicy[],
  policy: TokenPolicy,
  facts: Facts,
  taken: Set<TokenPolicy>,
): BackSource | NotEquivalent {
  const { text, break: broken } = document;
  const isOpen = holdsOpenExpression(document, policy);
  if (isOpen || (broken !== null && broken.start < policy.end && policy.start < broken.end)) return notEquivalent('not-finished');
  const trust = readBackTrust(policy, text, facts);
  if ('why' in trust) return trust;
  if (trust.versions.length === 2) return { policy, trust, replaced: policy.element, clients: null };
  const only = notEquivalent('one-version-named', trust.versions[0] === 1 ? '1.0' : '2.0');
  const choice = trust.versions[0] === 1 ? findChoice(document, policies, policy) : null;
  if (choice === null) return only;
  const second = readBackTrust(choice.other, text, facts);
  if ('why' in second) return second;
  const [first, other] = [findClients(policy, 'appid'), findClients(choice.other, 'azp')];
  const same =
    second.versions.join() === '2' &&
    second.endpoint === trust.endpoint &&
    second.tenant === trust.tenant &&
    first !== null &&
    other !== null &&
    namesSameClients(first, other) &&
    describeRest(policy, text, first) === describeRest(choice.other, text, other);
  if (!same) return notEquivalent('branches-differ');
  taken.add(choice.other);
  return { policy, trust, replaced: choice.element, clients: first };
}

/** The `choose` by version whose first branch is the policy, and the policy of its other branch. */
function findChoice(
  { tree, text }: PolicyDocument,
  policies: readonly TokenPolicy[],
  policy: TokenPolicy,
): { element: PolicyElement; other: TokenPolicy } | null {
  const when = tree === null ? null : findParent(tree, policy.element);
  const element = tree === null || when === null ? null : findParent(tree, when);
  if (when?.name !== 'when' || element?.name !== 'choose') return null;
  const [first, otherwise, ...more] = childElements(element);
  const condition = findAttribute(when, 'condition')?.value.value;
  if (
    first !== when ||
    otherwise?.name !== 'otherwise' ||
    more.length > 0 ||
    condition === undefined ||
    !isVersionCondition(condition, policy)
  )
    return null;
  const other = policies.find(candidate => otherwise.start < candidate.start && candidate.end < otherwise.end);
  const alone = [when, otherwise].every(branch => childElements(branch).length === 1);
  const plain = [element, when, otherwise].every(node =>
    node.children.every(child => child.type !== 'comment' || isOwnComment(text.slice(child.start, child.end))),
  );
  return other !== undefined && alone && plain && childElements(otherwise)[0]?.start === other.start ? { element, other } : null;
}

/** The comments that the rewrite in the other direction writes. */
function isOwnComment(comment: string): boolean {
  const own = [
    say('comment-choose', {}),
    say('comment-client', { claim: 'appid', version: '1.0' }),
    say('comment-client', { claim: 'azp', version: '2.0' }),
  ];
  return own.some(message => writeComment(message) === comment);
}

function findClients({ requiredClaims }: TokenPolicy, name: string): PolicyElement | null {
  const [first] = requiredClaims;
  const found =
    first?.name === name && first.separator === null && (first.match === 'any' || first.values.length === 1) && first.values.length > 0;
  return found ? first.element : null;
}

function namesSameClients(one: PolicyElement, other: PolicyElement): boolean {
  const values = (claim: PolicyElement): string => JSON.stringify(childElements(claim, 'value').map(({ value }) => value.value));
  return values(one) === values(other);
}

function writeBack(document: PolicyDocument, { policy, trust, replaced, clients }: BackSource, catalogue: Catalogue): Fix {
  const { text } = document;
  const layout: Layout = { ...readLayout(document, policy.element), base: readLayout(document, replaced).base };
  const child = layout.multiLine ? layout.base + layout.unit : '';
  const original = { text, layout };
  const { pieces, tail } = readPieces(policy.element, text);
  const of = (name: string): Piece[] => pieces.filter(piece => piece.element.name === name);
  const carried = (name: string): Block[] => of(name).flatMap(piece => writePiece(original, piece, child, true, () => []));
  // The comments of what goes away stay.
  const gone = [...of('openid-config'), ...of('issuers')];
  const loose = gone.flatMap(piece => [...piece.leading, ...piece.trailing]);
  const claims = of('required-claims')[0];
  const others = claims === undefined ? [] : childElements(claims.element, 'claim').filter(claim => claim.start !== clients?.start);
  // Where the list of claims goes with its only claim, what was noted on it stays.
  const inClaims = claims === undefined || others.length > 0 ? [] : [...readPieces(claims.element, text).tail, ...claims.trailing];
  const claimComments =
    claims === undefined || others.length > 0
      ? []
      : [...leadingOf(original, claims, true), ...inClaims.map(comment => ({ text: text.slice(comment.start, comment.end) }))];
  const blocks: Block[] = [
    ...loose.map(comment => ({ text: text.slice(comment.start, comment.end) })),
    ...(clients === null || claims === undefined ? [] : writeClients(original, claims.element, clients, child)),
    ...carried('audiences'),
    ...claimComments,
    ...(claims === undefined || others.length === 0
      ? []
      : writePiece(original, claims, child, true, () => (clients === null ? [] : removeClaim(text, claims.element, clients)))),
    ...(childElements(policy.element, 'decryption-keys').some(list => childElements(list).length > 0) ? carried('decryption-keys') : []),
    ...tail.map(comment => ({ text: text.slice(comment.start, comment.end) })),
  ];
  const open = writeBackTag(policy, text, layout, trust);
  const result =
    blocks.length === 0
      ? open.replace(/>$/, layout.selfClose)
      : `${open}${joinBlocks(blocks, layout, child, layout.base)}</validate-azure-ad-token>`;
  const edits = [{ start: replaced.start, end: replaced.end, text: result }];
  const callouts = /[{$]/.test(trust.tenant) ? [render(say('callout-one-tenant', { tenant: trust.tenant }), catalogue)] : [];
  return {
    title: render(say('rewrite-back', { callouts }), catalogue),
    code: 'to-validate-azure-ad-token',
    preferred: false,
    widens: false,
    certainty: 'inferred',
    edits,
    text: applyEdits(text, edits),
  };
}

/** The claim's values as application ids, with the comments that stand before the claim. */
function writeClients(
  original: { readonly text: string; readonly layout: Layout },
  claims: PolicyElement,
  clients: PolicyElement,
  child: string,
): Block[] {
  const { text } = original;
  const piece = readPieces(claims, text).pieces.find(({ element }) => element.start === clients.start);
  if (piece === undefined) return [];
  const edits = [
    { start: clients.nameSpan.start, end: clients.attributes.at(-1)?.end ?? clients.nameSpan.end, text: 'client-application-ids' },
    ...renameElement(clients, 'client-application-ids').slice(1),
    ...childElements(clients, 'value').flatMap(value => renameElement(value, 'application-id')),
    ...moveLines(text, clients, moveOf(original, clients, child)),
  ];
  const comments = leadingOf(original, piece, true).filter(block => !isOwnComment(block.text));
  const behind = piece.trailing.map(comment => ` ${text.slice(comment.start, comment.end)}`).join('');
  return [...comments, { text: editSlice(text, clients, edits) + behind }];
}

/** Takes the first claim out of the list, with the comments and the line before it. */
function removeClaim(text: string, claims: PolicyElement, clients: PolicyElement): Edit[] {
  const { pieces } = readPieces(claims, text);
  const piece = pieces.find(({ element }) => element.start === clients.start);
  const start = Math.min(clients.start, ...(piece?.leading ?? []).map(comment => comment.start));
  const end = Math.max(clients.end, ...(piece?.trailing ?? []).map(comment => comment.end));
  const space = spaceAtEnd(text.slice(claims.openTag.end, start));
  return [{ start: start - space.length, end, text: '' }];
}

/** The opening tag: the tenant stands in the place of the Authorization header, which is the default. */
function writeBackTag({ element }: TokenPolicy, text: string, layout: Layout, { tenant, endpoint }: BackTrust): string {
  const { attributes, nameSpan, openTag } = element;
  const { quote } = layout;
  const isDefaultHeader = findAttribute(element, 'header-name')?.value.value.trim().toLowerCase() === 'authorization';
  const named = [`tenant-id=${quote}${tenant}${quote}`];
  if (endpoint !== publicEndpoint) named.push(`authentication-endpoint=${quote}${endpoint}${quote}`);
  const dropped = [
    'require-scheme',
    'require-expiration-time',
    'require-signed-tokens',
    'clock-skew',
    ...(isDefaultHeader ? ['header-name'] : []),
  ];
  const kept = attributes.filter(({ name }) => !dropped.includes(name));
  const gaps = attributes.map(({ start }, index) => text.slice(attributes[index - 1]?.end ?? nameSpan.end, start));
  const first = gaps[0] ?? ' ';
  const between = gaps.find((gap, index) => index > 0 && /[\r\n]/.test(gap)) ?? (/[\r\n]/.test(first) ? first : ' ');
  const own = layoutGap(between, layout, text, element);
  const all = [...named, ...kept.map(({ start, end }) => text.slice(start, end))];
  const body = all.map((attribute, index) => (index === 0 ? layoutGap(first, layout, text, element) : own) + attribute).join('');
  const end = text.slice(attributes.at(-1)?.end ?? nameSpan.end, openTag.end).replace(/\/?>$/, '');
  return `<validate-azure-ad-token${body}${/[\r\n]/.test(end) ? layoutGap(end, layout, text, element) : ''}>`;
}

/** A gap between attributes on the element's new indentation; what was aligned below the first attribute stays so, below a longer name. */
function layoutGap(gap: string, { base, newline }: Layout, text: string, element: PolicyElement): string {
  if (!/[\r\n]/.test(gap)) return gap;
  const from = readLayoutIndentation(text, element);
  const indentation = endOf(gap, ' \t');
  const moved = indentation.startsWith(from) ? base + indentation.slice(from.length) : indentation;
  const first = element.attributes[0];
  const column =
    first === undefined || /[\r\n]/.test(text.slice(element.start, first.start)) ? -1 : first.start - element.start + from.length;
  const wider = 'validate-azure-ad-token'.length - element.name.length;
  return newline + moved + (indentation.length === column ? ' '.repeat(wider) : '');
}

function readLayoutIndentation(text: string, element: PolicyElement): string {
  return endOf(text.slice(Math.max(0, element.start - 500), element.start), ' \t');
}
