import { identityAddedText } from '../knowledge/gateway-answers.js';
import type { ErrorWords } from '../messages/catalogue.js';
import type { Certainty } from '../certainty.js';
import type { AnswererKind, Explanation } from './explanation.js';
import type { LogRow } from './read-log.js';
import { squeeze, type PlainText } from './read-plain.js';
import { listColumns, nameAnswerer } from './who-answered.js';

type EvidenceName = keyof ErrorWords['evidence'];

/** What is known where no text of an answer was recognised: by the columns of a log, the answers in a trace, the form of a response. */
export function explainEvidence(text: PlainText, log: LogRow | null, words: ErrorWords): Explanation[] {
  const found =
    explainLog(log, words) ?? explainTraceOfBackend(text, words) ?? explainShape(text, words) ?? explainTokenEndpoint(text, words);
  return found === null ? [] : [found];
}

function explainLog(log: LogRow | null, words: ErrorWords): Explanation | null {
  if (log === null) return null;
  const { response, backend, source } = log;
  const isRefused = (status: number | 'empty' | null): boolean => status === 401 || status === 403;
  const evidence = listColumns(words, log);
  const policy = source ?? words.who['author-policy']();
  if (isRefused(backend)) {
    const isBroken = response !== null && response >= 500;
    return answer(words, isBroken ? 'log-broke-on-answer' : 'log-backend', 'backend', words.who['a-backend'](), 'documented', evidence);
  }
  if (source === 'configuration' && (response === 404 || backend === 'empty'))
    return answer(words, 'log-no-operation', 'gateway', words.who.routing(), 'documented', evidence);
  if (response !== null && response >= 500 && source !== null && typeof backend !== 'number')
    return answer(words, 'log-broke', 'policy', source, 'documented', evidence);
  if (!isRefused(response)) return null;
  if (source === 'authorization' && typeof backend !== 'number')
    return answer(words, 'log-key', 'gateway', words.who['subscription-key'](), 'documented', evidence);
  if (typeof backend === 'number')
    return answer(words, 'log-after-backend', 'policy', policy, source === null ? 'inferred' : 'documented', evidence);
  if (source !== null) return answer(words, 'log-policy', 'policy', source, 'documented', evidence);
  return backend === 'empty' ? answer(words, 'log-gateway', 'policy', policy, 'inferred', evidence) : null;
}

/** A trace has the answer of the backend behind the entry of forward-request. */
function explainTraceOfBackend({ squeezed }: PlainText, words: ErrorWords): Explanation | null {
  const forwarded = Math.max(squeezed.indexOf('forward-request'), squeezed.indexOf('request-forwarder'));
  if (forwarded < 0) return null;
  const refused = ['status:{code:401', 'status:{code:403'].some(status => squeezed.includes(status, forwarded));
  if (!refused) return null;
  const name = squeezed.slice(0, forwarded).includes(identityAdded) ? 'trace-backend-after-identity' : 'trace-backend';
  return answer(words, name, 'backend', words.who['a-backend'](), 'observed', [words.who.forwarded()]);
}

/** What a trace says of the policy that replaces the caller's token, squeezed. */
export const identityAdded = squeeze(identityAddedText);

/** A response as `curl -i` prints it: the last one where there are several. */
function explainShape({ plain }: PlainText, words: ErrorWords): Explanation | null {
  const start = Math.max(plain.lastIndexOf('HTTP/1'), plain.lastIndexOf('HTTP/2'), plain.lastIndexOf('HTTP/3'));
  if (start < 0 && /^(?:< )?www-authenticate: *bearer *$/im.test(plain))
    return answer(words, 'bare-challenge', 'undecided', words.who['empty-answer'](), 'inferred', [words.who['bare-challenge']()]);
  if (start < 0 || !/^HTTP\/[\d.]{1,3} +40[13]\b/.test(plain.slice(start, start + 20))) return null;
  const response = plain.slice(start).replaceAll('\r', '');
  const gap = response.indexOf('\n\n');
  const head = gap < 0 ? response : response.slice(0, gap);
  const body = gap < 0 ? '' : response.slice(gap).trim();
  if (/^<!doctype html|^<html/i.test(body))
    return answer(words, 'html-page', 'undecided', words.who['html-page'](), 'inferred', [words.who.html()]);
  const isEmpty = body === '' && (gap >= 0 || /^content-length: *0 *$/im.test(head));
  const saysMore = /^(?:www-authenticate: *(?!bearer *$)\S|content-length: *[1-9])/im.test(head);
  return isEmpty && !saysMore
    ? answer(words, 'empty-answer', 'undecided', words.who['empty-answer'](), 'inferred', [words.who['empty-body']()])
    : null;
}

const tokenErrors =
  /\berror["']? {0,4}[:=] {0,4}["']?(invalid_client|invalid_grant|unauthorized_client|unsupported_grant_type|invalid_scope|invalid_target|interaction_required|consent_required)\b/i;

function explainTokenEndpoint({ plain }: PlainText, words: ErrorWords): Explanation | null {
  const code = tokenErrors.exec(plain)?.[1];
  if (code === undefined) return null;
  return answer(words, 'token-endpoint', 'token-request', words.who['identity-provider'](), 'inferred', [words.who.code({ code })]);
}

function answer(
  words: ErrorWords,
  name: EvidenceName,
  kind: AnswererKind,
  service: string,
  certainty: Certainty,
  evidence: readonly string[],
): Explanation {
  const { says, cures } = words.evidence[name];
  return {
    idx: null,
    check: null,
    values: {},
    explanation: says,
    cures,
    rules: [],
    answeredBy: nameAnswerer(words, { kind, service, certainty, evidence }),
  };
}
