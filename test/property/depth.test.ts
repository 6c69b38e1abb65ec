// Nothing recurses over the nesting of a document.
import { describe, expect, test } from 'vitest';
import {
  createSampleTenant,
  decodeToken,
  diagnose,
  judgeText,
  makeFixes,
  predictDocument,
  readPolicies,
  rewrite,
  type Facts,
} from '../../src/core/index.js';
import { complete } from '../../src/core/language/complete.js';
import { foldings } from '../../src/core/language/foldings.js';
import { hover } from '../../src/core/language/hover.js';
import { outline } from '../../src/core/language/outline.js';
import { run } from '../../src/cli/run.js';
import { quietMachine } from '../harness/quiet-machine.js';
import { isLong } from '../harness/runs.js';

const now = 1798000000;
const ids = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};
const tenant = await createSampleTenant(ids);
const token = decodeToken((await tenant.mint('workforce-v2', now)).reveal());
const facts: Facts = { now, metadata: tenant.metadata, namedValues: {} };

const config = `<openid-config url="https://login.microsoftonline.com/${ids.tenant}/v2.0/.well-known/openid-configuration" />`;
const inbound = (content: string): string => `<policies>\n<inbound>\n${content}</inbound>\n</policies>\n`;
const jwt = (content: string): string => inbound(`<validate-jwt header-name="Authorization">\n${config}\n${content}</validate-jwt>\n`);

/** More than calls within calls that Node's stack has room for, however little each of them takes: about 11,000. */
const depth = isLong ? 20_000 : 12_000;
const nest = (open: string, inner: string, close: string): string => open.repeat(depth) + inner + close.repeat(depth);
const deep: Readonly<Record<string, string>> = {
  branches: inbound(nest('<choose><when condition="@(x)">', '<validate-jwt />', '</when></choose>')),
  'elements of the on-error section': `<policies><inbound><validate-jwt /></inbound><on-error>${nest('<a>', '<return-response />', '</a>')}</on-error></policies>`,
  'elements of a token policy': jwt(nest('<a>', '', '</a>')),
  'elements of a list that a rewrite carries': inbound(
    `<validate-azure-ad-token tenant-id="${ids.tenant}">
  <client-application-ids>
    <application-id>${ids.client}</application-id>
  </client-application-ids>
  <required-claims>
${nest('<a>', '<!-- c -->', '</a>\n')}
  </required-claims>
</validate-azure-ad-token>
`,
  ),
  lists: jwt(nest('<audiences>', '', '</audiences>')),
  'unclosed elements': `<policies><inbound>${'<retry>'.repeat(depth)}`,
  'a fragment': `<fragment>${nest('<choose><otherwise>', '<validate-azure-ad-token tenant-id="x" />', '</otherwise></choose>')}</fragment>`,
  'token policies': inbound('<validate-jwt>'.repeat(300) + '</validate-jwt>'.repeat(300)),
  'unclosed token policies': `<policies><inbound>${'<validate-azure-ad-token><backend-application-ids>'.repeat(300)}`,
};

describe('nested deeply', () => {
  test.each(Object.entries(deep))('%s', async (_, text) => {
    const withToken = { ...facts, token };
    const document = readPolicies(text);
    const failed: string[] = [];
    const findings = await diagnose(text, withToken, { onRuleError: code => failed.push(code) });
    expect(failed).toEqual([]);
    expect((await predictDocument(text, token, withToken)).predictions.length).toBe(document.tokenPolicies.length);
    const judged = await judgeText(text, withToken);
    for (const finding of findings.slice(0, 5)) await makeFixes(judged, finding);
    await rewrite(text, 'to-validate-jwt', undefined, withToken);
    await rewrite(text, 'to-validate-azure-ad-token', undefined, withToken);
    // What an editor is sent can be written as JSON.
    JSON.stringify([outline(document), foldings(document), findings]);
    complete(text, text.length >> 1);
    hover(document, text.length >> 1);
  });

  test('the command line checks it', async () => {
    let [output, errors] = ['', ''];
    const code = await run({
      argv: ['check', 'deep.xml', '--token', '-', '--format', 'json'],
      version: '0.0.0',
      ...quietMachine,
      readInput: () => Promise.resolve(new TextEncoder().encode(token.compact.reveal())),
      readFile: () => Promise.resolve(new TextEncoder().encode(deep['branches'])),
      kindOf: () => Promise.resolve('file'),
      isLink: () => Promise.resolve(false),
      listFolder: () => Promise.resolve([]),
      listEntries: () => Promise.resolve([]),
      replaceFile: () => Promise.reject(new Error('check writes no file')),
      writeOutput: text => {
        output += text;
        return Promise.resolve();
      },
      writeError: text => (errors += text),
      now: () => now,
      watchFile: () => () => undefined,
      serve: () => Promise.reject(new Error('check serves nothing')),
    });
    expect([code, errors]).toEqual([1, '']);
    expect(JSON.parse(output)).toMatchObject({ documents: [{ tokenPolicies: [{ kind: 'validate-jwt' }] }] });
  });
});
