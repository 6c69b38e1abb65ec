import type { SentHeader } from '../../token/sent-header.js';
import type { CheckContext } from '../check-context.js';
import type { UnknownValue } from '../../messages/english/gateway-form.js';
import { readHeaderValue } from '../../policy/scheme-reading.js';
import { fail, pass, uncertain, unresolved, type Checked } from '../outcome.js';
import { checkSentElsewhere, checkSentHeader } from './sent-header.js';

const places = ['header-name', 'query-parameter-name', 'token-value'] as const;

/**
 * Where the gateway looks for the token. The text that is judged is what stands there, after the scheme; `sent` is the header that it was pasted
 * in, where it was.
 */
export function checkSource(context: CheckContext, text: string, sent?: SentHeader): Checked {
  const { policy } = context;
  if (text === '') {
    // The documentation's own example of a default message, for both policies.
    return fail('source', { certainty: 'documented', message: 'JWT not present.', reason: { code: 'token-empty', values: {} } });
  }
  const given = places.filter(place => policy.attributes[place] !== undefined);
  if (given.length > 1)
    return uncertain('source', { certainty: 'documented', reason: { code: 'source-several', values: { places: given } } });
  const [place] = given;
  if (place === 'token-value') return judgeTokenValue(context);
  if (place === 'query-parameter-name') return judgeQuery(context, sent);
  if (place === undefined && policy.kind === 'validate-jwt') {
    return uncertain('source', { certainty: 'documented', reason: { code: 'source-none', values: {} } });
  }
  return judgeHeader(context, sent);
}

function judgeQuery(context: CheckContext, sent: SentHeader | undefined): Checked {
  const value = context.policy.attributes['query-parameter-name'];
  const known = value === undefined ? null : context.know(value);
  if (known === null || !known.known) return valueUnknown('query-parameter-name', known?.missing ?? []);
  const elsewhere = sent === undefined ? null : checkSentElsewhere(sent, known.text);
  if (elsewhere !== null) return elsewhere;
  return pass('source', { certainty: 'documented', reason: { code: 'source-query', values: { parameter: known.text } } });
}

function judgeHeader(context: CheckContext, sent: SentHeader | undefined): Checked {
  const headerValue = context.policy.attributes['header-name'];
  const header = headerValue === undefined ? { known: true as const, text: 'Authorization' } : context.know(headerValue);
  if (!header.known) return valueUnknown('header-name', header.missing);
  const schemeValue = context.policy.attributes['require-scheme'];
  const scheme = schemeValue === undefined ? null : context.know(schemeValue);
  if (header.text.toLowerCase() !== 'authorization') {
    const judged = sent === undefined ? null : checkSentHeader(sent, { name: header.text, scheme: null });
    if (judged !== null) return judged;
    const written = scheme === null ? null : scheme.known ? scheme.text : scheme.missing.join(' ');
    return pass('source', {
      certainty: 'documented',
      reason: { code: 'source-custom-header', values: { header: header.text, scheme: written } },
    });
  }
  if (scheme !== null && !scheme.known) return valueUnknown('require-scheme', scheme.missing);
  // validate-azure-ad-token reads the Authorization header with the scheme Bearer unless it says otherwise.
  const text = scheme?.text ?? (context.policy.kind === 'validate-azure-ad-token' ? 'Bearer' : null);
  const judged = sent === undefined ? null : checkSentHeader(sent, { name: header.text, scheme: text });
  return (
    judged ?? pass('source', { certainty: 'documented', reason: { code: 'source-header', values: { header: header.text, scheme: text } } })
  );
}

function judgeTokenValue(context: CheckContext): Checked {
  const value = context.policy.attributes['token-value'];
  if (value === undefined) return valueUnknown('token-value', []);
  const known = context.know(value);
  if (known.known) {
    if (/^\s*Bearer\b/i.test(known.text)) {
      return fail('source', { certainty: 'documented', reason: { code: 'source-token-value-with-scheme', values: {} } });
    }
    return uncertain('source', { certainty: 'inferred', reason: { code: 'source-token-value-fixed', values: {} } });
  }
  const reading = readHeaderValue(value.value);
  if (reading === 'whole')
    return uncertain('source', { certainty: 'documented', reason: { code: 'source-token-value-with-scheme', values: {} } });
  if (reading === 'stripped') {
    return pass('source', { certainty: 'inferred', reason: { code: 'source-token-value-stripped', values: {} } });
  }
  return unresolved('source', known.missing, {
    certainty: 'documented',
    reason: { code: 'source-token-value', values: { expression: value.value } },
  });
}

function valueUnknown(what: UnknownValue, missing: readonly string[]): Checked {
  return unresolved('source', missing, { certainty: 'documented', reason: { code: 'value-unknown', values: { what, missing } } });
}
