import { languageOf, readMetadata, render, say, showInvisible, type Facts } from '../../core/index.js';
import { listKeyIds, summarizeDocument } from './source-rows.js';

/** A document as text to read: comments that compare it with the token, then the JSON. No comment ends before its line does, whatever it quotes. */
export function describeDocument(address: string, document: unknown, facts: Facts): string {
  const comments = [address, sentenceAboutOrigin(address, facts), ...compare(document, facts)];
  return `${comments.map(line => `// ${showInvisible(line)}\n`).join('')}\n${JSON.stringify(document, null, 2)}\n`;
}

function sentenceAboutOrigin(address: string, facts: Facts): string {
  const { sources, now } = facts;
  const source = sources?.[address];
  const ago = source?.at === undefined ? null : Math.max(0, now - source.at);
  return render(say('document-origin', { from: source?.from ?? 'file', ago }), languageOf(facts));
}

/** What the document says about the token in force: its issuer, or its key. */
function compare(document: unknown, facts: Facts): string[] {
  const { token } = facts;
  const catalogue = languageOf(facts);
  const ids = listKeyIds(document);
  const configuration = readMetadata(document);
  if (ids !== null) {
    const kid = token?.header['kid'];
    const summary = summarizeDocument('key-set', document, catalogue) ?? '';
    return [summary, ...(typeof kid === 'string' ? [render(say('key-compared', { kid, found: ids.includes(kid) }), catalogue)] : [])];
  }
  if (configuration === null) return [render(say('not-readable', { kind: 'configuration' }), catalogue)];
  const issuer = token?.claims['iss'];
  if (typeof issuer !== 'string' || configuration.issuer === null) return [];
  return [render(say('issuer-compared', { issuer, same: issuer === configuration.issuer }), catalogue)];
}
