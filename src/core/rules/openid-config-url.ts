import { say } from '../messages/message.js';
import type { PolicyValue } from '../policy/value.js';
import type { PolicyRule, Report } from './rule.js';

const discovery = '/.well-known/openid-configuration';

/** An openid-config url that cannot lead to an OpenID configuration. */
export const openidConfigUrl: PolicyRule = {
  scope: 'policy',
  code: 'openid-config-url',
  summary: 'An openid-config url that is no address of an OpenID configuration.',
  severity: 'error',
  certainty: 'documented',
  *check({ policy }) {
    for (const value of policy.openidConfigs) {
      const report = judge(value);
      if (report !== null) yield { ...report, start: value.start, end: value.end };
    }
  },
};

/** The first thing that is wrong, so that one address is one finding. */
function judge(value: PolicyValue): Omit<Report, 'start' | 'end'> | null {
  const address = value.value.trim();
  const known = value.state === 'literal';
  if (address === '') return null;
  if (/^http:/i.test(address))
    return { message: say('openid-config-url-http', {}), data: { suggestion: address.replace(/^http:/i, 'https:') } };
  if (!known) return null;
  if (!/^https:\/\//i.test(address)) return { message: say('openid-config-url-http', {}), data: { suggestion: null } };
  const endpoint = /^(.*?)\/oauth2(\/v2\.0)?\/(authorize|token)\/?(?:[?#].*)?$/i.exec(address);
  if (endpoint !== null) {
    const suggestion = `${endpoint[1] ?? ''}${endpoint[2] ?? ''}${discovery}`;
    return { message: say('openid-config-url-endpoint', { endpoint: endpoint[3] ?? '', suggestion }), data: { suggestion } };
  }
  const path = address.split(/[?#]/)[0] ?? '';
  if (
    !path
      .toLowerCase()
      .replace(/\/{2,}/g, '/')
      .endsWith(discovery)
  ) {
    const suggestion = /\/v2\.0\/?$/i.test(path) ? path.replace(/\/?$/, discovery) : null;
    return { message: say('openid-config-url-no-discovery', { suggestion }), severity: 'warning', data: { suggestion } };
  }
  if (/[^:]\/\//.test(path)) {
    const suggestion = address.replace(/([^:])\/{2,}/g, '$1/');
    return { message: say('openid-config-url-slashes', { suggestion }), severity: 'warning', data: { suggestion } };
  }
  return null;
}
