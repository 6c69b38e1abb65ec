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
  if (type === 'copy') {
    const { finding, step } = raw;
    return isCount(finding) && isCount(step) ? { type, version, finding, step } : null;
  }
  if (type === 'go-to-station') return isCount(raw['station']) ? { type, version, station: raw['station'] } : null;
  if (type === 'go-to-cause') return { type, version, fixes: raw['fixes'] === true };
  if (type === 'choose-path') return isCount(raw['path']) ? { type, version, path: raw['path'] } : null;
  if (type === 'open-source') return typeof raw['address'] === 'string' ? { type, version, address: raw['address'] } : null;
  return null;
}

function readPlace(raw: unknown): Place | null {
  if (!isObject(raw)) return null;
  const { start, end, line } = raw;
  return isCount(start) && isCount(end) && isCount(line) ? { start, end, line } : null;
}

function isCount(raw: unknown): raw is number {
  return Number.isSafeInteger(raw) && (raw as number) >= 0;
}

function isObject(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null;
}
