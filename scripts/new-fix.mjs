// npm run new-fix CODE: a stub of what cures the findings of a rule, registered; then says what is left to do.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { root } from './run-command.mjs';
import { camelCase, giveUp, readName, Scaffold } from './scaffold.mjs';

const code = readName('new-fix', 'CODE');
const name = camelCase(code);
const registry = 'src/core/fixes/registry.ts';
if (!existsSync(path.join(root, 'src/core/rules', `${code}.ts`))) giveUp(`There is no rule ${code}. npm run new-rule ${code} makes one.`);
const scaffold = new Scaffold();

scaffold.add(
  `src/core/fixes/makers/${code}.ts`,
  `import { say } from '../../messages/message.js';
import type { FixMaker } from '../fix-maker.js';
import { buildFix } from '../writing/build-fix.js';

/** TODO: what it changes, and for which tokens that makes a difference. */
export const ${name}: FixMaker = {
  scope: 'policy',
  make(context) {
    const { start, end } = context.policy.element.nameSpan; // TODO: the place, found in the newest text
    const edits = [{ start, end, text: context.policy.kind }];
    // \`widens\`: a token that was refused may pass. \`neutral\` instead: no token gets another answer.
    return [buildFix(context, { title: say('fix-${code}', {}), edits, widens: true })];
  },
};
`,
);
scaffold.insert(
  'src/core/messages/english/fixes.ts',
  `  'fix-${code}': (): string => 'TODO: what the light bulb says',`,
  text => text === '};',
  text => text.startsWith('export const fixMessages'),
);
scaffold.insert(
  'src/core/messages/german/fixes.ts',
  `  'fix-${code}': () => 'TODO: was die Glühbirne sagt',`,
  text => text === '};',
  text => text.startsWith('export const fixMessages'),
);
scaffold.addImport(registry, name, `./makers/${code}.js`);
scaffold.addToCodes(registry, code, `  '${code}': ${name},`, text => text.startsWith('const makers'));

console.log(`Written:
${(await scaffold.write()).map(file => `  ${file}`).join('\n')}

What is left:
1. Replace each TODO in them.
2. UPDATE_FIXTURES=1 npm run test:rule ${code} writes fixed.xml beside the rule's fixtures: read it. Diagnosed again, the code must be gone.
3. npm test -- unit: fixes of generated policies are tried there, too.`);
