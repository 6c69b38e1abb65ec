import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { OnigScanner, OnigString, loadWASM } from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar } from 'vscode-textmate';

const require = createRequire(import.meta.url);

interface Contribution {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo: readonly string[];
}

/** Colours XML as VS Code does: its grammars of XML and C#, and the injections that the manifest contributes. */
export async function loadXmlGrammar(): Promise<IGrammar> {
  const wasm = readFileSync(require.resolve('vscode-oniguruma/release/onig.wasm'));
  await loadWASM(wasm.buffer.slice(wasm.byteOffset, wasm.byteOffset + wasm.byteLength));
  const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as { contributes: { grammars: readonly Contribution[] } };
  const files: Record<string, string> = {
    'text.xml': require.resolve('tm-grammars/grammars/xml.json'),
    'source.cs': require.resolve('tm-grammars/grammars/csharp.json'),
    ...Object.fromEntries(manifest.contributes.grammars.map(grammar => [grammar.scopeName, grammar.path])),
  };
  const registry = new textmate.Registry({
    onigLib: Promise.resolve({
      createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
      createOnigString: (text: string) => new OnigString(text),
    }),
    loadGrammar: scope => {
      const file = files[scope];
      return Promise.resolve(
        file === undefined ? null : textmate.parseRawGrammar(readFileSync(file, 'utf8'), file.endsWith('.json') ? file : `${file}.json`),
      );
    },
    getInjections: scope =>
      manifest.contributes.grammars.filter(grammar => grammar.injectTo.includes(scope)).map(grammar => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar('text.xml');
  if (grammar === null) throw new Error('the grammar of XML is missing');
  return grammar;
}

/** The scopes of the first character of each occurrence of `needle`, outermost first. */
export function scopesOf(grammar: IGrammar, text: string, needle: string): string[][] {
  let state = textmate.INITIAL;
  const found: string[][] = [];
  for (const line of text.split('\n')) {
    const { tokens, ruleStack } = grammar.tokenizeLine(line, state);
    state = ruleStack;
    for (let at = line.indexOf(needle); at >= 0; at = line.indexOf(needle, at + 1)) {
      found.push(tokens.find(token => token.startIndex <= at && at < token.endIndex)?.scopes ?? []);
    }
  }
  return found;
}
