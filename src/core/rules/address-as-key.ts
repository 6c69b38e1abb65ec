import { say } from '../messages/message.js';
import { findDiscovery } from '../microsoft/find-discovery.js';
import { discoveryPath } from '../microsoft/write-address.js';
import { signingKeyElements } from '../policy/compared-values.js';
import { maskPlaceholders } from '../policy/masked-value.js';
import type { PolicyRule } from './rule.js';

/** An address where the gateway reads a key. */
export const addressAsKey: PolicyRule = {
  scope: 'policy',
  code: 'address-as-key',
  severity: 'error',
  certainty: 'documented',
  *check({ policy }) {
    for (const { value } of signingKeyElements(policy)) {
      const masked = maskPlaceholders(value);
      const address = masked?.text.trim() ?? '';
      if (masked === null || !/^https?:\/\//i.test(address)) continue;
      const path = address.split(/[?#]/)[0] ?? '';
      const wanted = path.toLowerCase().endsWith(discoveryPath) ? address : findDiscovery(address);
      const suggestion = wanted === null ? null : masked.restore(wanted);
      const { start, end } = value;
      yield { start, end, message: say('address-as-key', { suggestion }), data: { suggestion } };
    }
  },
};
