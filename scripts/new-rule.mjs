// npm run new-rule CODE: the rule, its sentence, its fixture and its page as stubs, registered; then says what is left to do.
import { mustRun, runNode } from './run-command.mjs';
import { camelCase, readName, Scaffold } from './scaffold.mjs';

const code = readName('new-rule', 'CODE');
const name = camelCase(code);
const registry = 'src/core/rules/registry.ts';
const example = '<validate-jwt header-name="Authorization" require-scheme="Bearer">\n  <!-- TODO -->\n</validate-jwt>';
const scaffold = new Scaffold();

scaffold.add(
  `src/core/rules/${code}.ts`,
  `import { say } from '../messages/message.js';
import type { PolicyRule } from './rule.js';

/** TODO: what is wrong, and when this stays silent. */
export const ${name}: PolicyRule = {
  scope: 'policy',
  code: '${code}',
  severity: 'warning',
  certainty: 'inferred',
  *check({ policy }) {
    if (policy.kind !== 'validate-jwt') return; // TODO: look for what is wrong
    yield { ...policy.element.nameSpan, message: say('${code}', { policy: policy.kind }) };
  },
};
`,
);
scaffold.insert(
  'src/core/messages/english/structure.ts',
  `  '${code}': ({ policy }: { readonly policy: string }): string => \`TODO: what is wrong with \${policy}, and what to do about it.\`,`,
  text => text === '};',
  text => text.startsWith('export const structureMessages'),
);
scaffold.addToCodes(
  'src/core/messages/english/rule-summaries.ts',
  code,
  `  '${code}': 'TODO: one line, for settings and the list of rules.',`,
  text => text.startsWith('export const ruleSummaries'),
);
scaffold.insert(
  'src/core/messages/german/structure.ts',
  `  '${code}': ({ policy }) => \`TODO: was an \${policy} nicht stimmt und was zu tun ist.\`,`,
  text => text === '};',
  text => text.startsWith('export const structureMessages'),
);
scaffold.addToCodes(
  'src/core/messages/german/rule-summaries.ts',
  code,
  `  '${code}': 'TODO: eine Zeile, für Einstellungen und die Liste der Regeln.',`,
  text => text.startsWith('export const ruleSummaries'),
);
scaffold.addImport(registry, name, `./${code}.js`);
scaffold.addToCodes(registry, code, `  '${code}': ${name},`, text => text.startsWith('export const rulesByCode'));
scaffold.addToCodes('src/core/rule-codes.ts', code, `  '${code}',`, text => text.startsWith('export const ruleCodes'));
scaffold.add(`test/fixtures/${code}/example/policy.xml`, `<policies>\n<inbound>\n${example}\n</inbound>\n</policies>\n`);
scaffold.add(
  `docs/rules/${code}.md`,
  `# ${code}

TODO: what is wrong.

## Why

TODO: what it leads to.

## What to do

TODO.

## Wrong

\`\`\`xml wrong
${example}
\`\`\`

## Right

\`\`\`xml right
${example}
\`\`\`

## Source

TODO: the documentation, the library or the reports from which it is known.
`,
);

const files = await scaffold.write();
await mustRun(runNode(['scripts/generate.mjs']), 'npm run generate');
console.log(`Written:
${files.map(file => `  ${file}`).join('\n')}
and, generated from the rule, package.json and docs/rules/README.md.

What is left:
1. Replace each TODO in them; name in silencedBy what says the same better. If the sentence fits better elsewhere, move it within src/core/messages/english, and its German one within src/core/messages/german.
2. npm run test:rule ${code}
3. UPDATE_FIXTURES=1 npm run test:rule ${code} writes test/fixtures/${code}/example/expected.txt: read it.
4. npm run generate, when a sentence, the summary, severity or certainty has changed.
5. Add a policy that looks alike and is right to test/fixtures/ok, and a line to CHANGELOG.md.`);
