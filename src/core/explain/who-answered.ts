import type { ErrorWords } from '../messages/catalogue.js';
import type { AnsweredBy } from './explanation.js';
import type { FoundAnswer } from './match-answers.js';
import type { LogRow } from './read-log.js';
import type { PlainText } from './read-plain.js';

/** Says in one sentence who answered. */
export function nameAnswerer(
  words: ErrorWords,
  known: Omit<AnsweredBy, 'sentence' | 'others'> & { readonly others?: readonly string[] },
): AnsweredBy {
  const { kind, service, certainty, others = [] } = known;
  return { ...known, others, sentence: words.answered[kind]({ service, probably: certainty === 'inferred' }) };
}

/** Who wrote an answer of the tables. A code of the backend in the same log proves it. */
export function nameByAnswer(words: ErrorWords, { row, sign }: FoundAnswer, log: LogRow | null): AnsweredBy {
  const isProved = row.who === 'backend' && log !== null && log.response !== null && log.response === log.backend;
  return nameAnswerer(words, {
    kind: row.who,
    service: row.service,
    certainty: isProved ? 'documented' : row.certainty,
    evidence: [words.who.text({ text: sign }), ...listColumns(words, log)],
    others: row.others ?? [],
  });
}

/** The columns of a log row, in words. */
export function listColumns(words: ErrorWords, log: LogRow | null): readonly string[] {
  if (log === null) return [];
  const { response, backend, source } = log;
  return [
    response === null ? null : words.who.column({ name: 'ResponseCode', value: String(response) }),
    backend === 'empty' ? words.who['column-empty']({ name: 'BackendResponseCode' }) : null,
    typeof backend === 'number' ? words.who.column({ name: 'BackendResponseCode', value: String(backend) }) : null,
    source === null ? null : words.who.column({ name: 'LastErrorSource', value: source }),
  ].filter(column => column !== null);
}

const tokenPolicies = ['validate-azure-ad-token', 'validate-jwt'];

/**
 * Names who wrote a text of a token policy (`idx` null), or a code of the validation library: the token policy that the text names, or either one;
 * or a backend of .NET, which uses the same library, where nothing speaks of the gateway. What the text holds is looked for once.
 */
export function openTokenPolicies(
  words: ErrorWords,
  { squeezed, words: written, plain }: PlainText,
  log: LogRow | null,
): (idx: string | null) => AnsweredBy {
  const mentioned = tokenPolicies.filter(name => written.has(name));
  const named = log?.source ?? (mentioned.length === 1 ? (mentioned[0] ?? null) : null);
  const isGateway = mentioned.length > 0 || ['JWT Validation Failed', 'LastError'].some(sign => plain.includes(sign));
  const isEntra = squeezed.includes('azureadjwt');
  const isJwt = ['jwtnotpresent', 'invalidjwt', 'claimvaluemismatch:'].some(sign => squeezed.includes(sign));
  const columns = listColumns(words, log);
  return idx => {
    const evidence = [
      idx === null ? words.who['token-policy-text']() : words.who['library-code'](),
      ...(named !== null && log?.source !== named ? [words.who.text({ text: named })] : []),
      ...columns,
    ];
    if (named !== null) return nameAnswerer(words, { kind: 'policy', service: named, certainty: 'documented', evidence });
    // Codes IDX400xx come from the issuer validator of Microsoft Entra ID.
    const isEntraCode = idx !== null && /^IDX400/.test(idx);
    const either = isJwt ? 'validate-jwt' : words.who['either-token-policy']();
    const service = isEntra || isEntraCode ? 'validate-azure-ad-token' : either;
    return isGateway || idx === null
      ? nameAnswerer(words, { kind: 'policy', service, certainty: 'observed', evidence })
      : nameAnswerer(words, { kind: 'policy', service, certainty: 'inferred', evidence, others: [words.who['backend-log']()] });
  };
}
