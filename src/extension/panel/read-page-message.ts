import type { Copied, PageMessage, PanelActionName } from '../../panel-messages.js';
import type { Place } from '../../token-cards.js';

const actions: readonly PanelActionName[] = [
  'decode-token',
  'decode-token-from-clipboard',
  'fetch-metadata',
  'clear-token',
  'restore-token',
  'open-sample',
  'use-other-sample',
  'explain-gateway-error',
];

/** Nobody types more into a filter. */
const longestFilter = 200;

/** Reads what the page sent. Null where it is none of the page's messages: what comes from a page is never believed unseen. */
export function readPageMessage(raw: unknown): PageMessage | null {
  if (!isObject(raw)) return null;
  const { type, version } = raw;
  if (type === 'ready') return { type, shown: typeof raw['shown'] === 'number' ? raw['shown'] : null };
  return typeof version === 'number' ? readClick(raw, version) : null;
}

function readClick(raw: Readonly<Record<string, unknown>>, version: number): PageMessage | null {
  const { type, token, fix, station, path, address } = raw;
  switch (type) {
    case 'run': {
      const action = actions.find(name => name === raw['action']);
      return action === undefined ? null : { type, version, action };
    }
    case 'go-to': {
      const place = readPlace(raw['place']);
      return place === null ? null : { type, version, place, fixes: raw['fixes'] === true };
    }
    case 'copy': {
      const what = readCopied(raw['what']);
      return what === null ? null : { type, version, what };
    }
    case 'show-of-token': {
      const { personal, json, filter } = raw;
      if (typeof filter !== 'string' || filter.length > longestFilter) return null;
      return { type, version, personal: personal === true, json: json === true, filter };
    }
    case 'fix':
      return isCount(fix) ? { type, version, fix } : null;
    case 'go-to-station':
      return isCount(station) ? { type, version, station } : null;
    case 'go-to-cause':
      return { type, version, fixes: raw['fixes'] === true };
    case 'choose-path':
      return isCount(path) ? { type, version, path } : null;
    case 'use-token':
      return isCount(token) ? { type, version, token } : null;
    case 'compare':
      return token === null || isCount(token) ? { type, version, token } : null;
    case 'open-source':
      return typeof address === 'string' ? { type, version, address } : null;
    default:
      return null;
  }
}

function readCopied(raw: unknown): Copied | null {
  if (!isObject(raw)) return null;
  const { kind, finding, explanation, step, side, part, name } = raw;
  switch (kind) {
    case 'step':
      return isCount(finding) && isCount(step) ? { kind, finding, step } : null;
    case 'explained-step':
      return isCount(explanation) && isCount(step) ? { kind, explanation, step } : null;
    case 'difference':
      return side === 'found' || side === 'wanted' ? { kind, side } : null;
    case 'member': {
      if (part !== 'header' && part !== 'claims') return null;
      return name === null || typeof name === 'string' ? { kind, part, name } : null;
    }
    case 'gateway-text':
    case 'explanation':
    case 'report':
      return { kind };
    default:
      return null;
  }
}

function readPlace(raw: unknown): Place | null {
  if (!isObject(raw)) return null;
  const { start, end, line } = raw;
  return isCount(start) && isCount(end) && isCount(line) ? { start, end, line } : null;
}

function isCount(raw: unknown): raw is number {
  return Number.isSafeInteger(raw) && (raw as number) >= 0;
}

function isObject(raw: unknown): raw is Readonly<Record<string, unknown>> {
  return typeof raw === 'object' && raw !== null;
}
