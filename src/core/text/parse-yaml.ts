import { Parser, type CST } from 'yaml';

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
