import type { PanelActionName } from '../../panel-messages.js';
import type { SampleToken } from '../../protocol.js';
import type { View } from '../../view.js';
import type { CommandName } from '../command-names.js';
import type { TokenStore } from '../token/token-store.js';

const commands: Readonly<Record<PanelActionName, CommandName>> = {
  'decode-token': 'decodeToken',
  'decode-token-from-clipboard': 'decodeTokenFromClipboard',
  'fetch-metadata': 'showTenantMetadata',
  'clear-token': 'clearToken',
  'restore-token': 'restoreToken',
  'open-sample': 'openSample',
  'use-other-sample': 'openSample',
  'explain-gateway-error': 'explainGatewayError',
};

/** The command behind an action, and what it is told. */
export function commandOf(action: PanelActionName, { tokens }: Pick<TokenStore, 'tokens'>): [CommandName, readonly unknown[]] {
  switch (action) {
    case 'fetch-metadata':
      return [commands[action], [{ inPlace: true }]];
    case 'use-other-sample': {
      const sample = tokens.find(({ isInForce }) => isInForce)?.sample ?? null;
      return [commands[action], [sample === null ? undefined : otherSample[sample], { tokenOnly: true }]];
    }
    default:
      return [commands[action], []];
  }
}

/** The same tenant's token of the other version. */
const otherSample: Readonly<Record<SampleToken, SampleToken>> = {
  'external-id-v1': 'external-id-v2',
  'external-id-v2': 'external-id-v1',
  'workforce-v1': 'workforce-v2',
  'workforce-v2': 'workforce-v1',
};

/** What the user can do, the obvious next step first. */
export function listActions({ token, document, sources }: View, { former }: Pick<TokenStore, 'former'>): PanelActionName[] {
  const back: PanelActionName[] = former === null ? [] : ['restore-token'];
  if (token === null) return ['decode-token-from-clipboard', 'decode-token', ...back, 'open-sample', 'explain-gateway-error'];
  const missing = document !== null && sources.some(({ from, problem }) => from === null || problem !== null);
  return [
    ...(missing ? (['fetch-metadata'] as const) : []),
    ...(token.sample ? (['use-other-sample'] as const) : []),
    'decode-token-from-clipboard',
    'decode-token',
    ...back,
    'explain-gateway-error',
    'clear-token',
  ];
}
