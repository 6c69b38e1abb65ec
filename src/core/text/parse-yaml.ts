import { CST, Parser } from 'yaml';

/** A piece of YAML with its place. */
export type YamlToken = CST.Token;

/** The tokens of a text of YAML, with their places. Null where it is nested so deeply (some thousand levels) that the package gives up. */
export function parseYaml(text: string): CST.Token[] | null {
  try {
    return [...new Parser().parse(text)];
  } catch (error) {
    // The package recurses over nesting.
    if (error instanceof RangeError) return null;
    throw error;
  }
}

/** The value of the first document of a text; null where there is none. */
export function yamlRoot(text: string): YamlToken | null {
  const document = parseYaml(text)?.find(token => token.type === 'document');
  return document?.type === 'document' ? (document.value ?? null) : null;
}

/** The members of a map; none of all else. */
export function yamlMembers(token: YamlToken | null | undefined): { readonly name: string | null; readonly value: YamlToken | null }[] {
  if (token?.type !== 'block-map' && token?.type !== 'flow-collection') return [];
  return token.items.map(({ key, value }) => ({ name: yamlScalar(key), value: value ?? null }));
}

/** A member of a map; null where there is none. */
export function yamlMember(token: YamlToken | null | undefined, name: string): YamlToken | null {
  return yamlMembers(token).find(member => member.name === name)?.value ?? null;
}

/** The text of a scalar; null for all else. */
export function yamlScalar(token: YamlToken | null | undefined): string | null {
  return token !== null && token !== undefined && isScalar(token) ? CST.resolveAsScalar(token).value : null;
}

function isScalar(token: YamlToken): token is CST.FlowScalar | CST.BlockScalar {
  return ['scalar', 'single-quoted-scalar', 'double-quoted-scalar', 'block-scalar'].includes(token.type);
}
