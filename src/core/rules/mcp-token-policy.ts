import { say } from '../messages/message.js';
import type { PathRule } from './rule.js';

/**
 * A token policy of an API that is an MCP server, where nothing on the path writes the header by which an MCP client finds the authorization
 * server. Silent where a document of the path names `resource_metadata`.
 */
export const mcpTokenPolicy: PathRule = {
  scope: 'path',
  code: 'mcp-token-policy',
  severity: 'information',
  certainty: 'observed',
  *check({ document, path: { around } }) {
    if (around?.met.scope !== 'api' || around.api?.isMcp !== true) return;
    const met = around.upward.flatMap(({ policy }) => [...policy.scopes, ...policy.fragments]);
    if (met.some(({ source }) => /resource_metadata/i.test(source.document.text))) return;
    for (const { section, element } of document.tokenPolicies) {
      if (section !== 'inbound') continue;
      yield { ...element.nameSpan, message: say('mcp-token-policy', {}) };
      return;
    }
  },
};
