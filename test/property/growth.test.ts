// Eight times the document takes about eight times the time, not sixty-four times; and nothing is nested too deeply.
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
  runRules,
  type Facts,
} from '../../src/core/index.js';
import { complete } from '../../src/core/language/complete.js';
import { foldings } from '../../src/core/language/foldings.js';
import { hover } from '../../src/core/language/hover.js';
import { outline } from '../../src/core/language/outline.js';
import { run } from '../../src/cli/run.js';

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
const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

const wide: Readonly<Record<string, (count: number) => string>> = {
  'token policies': count =>
    inbound(
      many(
        count,
        index => `<validate-jwt header-name="A">${config}<audiences><audience>${String(index)}</audience></audiences></validate-jwt>\n`,
      ),
    ),
  'token policies in branches': count =>
    inbound(
      many(
        count,
        () =>
          '<choose><when condition="@(x)"><validate-jwt header-name="A" /></when><otherwise><validate-jwt header-name="B" /></otherwise></choose>\n',
      ),
    ),
  'branches of one choose': count =>
    inbound(`<choose>\n${many(count, () => '<when condition="@(x)"><validate-jwt header-name="A" /></when>\n')}</choose>\n`),
  'audiences that are named values': count =>
    jwt(`<audiences>${many(count, index => `<audience>{{name-${String(index)}}}</audience>\n`)}</audiences>\n`),
  'named values in one audience': count =>
    jwt(`<audiences><audience>${many(count, index => `{{name-${String(index)}}}`)}</audience></audiences>\n`),
  'required claims': count =>
    jwt(
      `<required-claims>${many(count, index => `<claim name="c${String(index)}" match="any"><value>a</value></claim>\n`)}</required-claims>\n`,
    ),
  'values of one claim': count =>
    jwt(
      `<required-claims><claim name="scp" match="any">${many(count, index => `<value>v${String(index)}</value>\n`)}</claim></required-claims>\n`,
    ),
  'signing keys': count =>
    jwt(`<issuer-signing-keys>${'<key>c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==</key>\n'.repeat(count)}</issuer-signing-keys>\n`),
  'unknown elements': count => jwt(many(count, index => `<audience-list-${String(index)} />\n`)),
  expressions: count =>
    jwt('') + inbound(many(count, index => `<set-variable name="v" value="@(context.Variables["x${String(index)}"] + ")" && a < b)" />\n`)),
  'suppression comments': count => jwt('<!-- apim-token-doctor-disable-next-line no-audience -->\n'.repeat(count)),
};

const work: Readonly<Record<string, (text: string) => unknown>> = {
  'diagnose without a token': text => diagnose(text, facts),
  'diagnose with a token': text => diagnose(text, { ...facts, token }),
  'show them': text => {
    const document = readPolicies(text);
    outline(document);
    foldings(document);
    hover(document, text.length >> 1);
    complete(text, text.length >> 1);
  },
};

/** Processor time, for the machine may be busy with something else; the least of several. In microseconds. */
async function measure(run: () => unknown): Promise<number> {
  let least = Infinity;
  for (let round = 0; round < 3; round++) {
    const before = process.cpuUsage();
    await run();
    const { user, system } = process.cpuUsage(before);
    least = Math.min(least, user + system);
  }
  return least;
}

describe('eight times as many', () => {
  const cases = Object.keys(wide).flatMap(shape => Object.keys(work).map(task => [shape, task] as const));
  test.each(cases)('%s: %s', async (shape, task) => {
    const [write, act] = [wide[shape], work[task]];
    if (write === undefined || act === undefined) throw new Error('no such case');
    const [small, large] = [write(150), write(1200)];
    const most = await measure(() => act(large));
    const least = await measure(() => act(small));
    // A search through all of them for each of them would take sixty-four times as long.
    expect(most / Math.max(least, 2000)).toBeLessThan(36);
  });

  test('findings are cured', async () => {
    const cure = async (count: number): Promise<void> => {
      const judged = await judgeText(wide['token policies']?.(count) ?? '', { ...facts, token });
      for (const finding of await runRules(judged)) await makeFixes(judged, finding);
    };
    const most = await measure(() => cure(400));
    expect(most / Math.max(await measure(() => cure(50)), 2000)).toBeLessThan(36);
  });
});

const depth = 20_000;
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
      readInput: () => Promise.resolve(new TextEncoder().encode(token.compact.reveal())),
      readFile: () => Promise.resolve(new TextEncoder().encode(deep['branches'])),
      kindOf: () => Promise.resolve('file'),
      replaceFile: () => Promise.reject(new Error('check writes no file')),
      writeOutput: text => {
        output += text;
        return Promise.resolve();
      },
      writeError: text => (errors += text),
      now: () => now,
      serve: () => Promise.reject(new Error('check serves nothing')),
    });
    expect([code, errors]).toEqual([1, '']);
    expect(JSON.parse(output)).toMatchObject({ documents: [{ tokenPolicies: [{ kind: 'validate-jwt' }] }] });
  });
});
