import { providers } from '../knowledge/providers/list-providers.js';
import { say, type Message } from '../messages/message.js';
import { findConfiguration } from '../metadata/read-metadata.js';
import { asWritten, type PolicyValue } from '../policy/value.js';
import { maskPlaceholders, maskSign } from '../policy/masked-value.js';
import { findDiscovery } from '../microsoft/find-discovery.js';
import { judgeHost, type HostFault } from '../microsoft/meant-host.js';
import { readAddress } from '../microsoft/read-address.js';
import { discoveryPath } from '../microsoft/write-address.js';
import type { PolicyRule, Report } from './rule.js';

/** An openid-config url that cannot lead to an OpenID configuration. */
export const openidConfigUrl: PolicyRule = {
  scope: 'policy',
  code: 'openid-config-url',
  severity: 'error',
  certainty: 'documented',
  *check({ policy, facts }) {
    // A document that is at hand and the address that its owner documents prove themselves, however the address ends.
    const isProven = (address: string): boolean =>
      providers.some(({ document }) => document.value === address) || (findConfiguration(facts.metadata, address) ?? null) !== null;
    const flow = facts.token?.claims['tfp'] ?? facts.token?.claims['acr'];
    const userFlow = typeof flow === 'string' && /^B2C_1\w{0,120}$/i.test(flow) ? flow : null;
    for (const value of policy.openidConfigs) {
      const report = judge(asWritten(value), isProven, userFlow) ?? judgeFilled(value, isProven, userFlow);
      if (report !== null) yield { ...report, start: value.start, end: value.end };
    }
  },
};

/** What only the values that were filled in make wrong: nothing is suggested, for the policy goes on naming them. */
function judgeFilled(
  value: PolicyValue,
  isProven: (address: string) => boolean,
  userFlow: string | null,
): Omit<Report, 'start' | 'end'> | null {
  const report = value.filled === undefined ? null : judge(value, isProven, userFlow);
  return report && { ...report, data: { suggestion: null } };
}

/** The first thing that is wrong, so that one address is one finding. Placeholders are no text of their own, but part the address. */
function judge(value: PolicyValue, isProven: (address: string) => boolean, userFlow: string | null): Omit<Report, 'start' | 'end'> | null {
  const masked = maskPlaceholders(value);
  if (masked === null) return null;
  const address = masked.text.trim();
  const report = (
    message: (suggestion: string | null) => Message,
    wanted: string | null,
    isWarning = false,
  ): Omit<Report, 'start' | 'end'> => {
    const suggestion = wanted === null ? null : masked.restore(wanted);
    return { message: message(suggestion), data: { suggestion }, ...(isWarning ? { severity: 'warning' } : {}) };
  };
  if (address === '' || maskSign.test(address.slice(0, 1))) return null;
  if (!/^https:\/\//i.test(address)) return report(() => say('openid-config-url-http', {}), addScheme(address));
  const path = address.split(/[?#]/)[0] ?? '';
  // What ends in a placeholder may end in anything.
  if (maskSign.test(path.slice(-1))) return null;
  const endpoint = /^(.*?)\/oauth2(\/v2\.0)?\/(authorize|token)\/?(?:[?#][^]*)?$/i.exec(address);
  if (endpoint !== null) {
    // The query of B2C names the user flow; all others belong to a sign-in.
    const userFlow = /[?&](p=[^&#]+)/.exec(address)?.[1];
    const wanted = `${endpoint[1] ?? ''}${endpoint[2] ?? ''}${discoveryPath}${userFlow === undefined ? '' : `?${userFlow}`}`;
    // Where others keep their documents does not follow from their endpoints.
    const isMicrosoft = endpoint[2] !== undefined || readAddress(address).family !== 'other';
    return report(
      suggestion => say('openid-config-url-endpoint', { endpoint: endpoint[3] ?? '', suggestion }),
      isMicrosoft ? wanted : null,
    );
  }
  const plain = path.toLowerCase().replace(/\/{2,}/g, '/');
  if (!plain.endsWith(discoveryPath)) {
    if (isProven(address)) return null;
    return report(suggestion => say('openid-config-url-no-discovery', { suggestion }), findDiscovery(address), true);
  }
  const fault = isProven(address) ? null : judgeHost(address, userFlow);
  if (fault !== null) return report(suggestion => nameFault(fault, suggestion), fault.suggestion, fault.kind === 'misspelt');
  if (!/[^:]\/\//.test(path)) return null;
  return report(
    suggestion => say('openid-config-url-slashes', { suggestion: suggestion ?? '' }),
    address.replace(/([^:])\/{2,}/g, '$1/'),
    true,
  );
}

function nameFault({ kind, host, meant }: HostFault, suggestion: string | null): Message {
  if (kind === 'user-flow') return say('openid-config-url-user-flow', { suggestion });
  return say(kind === 'misspelt' ? 'openid-config-url-misspelt' : 'openid-config-url-tenant-name', { host, meant, suggestion });
}

/** The same address with https in front; null where it is none. */
function addScheme(address: string): string | null {
  if (/^http:/i.test(address)) return address.replace(/^http:/i, 'https:');
  const rest = /^(?:https?:?\/{0,2}|\/\/)?([\w-]+(?:\.[\w-]+)+(?::\d+)?\/.*)$/i.exec(address)?.[1];
  return rest === undefined ? null : `https://${rest}`;
}
