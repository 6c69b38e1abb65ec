import type { RequiredClaim } from '../../policy/token-policy.js';
import type { PolicyValue } from '../../policy/value.js';
import type { CheckContext, ReadToken } from '../check-context.js';
import { fail, pass, uncertain, unresolved, type Checked } from '../outcome.js';
import type { Reason } from '../reason.js';

/** What one required claim comes to. */
type ClaimVerdict =
  /** `plain`: values of texts that are compared as they stand; the rest of the comparison is not documented. */
  | { readonly kind: 'fits'; readonly plain: boolean }
  | { readonly kind: 'absent'; readonly name: string }
  | { readonly kind: 'mismatch'; readonly reason: Reason; readonly message: string | null }
  | { readonly kind: 'uncertain'; readonly reason: Reason }
  | { readonly kind: 'unresolved'; readonly missing: readonly string[] };

/** Whether the token has the required claims, with the required values. */
export function checkClaims(context: CheckContext, token: ReadToken): Checked {
  const verdicts = context.policy.requiredClaims.map(claim => judgeClaim(context, claim, token));
  const absent = verdicts.flatMap(verdict => (verdict.kind === 'absent' ? [verdict.name] : []));
  if (absent.length > 0) {
    const reason: Reason = { code: 'claims-missing', values: { names: absent, claims: Object.keys(token.claims) } };
    const message = quoteDocumented(context, `JWT (token) is missing the following claims: ${absent.join(', ')}. Access denied.`);
    return fail('claims', { certainty: 'documented', message, reason });
  }
  for (const verdict of verdicts) {
    if (verdict.kind === 'mismatch') {
      const message = verdict.message === null ? null : quoteDocumented(context, verdict.message);
      return fail('claims', { certainty: 'documented', message, reason: verdict.reason });
    }
  }
  const missing = [...new Set(verdicts.flatMap(verdict => (verdict.kind === 'unresolved' ? verdict.missing : [])))];
  if (missing.length > 0) {
    return unresolved('claims', missing, {
      certainty: 'documented',
      reason: { code: 'value-unknown', values: { what: 'claim', missing } },
    });
  }
  for (const verdict of verdicts) {
    if (verdict.kind === 'uncertain') return uncertain('claims', { certainty: 'inferred', reason: verdict.reason });
  }
  const isPlain = verdicts.every(verdict => verdict.kind === 'fits' && verdict.plain);
  return pass('claims', { certainty: isPlain ? 'documented' : 'inferred' });
}

/** The documented table of messages is that of validate-jwt. */
function quoteDocumented(context: CheckContext, text: string): string | null {
  return context.policy.kind === 'validate-jwt' ? text : null;
}

function judgeClaim(context: CheckContext, claim: RequiredClaim, { claims, numbers }: ReadToken): ClaimVerdict {
  const nameValue = claim.element.attributes.find(attribute => attribute.name === 'name')?.value;
  if (nameValue === undefined) return { kind: 'uncertain', reason: { code: 'claim-without-name', values: {} } };
  const knownName = context.know(nameValue);
  if (!knownName.known) return { kind: 'unresolved', missing: knownName.missing };
  const name = knownName.text;
  if (!Object.hasOwn(claims, name)) return { kind: 'absent', name };
  // That a claim without values has to be there only is what policies use it for.
  if (claim.values.length === 0) return { kind: 'fits', plain: false };
  const rule = readRule(context, claim);
  if ('missing' in rule) return { kind: 'unresolved', missing: rule.missing };
  if (rule.match !== 'all' && rule.match !== 'any') {
    return { kind: 'uncertain', reason: { code: 'claim-rule-unreadable', values: { name, match: rule.match } } };
  }
  const found = readValues(claims[name], rule.separator, numbers.get(name) ?? new Map());
  return compareValues(context, { name, match: rule.match, separator: rule.separator, found, claim });
}

/** `match` and `separator`, with what hides them. */
function readRule(
  context: CheckContext,
  claim: RequiredClaim,
): { match: string; separator: string | null } | { missing: readonly string[] } {
  const texts: (string | null)[] = [];
  for (const name of ['match', 'separator']) {
    const value: PolicyValue | undefined = claim.element.attributes.find(attribute => attribute.name === name)?.value;
    const known = value === undefined ? null : context.know(value);
    if (known !== null && !known.known) return { missing: known.missing };
    texts.push(known?.text ?? null);
  }
  return { match: texts[0] ?? 'all', separator: texts[1] === '' ? null : (texts[1] ?? null) };
}

