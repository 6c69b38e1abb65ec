import { readAddress } from '../microsoft/read-address.js';
import type { ErrorWords } from '../messages/catalogue.js';
import { undoEscapes } from './undo-escapes.js';
import { withoutEnd } from '../text/endings.js';

/** When the gateway learnt an algorithm: its own changelog. */
const releases: Readonly<Record<string, string>> = {
  PS256: 'February 2024',
  HS512: 'March 2024',
  RS512: 'March 2024',
  ES256: 'August 2024',
};

const documented = ['RS256', 'HS256', ...Object.keys(releases)];

/** What a message about keys, algorithms or documents says in passing. Empty where it says nothing. */
export function remarkOnKeys(idx: string, printed: string, { remarks }: ErrorWords): readonly string[] {
  if (!/^IDX(?:20|10634)/.test(idx)) return [];
  const message = undoEscapes(printed);
  if (/^IDX20/.test(idx)) return remarkOnAddress(message, remarks);
  const algorithm = /Algorithm: \W{0,12}([A-Za-z0-9]{2,12})/.exec(message)?.[1];
  if (algorithm === undefined) return [];
  if (/SymmetricSecurityKey/.test(message) && !algorithm.startsWith('HS')) return [remarks['key-symmetric']({ algorithm })];
  const release = releases[algorithm];
  if (release !== undefined) return [remarks['algorithm-newer']({ algorithm, release })];
  return documented.includes(algorithm) ? [] : [remarks['algorithm-undocumented']({ algorithm })];
}

function remarkOnAddress(message: string, remarks: ErrorWords['remarks']): readonly string[] {
  const address = /https?:[^\s'"<>\\&’]{3,2000}/i.exec(message)?.[0];
  if (address === undefined || /aka\.ms/i.test(address)) return [];
  // A sentence may end behind it.
  const { family, version } = readAddress(withoutEnd(address, '.,;:)]'));
  const isVersion1 = family === 'external-id' && version === 1;
  return [remarks.address({ address }), ...(isVersion1 ? [remarks['address-version-1']()] : [])];
}
