import { decodeToken, explainError } from '../../src/core/index.js';
import type { Answer, Question } from './ask-oracle.js';

/** What Explain Gateway Error does not make of the library's message, in words. */
export function compareExplanation({ token }: Question, { idx = null, outcome, message, engine }: Answer): string[] {
  if (outcome !== 'fail' || message === undefined) return [];
  const [explanation] = explainError(message);
  if (explanation === undefined) return [`${engine}: not recognised: ${message.slice(0, 200)}`];
  if (explanation.idx !== idx) return [`${engine}: ${String(idx)} explained as ${String(explanation.idx)}`];
  if (explanation.explanation.includes('not known to this tool')) return [`${engine}: ${String(idx)} is not known`];
  const { header, claims } = readParts(token);
  const differences: string[] = [];
  const expectText = (name: string, found: string | undefined, value: unknown): void => {
    // Generation 8 shows characters that cannot be seen as escapes.
    if (typeof value === 'string' && !/[\p{Cc}\p{Cf}]/u.test(value) && found !== value)
      differences.push(`${engine}: ${name} ${String(found)} taken out of ${message.slice(0, 300)}`);
  };
  const { values } = explanation;
  if (idx === 'IDX10205' || idx === 'IDX40001') expectText('issuer', values.issuer, claims['iss'] ?? (idx === 'IDX40001' ? '' : undefined));
  if (/^IDX105(?:01|03|11)$/.test(idx ?? '') && header['kid'] !== '') expectText('kid', values.kid, header['kid']);
  if (idx === 'IDX10214' && message.includes('Audiences: ')) {
    const audiences = [claims['aud']].flat();
    if (audiences.every(audience => typeof audience === 'string'))
      expectText('audiences', values.audiences?.join(', '), audiences.length === 0 ? 'empty' : audiences.join(', '));
  }
  return differences;
}

function readParts(token: string): { readonly header: Record<string, unknown>; readonly claims: Record<string, unknown> } {
  const { header, claims } = decodeToken(token);
  return { header: header ?? {}, claims: claims ?? {} };
}
