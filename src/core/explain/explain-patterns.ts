import { errorPatterns, type ErrorPattern, type ErrorPatternName } from '../knowledge/error-patterns.js';
import { surroundingsPatterns, type SurroundingsName, type SurroundingsPattern } from '../knowledge/surroundings-patterns.js';
import type { ErrorWords } from '../messages/catalogue.js';
import { findAttribute } from '../policy/policy-tree.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import { remarkOn } from './explain-codes.js';
import type { AnsweredBy, ErrorValues, Explanation } from './explanation.js';
import { extractErrorValues } from './extract-error-values.js';
import { quotableValues, withoutTokens } from './quoted-values.js';
import type { LogRow } from './read-log.js';
import type { PlainText } from './read-plain.js';
import { findRelatedRules } from './related-rules.js';
import { listColumns, nameAnswerer } from './who-answered.js';

/** A pasted text, verbatim and as it is compared, with the log row that it holds. */
export interface ReadTrace {
  readonly trace: string;
  readonly text: PlainText;
  readonly log: LogRow | null;
  /** The language in which it is explained. */
  readonly words: ErrorWords;
  /** Names who wrote a code of the library, or (null) a text of a token policy. */
  readonly nameTokenPolicy: (idx: string | null) => AnsweredBy;
}

/** What a text without a code means. */
interface FoundPattern {
  readonly explanation: Explanation;
  /** Whether it is told even where a code says what failed. */
  readonly besideCodes: boolean;
}

/** The first text that fits; those that stand beside a code, too, however many. */
export function explainPatterns(read: ReadTrace): FoundPattern[] {
  const found: FoundPattern[] = [];
  // As it is, without escapes, and without the line breaks of a picture.
  const forms = [read.trace, read.text.plain, read.text.oneLine];
  for (const pattern of [...surroundingsPatterns, ...errorPatterns]) {
    const besideCodes = pattern.besideCodes === true;
    if (found.some(other => !other.besideCodes) && !besideCodes) continue;
    const explanation = explainPattern(pattern, read, forms);
    if (explanation !== null) found.push({ explanation, besideCodes });
  }
  return found;
}

function explainPattern(
  row: ErrorPattern<ErrorPatternName> | SurroundingsPattern<SurroundingsName>,
  read: ReadTrace,
  forms: readonly string[],
): Explanation | null {
  const { pattern, check, rules } = row;
  const { words } = read;
  const match = findFirst(pattern, forms);
  if (match === null) return null;
  const extracted = { ...extractErrorValues(read.trace), ...readClaim(match, read.text.plain) };
  const quotable = quotableValues(extracted);
  const { says, cures } = 'who' in row ? words.surroundings[row.name] : words.patterns[row.name];
  const explanation = [says, ...remarkOn(check, quotable, words), ...remarkOnWanted(quotable, words)].join(' ');
  const answeredBy = 'who' in row ? nameSurroundings(row.who, read) : read.nameTokenPolicy(null);
  return {
    idx: null,
    check,
    values: withoutTokens(extracted),
    explanation,
    cures,
    rules: findRelatedRules(null, check, rules),
    answeredBy,
  };
}

function findFirst(pattern: RegExp, forms: readonly string[]): RegExpExecArray | null {
  for (const form of forms) {
    const match = pattern.exec(form);
    if (match !== null) return match;
  }
  return null;
}

/** The claim that the text names, and the value that the policy wants, which stands behind its "=". */
function readClaim({ groups }: RegExpExecArray, plain: string): ErrorValues {
  const mismatch = /Claim value mismatch: {0,4}([^=\s"]{1,200})=([^"\s;,|]{0,200})/i.exec(plain);
  const wanted = (mismatch?.[2] ?? '').replace(/[.\\]{1,4}$/, '');
  const claim = groups?.['claim'] ?? groups?.['claim2'] ?? mismatch?.[1];
  return { ...(claim === undefined ? {} : { claim }), ...(wanted === '' ? {} : { wanted }) };
}

function remarkOnWanted({ claim, wanted }: ErrorValues, { whoRemarks }: ErrorWords): readonly string[] {
  return claim === undefined || wanted === undefined ? [] : [whoRemarks.wanted({ claim, wanted })];
}

function nameSurroundings(kind: SurroundingsPattern['who'], { log, words }: ReadTrace): AnsweredBy {
  const service = { client: words.who.browser(), management: words.who['saved-policy'](), policy: words.who['a-policy']() }[kind];
  return nameAnswerer(words, { kind, service: log?.source ?? service, certainty: 'observed', evidence: listColumns(words, log) });
}

/** Whether the text is the policy's own failed-validation-error-message, which says nothing about the reason. */
export function explainOwnText({ trace, words, nameTokenPolicy }: ReadTrace, tokenPolicies: readonly TokenPolicy[]): Explanation[] {
  const messages = tokenPolicies.map(({ element }) => findAttribute(element, 'failed-validation-error-message')?.value.value.trim() ?? '');
  const isOwn = messages.some(message => message.length > 3 && trace.includes(message));
  if (!isOwn) return [];
  const { says, cures } = words.patterns['own-text'];
  return [{ idx: null, check: null, values: {}, explanation: says, cures, rules: ['reason-hidden'], answeredBy: nameTokenPolicy(null) }];
}
