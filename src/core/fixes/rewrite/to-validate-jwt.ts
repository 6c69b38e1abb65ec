import type { Certainty } from '../../certainty.js';
import type { Facts } from '../../facts.js';
import { languageOf } from '../../messages/catalogue.js';
import { say, type Message } from '../../messages/message.js';
import { render } from '../../messages/render.js';
import { isGuid } from '../../microsoft/tenant.js';
import { knowWritten } from '../../policy/known-value.js';
import { holdsOpenExpression } from '../../policy/open-expression.js';
import type { PolicyDocument } from '../../policy/policy-document.js';
import type { TokenPolicy } from '../../policy/token-policy.js';
import type { PolicyValue } from '../../policy/value.js';
import { applyEdits } from '../../text/edit.js';
import type { Fix } from '../fix.js';
import { readLayout } from '../writing/layout.js';
import { needsScheme } from './open-tag.js';
import type { Plan, GrantedTrust } from './plan.js';
import { listLeftOut, readSourceElement } from './source-element.js';
import { joinBlocks, writeComment, type Writing } from './block-layout.js';
import { writeValidateJwt } from './write-validate-jwt.js';

/** Something without a certain counterpart: a few words for the title, a sentence for the result. */
interface Callout {
  readonly title: Message | null;
  readonly comment: Message | null;
}

/** Writes the rewrite that was planned for one validate-azure-ad-token; a message says why it cannot be written. */
export function writeRewrite(
  document: PolicyDocument,
  policy: TokenPolicy,
  trust: GrantedTrust,
  plan: Plan,
  preferred: boolean,
  facts: Facts,
): Fix | Message {
  const { text } = document;
  const isOpen = holdsOpenExpression(document, policy);
  if (isOpen || (document.break !== null && document.break.start < policy.end && policy.start < document.break.end))
    return say('rewrite-refused-broken', {});
  const source = readSourceElement(policy, text);
  if ('name' in source) return source;
  const callouts = listCallouts(policy, text, trust, plan, facts);
  const layout = readLayout(document, policy.element);
  const notes = callouts.flatMap(({ comment }) => comment ?? []);
  const scheme = needsScheme(policy, facts);
  const writing: Writing = { text, policy, source, layout, scheme, notes };
  const result = writeBranches(writing, plan);
  const edits = [{ start: policy.start, end: policy.end, text: result }];
  const hasBackend = policy.backendApplicationIds.length > 0;
  const sure = !scheme && !hasBackend && policy.clientApplicationIds.length === 0 && callouts.length === 0 && !isFromAddress(trust);
  const certainty: Certainty = sure ? 'documented' : 'inferred';
  const catalogue = languageOf(facts);
  return {
    title: render(plan.title(callouts.flatMap(({ title }) => (title === null ? [] : [render(title, catalogue)]))), catalogue),
    detail: render(say('rewrite-detail', listTrusted(plan)), catalogue),
    code: 'to-validate-jwt',
    ...(plan.variant === null ? {} : { variant: plan.variant }),
    preferred: preferred && !hasBackend,
    widens: plan.widens,
    certainty,
    edits,
    text: applyEdits(text, edits),
  };
}

function listTrusted({ branches }: Plan): { addresses: string[]; issuers: string[] } {
  return { addresses: branches.flatMap(({ configs }) => configs), issuers: branches.flatMap(({ issuers }) => issuers) };
}

function isFromAddress(trust: GrantedTrust): boolean {
  return trust.kind === 'workforce' && trust.tenant.address !== null;
}

function writeBranches(writing: Writing, { branches, condition }: Plan): string {
  const { layout } = writing;
  const [first, second] = branches;
  if (second === undefined || condition === null)
    return writeValidateJwt(writing, first, { indentation: layout.base, first: true, explained: false });
  const { base, unit } = layout;
  const inBranch = layout.multiLine ? base + unit + unit : base;
  const wrap = (open: string, branch: typeof first, isFirst: boolean, close: string): string => {
    const inner = writeValidateJwt(writing, branch, { indentation: inBranch, first: isFirst, explained: true });
    return open + joinBlocks([{ text: inner }], layout, inBranch, base + unit) + close;
  };
  const blocks = [
    { text: writeComment(say('comment-choose', {})) },
    { text: wrap(`<when condition='${condition}'>`, first, true, '</when>') },
    { text: wrap('<otherwise>', second, false, '</otherwise>') },
  ];
  return `<choose>${joinBlocks(blocks, layout, base + unit, base)}</choose>`;
}

function listCallouts(policy: TokenPolicy, text: string, trust: GrantedTrust, plan: Plan, facts: Facts): Callout[] {
  const found: Callout[] = [];
  if (trust.kind === 'workforce') {
    const { tenant, endpoint } = trust;
    if (tenant.name === null)
      found.push({ title: say('callout-one-tenant', { tenant: sourceText(policy, 'tenant-id', text) }), comment: null });
    if (endpoint.host === null) {
      const name = sourceText(policy, 'authentication-endpoint', text);
      found.push({ title: say('callout-endpoint', { endpoint: name }), comment: say('comment-endpoint', { endpoint: name }) });
    }
    if ('expression' in tenant.part || 'expression' in endpoint.part)
      found.push({ title: say('callout-expression', {}), comment: say('comment-expression', {}) });
  }
  for (const { what, unknownTo } of listLeftOut(policy, text))
    found.push({ title: say('callout-left-out', { what }), comment: say('comment-left-out', { what, unknownTo }) });
  if (isNeverMet(policy, facts)) found.push({ title: say('callout-never', {}), comment: null });
  // The comment stands at the claim itself.
  if (policy.backendApplicationIds.length > 0) found.push({ title: say('callout-backend', {}), comment: null });
  if (plan.condition !== null && policy.decryptionKeys > 0)
    found.push({ title: say('callout-encrypted', {}), comment: say('comment-encrypted', {}) });
  const names = listUpperCaseIds(policy, facts);
  if (names.length > 0) found.push({ title: say('callout-named-ids', { names }), comment: say('comment-named-ids', { names }) });
  return found;
}

/** Whether both lists are known and share no audience: then no token passes, before and after. */
function isNeverMet({ audiences, backendApplicationIds }: TokenPolicy, facts: Facts): boolean {
  const know = (values: readonly PolicyValue[]): string[] | null => {
    const known = values.map(value => knowWritten(value, facts));
    return known.every(value => value.known) ? known.map(({ text }) => text.trim().toLowerCase().replace(/\/$/, '')) : null;
  };
  const [listed, backend] = [know(audiences), know(backendApplicationIds)];
  if (listed === null || backend === null || listed.length === 0 || backend.length === 0) return false;
  return !backend.some(id => listed.includes(id) || listed.includes(`api://${id}`));
}

function sourceText({ attributes }: TokenPolicy, name: string, text: string): string {
  const value = attributes[name];
  return value === undefined ? name : text.slice(value.start, value.end).trim();
}

/** Named values that are known to hold an application id with capital letters: a claim is compared letter by letter. */
function listUpperCaseIds({ clientApplicationIds, backendApplicationIds }: TokenPolicy, facts: Facts): string[] {
  const names = [...clientApplicationIds, ...backendApplicationIds].flatMap(value => {
    const known = knowWritten(value, facts);
    return value.state !== 'literal' && known.known && isGuid(known.text.trim()) && known.text !== known.text.toLowerCase()
      ? [value.value.trim()]
      : [];
  });
  return [...new Set(names)];
}