/** The values of a claim in a token. */
interface FoundValues {
  readonly texts: readonly string[];
  /** Whether the gateway's way to write the claim as text is not known: objects, nulls and the like. */
  readonly doubtful: boolean;
  /** Whether every value is a text that is compared as it stands; that a separator splits the entries of a list, too, is a deduction. */
  readonly plain: boolean;
  /** The entries of a list before a separator splits them. */
  readonly unsplit: readonly string[];
  /** The claim as one text, where it is one. */
  readonly whole: string | null;
}

function readValues(value: unknown, separator: string | null, numbers: ReadonlyMap<number, string>): FoundValues {
  const entries: readonly unknown[] = Array.isArray(value) ? value : [value];
  const texts: string[] = [];
  let doubtful = false;
  for (const [index, entry] of entries.entries()) {
    const written = numbers.get(index);
    // One by one: a separator can cut a claim into more pieces than a call takes arguments.
    if (typeof entry === 'string') for (const piece of separator === null ? [entry] : entry.split(separator)) texts.push(piece);
    else if (typeof entry === 'number' && written !== undefined) {
      // Whole numbers of 64 bits are read exactly; how the gateway writes others as text is not known.
      texts.push(written);
      doubtful ||= !isExact(written);
    } else if (typeof entry === 'number' || typeof entry === 'boolean') texts.push(String(entry));
    else {
      texts.push(JSON.stringify(entry));
      doubtful = true;
    }
  }
  return {
    texts,
    doubtful,
    plain: entries.every(entry => typeof entry === 'string') && !(Array.isArray(value) && separator !== null),
    unsplit: Array.isArray(value) && separator !== null ? entries.filter(entry => typeof entry === 'string') : [],
    whole: typeof value === 'object' ? null : (numbers.get(0) ?? String(value)),
  };
}

/** Whole numbers of 64 bits, as .NET writes them. */
function isExact(text: string): boolean {
  return /^-?[1-9]\d{0,18}$/.test(text) && BigInt.asIntN(64, BigInt(text)) === BigInt(text);
}

interface Comparison {
  readonly name: string;
  readonly match: 'all' | 'any';
  readonly separator: string | null;
  readonly found: FoundValues;
  readonly claim: RequiredClaim;
}

function compareValues(context: CheckContext, comparison: Comparison): ClaimVerdict {
  const { name, match, found, claim } = comparison;
  const known = claim.values.map(value => context.know(value));
  const wanted = known.flatMap(value => (value.known ? [value.text] : []));
  const missing = [...new Set(known.flatMap(value => (value.known ? [] : value.missing)))];
  const exact = wanted.filter(text => found.texts.includes(text) && !(found.doubtful && found.whole === text));
  const loose = wanted.filter(text => [...found.texts, ...found.unsplit].some(candidate => isNearlySame(candidate, text)));
  const enough = (fitting: readonly string[]): boolean => (match === 'any' ? fitting.length > 0 : fitting.length === wanted.length);
  if (enough(exact) && (match === 'any' || missing.length === 0) && wanted.length > 0) {
    return { kind: 'fits', plain: found.plain };
  }
  if (match === 'all' ? !enough(loose) && !found.doubtful : missing.length === 0 && loose.length === 0 && !found.doubtful) {
    return { kind: 'mismatch', reason: explainMismatch(comparison, wanted, exact), message: writeMismatch(comparison) };
  }
  if (missing.length > 0) return { kind: 'unresolved', missing };
  if (found.doubtful && (found.whole !== null || !enough(loose)))
    return { kind: 'uncertain', reason: { code: 'claim-not-text', values: { name } } };
  if (wanted.some(text => found.unsplit.includes(text)))
    return { kind: 'uncertain', reason: { code: 'claim-list-split', values: { name } } };
  const near = loose.filter(text => !exact.includes(text));
  return { kind: 'uncertain', reason: { code: 'claim-written-differently', values: { name, accepted: near } } };
}

function isNearlySame(candidate: string, text: string): boolean {
  return candidate.trim().toLowerCase() === text.trim().toLowerCase();
}

function explainMismatch({ name, match, separator, found }: Comparison, wanted: readonly string[], exact: readonly string[]): Reason {
  const pieces = found.whole?.split(' ') ?? [];
  if (separator === null && found.whole !== null && pieces.length > 1 && wanted.some(text => pieces.includes(text))) {
    return { code: 'claim-needs-separator', values: { name, found: found.whole, accepted: wanted } };
  }
  if (match === 'all' && exact.length > 0) return { code: 'claim-needs-any', values: { name, found: found.texts, accepted: wanted } };
  return { code: 'claim-not-accepted', values: { name, found: found.texts, accepted: wanted, match } };
}

/** The documented text names one value; which one of several it would be is not documented. */
function writeMismatch({ name, found }: Comparison): string | null {
  return found.whole === null ? null : `Claim ${name} value of ${found.whole} is not allowed. Access denied.`;
}
