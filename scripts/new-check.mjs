// npm run new-check NAME: a stub of a check of the gateway, at the end of their order; then says what is left to do.
import { camelCase, readName, Scaffold } from './scaffold.mjs';

const name = readName('new-check', 'NAME');
const check = camelCase(`check-${name}`);
const order = 'src/core/gateway/checks/order.ts';
const scaffold = new Scaffold();

scaffold.add(
  `src/core/gateway/checks/${name}.ts`,
  `import type { CheckContext, ReadToken } from '../check-context.js';
import { fail, pass, type Checked } from '../outcome.js';

/** TODO: what the gateway tests here, and from where that is known. */
export function ${check}(context: CheckContext, token: ReadToken): Checked {
  if (token.claims['todo'] === undefined) return pass('${name}', { certainty: 'inferred' });
  // TODO: a reason of its own (gateway/reason.ts) with its sentence (messages/english), and the real test.
  return fail('${name}', context.engines, { certainty: 'inferred', reason: { code: 'client-missing', values: { claim: 'todo', accepted: [] } } });
}
`,
);
scaffold.addToUnion('src/core/gateway/prediction.ts', 'CheckName', `'${name}'`);
scaffold.addImport(order, check, `./${name}.js`);
scaffold.insert(
  order,
  `  ['${name}', ${check}],`,
  text => text.startsWith(']'),
  text => text.startsWith('export const checksAfterSignature'),
);

console.log(`Written:
${(await scaffold.write()).map(file => `  ${file}`).join('\n')}

What is left:
1. Replace each TODO in them, and put the check where it belongs in the gateway's order.
2. node_modules/.bin/tsc -b names every table that has to know the new check: its label, its rules, its explanation.
3. npm test -- unit`);
