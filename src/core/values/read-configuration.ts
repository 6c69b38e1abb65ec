// The overrides of APIOps for one environment: `configuration.<env>.yaml`.
import { LineMap } from '../text/line-map.js';
import { yamlMember, yamlRoot, yamlScalar, type YamlToken } from '../text/parse-yaml.js';
import type { ReadValue } from './value-file.js';

/**
 * Reads the named values of a file. They go by the names of their resources; who joins them to the folders learns their display names.
 * Placeholders `{#[NAME]#}` stay what they are. Never throws, whatever the text.
 */
export function readConfiguration(text: string): ReadValue[] {
  const lines = new LineMap(text);
  const list = yamlMember(yamlRoot(text), 'namedValues');
  if (list?.type !== 'block-seq' && list?.type !== 'flow-collection') return [];
  return list.items.flatMap(({ value }): ReadValue[] => {
    const name = yamlScalar(yamlMember(value, 'name'));
    const properties = yamlMember(value, 'properties');
    if (name === null || properties === null) return [];
    const shown = yamlScalar(yamlMember(properties, 'displayName')) ?? name;
    const isVault = isMap(yamlMember(properties, 'keyVault'));
    const secret = isVault || yamlScalar(yamlMember(properties, 'secret')) === 'true';
    const given = yamlMember(properties, 'value');
    const text = secret ? null : yamlScalar(given);
    if (text === null && !secret) return [];
    const line = lines.positionAt((given ?? properties).offset).line;
    return [{ kind: 'named-value', name: shown, text, sensitive: secret, line }];
  });
}

function isMap(token: YamlToken | null): boolean {
  return token?.type === 'block-map' || token?.type === 'flow-collection';
}
