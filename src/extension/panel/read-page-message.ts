import type { PageMessage, PanelActionName } from '../../panel-messages.js';
import type { Place } from '../../view.js';

const actions: readonly PanelActionName[] = [
  'decode-token',
  'decode-token-from-clipboard',
  'show-tenant-metadata',
  'clear-token',
  'open-sample',
  'explain-gateway-error',
];

/** Reads what the page sent. Null where it is none of the page's messages: what comes from a page is never believed unseen. */
export function readPageMessage(raw: unknown): PageMessage | null {
  if (!isObject(raw)) return null;
  const { type, version } = raw;
  if (type === 'ready') return { type, shown: typeof raw['shown'] === 'number' ? raw['shown'] : null };
  if (typeof version !== 'number') return null;
  if (type === 'run') {
    const action = actions.find(name => name === raw['action']);
    return action === undefined ? null : { type, version, action };
  }
  if (type === 'go-to') {
    const place = readPlace(raw['place']);
    return place === null ? null : { type, version, place, fixes: raw['fixes'] === true };
  }
  if (type === 'open-source') return typeof raw['address'] === 'string' ? { type, version, address: raw['address'] } : null;
  return null;
}

function readPlace(raw: unknown): Place | null {
  if (!isObject(raw)) return null;
  const { start, end, line } = raw;
  const fits = [start, end, line].every(part => Number.isSafeInteger(part) && (part as number) >= 0);
  return fits ? { start: start as number, end: end as number, line: line as number } : null;
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null;
}
