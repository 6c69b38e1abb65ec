import { expect, test } from 'vitest';
import {
  complete,
  hover,
  listFixGroups,
  listLines,
  makeFixes,
  offerFixes,
  readPolicies,
  rewriteEach,
  ValueBook,
  wordPolicy,
  wordVerdict,
  type Fix,
  type Judged,
  type Refusal,
} from '../../../src/core/index.js';
import { clouds } from '../../../src/core/knowledge/clouds.js';
import { judgeCase, listCases } from '../../harness/fixture-runner.js';
import { markedLanguage, outsideMarks } from '../../harness/marked-language.js';
import { Mint } from '../../harness/mint.js';

const mint = new Mint();

function tell(texts: readonly (string | null | undefined)[]): string[] {
  return texts.filter(text => typeof text === 'string').filter(text => !/^\d{3}$/.test(text) && outsideMarks(text) !== '');
}

function tellFix(result: Fix | Refusal): (string | undefined)[] {
  return 'reason' in result ? [result.reason] : [result.title, result.detail];
}

async function listFixTexts(judged: Judged, fixes: readonly Fix[]): Promise<(string | undefined)[]> {
  const offers = await offerFixes(judged, fixes);
  return [...fixes.flatMap(tellFix), ...offers.flatMap(({ title, after }) => [title, after?.words])];
}

test('all that is said of a policy is said in the language of the facts', async () => {
  const inEnglish: string[] = [];
  let count = 0;
  for (const { rule, name, folder } of listCases()) {
    const { judged, findings } = await judgeCase(folder, mint, markedLanguage);
    const texts: (string | null | undefined)[] = [];
    for (const finding of findings) {
      const gateway = listLines({ ...finding, title: '', detail: null }, markedLanguage);
      texts.push(finding.message, ...gateway, ...finding.nextSteps.map(({ what }) => what));
      texts.push(...(await listFixTexts(judged, await makeFixes(judged, finding))));
    }
    for (const group of await listFixGroups(judged, findings)) texts.push(group.title);
    for (const direction of ['to-validate-jwt', 'to-validate-azure-ad-token'] as const)
      for (const result of await rewriteEach(judged, direction, undefined)) texts.push(...tellFix(result));
    if (judged.verdict !== null) texts.push(...Object.values(wordVerdict(judged.verdict, judged.lines, markedLanguage)));
    for (const { prediction } of judged.policies) {
      if (prediction === null) continue;
      texts.push(wordPolicy(prediction, markedLanguage), ...(prediction.reports?.alternatives ?? []).map(({ because }) => because));
      texts.push(...prediction.checks.map(({ reason }) => (reason === null ? null : judged.discretion.explain(reason))));
    }
    count += texts.length;
    inEnglish.push(...tell(texts).map(text => `${rule}/${name}: ${text}`));
  }
  expect(count).toBeGreaterThan(3000);
  expect(inEnglish).toEqual([]);
});

const policy = `<policies>
  <inbound>
    <validate-jwt header-name="Authorization" failed-validation-httpcode="401" clock-skew="{{skew}}">
      <openid-config url="https://login.microsoftonline.com/organizations/v2.0/.well-known/openid-configuration" />
      <audiences>
        <audience>https://graph.microsoft.com</audience>
      </audiences>
      <required-claims>
        <claim name="scp" match="all" separator=" ">
          <value>@(context.User.Id)</value>
        </claim>
      </required-claims>
    </validate-jwt>
    <validate-azure-ad-token tenant-id="common">
      <client-application-ids>
        <application-id>04b07795-8ddb-461a-bbee-02f9e1bf7b46</application-id>
      </client-application-ids>
    </validate-azure-ad-token>
  </inbound>
</policies>`;

/** What is no sentence: names, titles of pages and of services, quoted in Markdown. */
function withoutMarkdown(text: string): string {
  return outsideMarks(text)
    .replace(/\*\*[^*]+\*\*/g, '')
    .replace(/---/g, '');
}

test('what stands beside a name or behind the cursor is said in the language', () => {
  const document = readPolicies(policy);
  const facts = { catalogue: markedLanguage };
  const said = [...policy].flatMap((_, offset) => [
    hover(document, offset, facts)?.markdown ?? '',
    ...complete(policy, offset, ['skew'], markedLanguage).map(({ documentation }) => documentation),
  ]);
  const [names, others] = [new Set(said.filter(text => text !== '')), clouds.map(({ title }) => title)];
  expect(names.size).toBeGreaterThan(40);
  expect([...names].filter(text => !others.includes(text)).filter(text => withoutMarkdown(text) !== '')).toEqual([]);
});

test('why a name has no value is said in the language', () => {
  const book = new ValueBook(markedLanguage);
  for (const name of ['dev', 'prod'])
    book.addFile(
      { path: name, set: null, form: 'terraform', values: [{ kind: 'named-value', name: 'a', text: name, sensitive: false, line: 1 }] },
      'found',
    );
  const { sources } = book.valuesFor('policy.xml', null, { namedValues: new Set(['a']), templateVariables: new Set() });
  expect(sources['a']?.problem).toBeDefined();
  expect(outsideMarks(sources['a']?.problem ?? '?')).toBe('');
});
