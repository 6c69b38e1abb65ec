// The overrides of APIOps for one environment: `configuration.<env>.yaml`.
import { CST } from 'yaml';
import { LineMap } from '../text/line-map.js';
import { parseYaml } from '../text/parse-yaml.js';
import type { ReadValue } from './value-file.js';

/**
 * Reads the named values of a file. They go by the names of their resources; who joins them to the folders learns their display names.
 * Placeholders `{#[NAME]#}` stay what they are. Never throws, whatever the text.
 */
export function readConfiguration(text: string): ReadValue[] {
  const lines = new LineMap(text);
  const root = parseYaml(text)?.find(token => token.type === 'document');
  const list = root?.type === 'document' ? memberOf(root.value, 'namedValues') : null;
  if (list?.type !== 'block-seq' && list?.type !== 'flow-collection') return [];
  return list.items.flatMap(({ value }): ReadValue[] => {
    const name = scalarOf(memberOf(value, 'name'));
    const properties = memberOf(value, 'properties');
    if (name === null || properties === null) return [];
    const shown = scalarOf(memberOf(properties, 'displayName')) ?? name;
    const isVault = isMap(memberOf(properties, 'keyVault'));
    const secret = isVault || scalarOf(memberOf(properties, 'secret')) === 'true';
    const given = memberOf(properties, 'value');
    const text = secret ? null : scalarOf(given);
    if (text === null && !secret) return [];
    const line = lines.positionAt((given ?? properties).offset).line;
    return [{ kind: 'named-value', name: shown, text, sensitive: secret, line }];
  });
}

function isMap(token: CST.Token | null): boolean {
  return token?.type === 'block-map' || token?.type === 'flow-collection';
}

/** A member of a map; null where there is none. */
function memberOf(token: CST.Token | null | undefined, name: string): CST.Token | null {
  if (token?.type !== 'block-map' && token?.type !== 'flow-collection') return null;
  for (const { key, value } of token.items) if (scalarOf(key) === name) return value ?? null;
  return null;
}

/** The text of a scalar; null for all else. */
function scalarOf(token: CST.Token | null | undefined): string | null {
  return token !== null && token !== undefined && isScalar(token) ? CST.resolveAsScalar(token).value : null;
}

function isScalar(token: CST.Token): token is CST.FlowScalar | CST.BlockScalar {
  return ['scalar', 'single-quoted-scalar', 'double-quoted-scalar', 'block-scalar'].includes(token.type);
}
