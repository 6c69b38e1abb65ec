// What is kept from one version of a text to the next says, finding for finding, what is said of that text from nothing.
import path from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { KeptAnswers, KeptFindings, readPolicies } from '../../src/core/index.js';
import { listCases, openCase } from '../harness/fixture-runner.js';
import { Mint } from '../harness/mint.js';
import { seedOr, times } from '../harness/runs.js';

const mint = new Mint();
const fixtures = path.join(import.meta.dirname, '../fixtures');
const cases = await Promise.all(listCases().map(async each => ({ ...each, ...(await openCase(each.folder, mint)) })));
const keep = (): { answers: KeptAnswers; findings: KeptFindings } => ({ answers: new KeptAnswers(), findings: new KeptFindings() });

/** The text moved: by lines before it, by lines in it, by a statement before the others, by a token policy of its own, and back again. */
function* moveText(text: string): Iterable<string> {
  yield text;
  yield `<!-- moved -->\r\n\n${text}`;
  yield text.replace(/<(inbound|fragment)>/, '<$1>\n  <!-- moved -->\n  <set-variable name="a" value="@(1 + 1)" />');
  yield text.replace(/<(inbound|fragment)>/, '<$1><validate-jwt header-name="X" />');
  yield text.replace(/<(validate-[a-z-]+)/, '<!-- apim-token-doctor-disable-next-line no-audience -->\n<$1');
  yield text;
}

describe('wherever a token policy stands now, the same is said of it', () => {
  const folders = [...new Set(cases.map(({ rule }) => rule))].map(rule => [rule] as const);
  test.each(folders)('%s', async rule => {
    for (const { name, text, diagnose, ...each } of cases) {
      if (each.rule !== rule) continue;
      const kept = keep();
      for (const moved of moveText(text)) expect([name, await diagnose(moved, 0, kept)]).toEqual([name, await diagnose(moved, 0)]);
    }
  });
});

/** What stands around token policies and decides what is said of them. */
const pieces = [
  '<base />',
  '<choose><when condition="@(true)">',
  '</when><otherwise>',
  '</otherwise></choose>',
  '</inbound><outbound>',
  '<!-- apim-token-doctor-disable-next-line no-audience metadata-needed -->\n',
  '<set-variable name="tenant" value="@(context.Request.Headers["Authorization"].AsJwt().Claims["tid"])" />',
  '<set-variable name="audience" value="@(((Jwt)context.Variables["jwt"]).Claims["aud"])" />',
  '<set-header name="Authorization" exists-action="override"><value>Basic x</value></set-header>',
  '<return-response />',
  '{{tenant}}',
  '{{audience}}',
  '\r\n',
  '<',
  '>',
  '"',
  'x',
  ' ',
  '%{ if a }',
  '%{ endif }',
];
const policiesOf = (text: string): string[] => readPolicies(text).tokenPolicies.map(({ start, end }) => text.slice(start, end));
const policies = cases.flatMap(({ text }) => policiesOf(text));
/** Of whom more is said, or less, by what stands around them. */
const dependent = cases
  .filter(({ rule }) => ['any-tenant', 'no-audience', 'metadata-version'].includes(rule))
  .flatMap(({ text }) => policiesOf(text));

type Edit = (text: string) => string;
const at = (text: string, place: number): number => Math.floor(place * (text.length + 1));

const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const between = (text: string, where: number): number => {
  const ends = [...text.matchAll(/>\s*(?=<)/g)].map(match => match.index + match[0].length);
  return ends[Math.floor(where * ends.length)] ?? text.length;
};
const edit: fc.Arbitrary<Edit> = fc.oneof(
  // A statement, or a piece of one, between two tags; a character anywhere; a stretch taken away or put elsewhere.
  fc.tuple(place, fc.constantFrom(...pieces, ...policies)).map(
    ([where, piece]): Edit =>
      text =>
        text.slice(0, between(text, where)) + piece + text.slice(between(text, where)),
  ),
  fc.tuple(place, fc.constantFrom(...pieces)).map(
    ([where, piece]): Edit =>
      text =>
        text.slice(0, at(text, where)) + piece + text.slice(at(text, where)),
  ),
  fc.tuple(place, fc.nat(12)).map(
    ([where, length]): Edit =>
      text =>
        text.slice(0, at(text, where)) + text.slice(at(text, where) + length),
  ),
  fc.tuple(place, place).map(([from, to]): Edit => text => {
    const [one, other] = [between(text, from), between(text, to)].sort((a, b) => a - b);
    return text.slice(0, one) + text.slice(other) + text.slice(one, other);
  }),
);

const rounds = fc.record({
  // The token, the documents and the values are those of a case.
  name: fc.constantFrom(...cases.map(({ rule, name }) => `${rule}/${name}`)),
  first: fc.array(fc.oneof(fc.constantFrom(...policies), fc.constantFrom(...dependent)), { minLength: 1, maxLength: 6 }),
  steps: fc.array(fc.record({ edit, takesBack: fc.boolean(), later: fc.nat(40) }), { minLength: 4, maxLength: 12 }),
});

test('over chains of edits, with a token and without, through states that break', async () => {
  let whole = 0;
  await fc.assert(
    fc.asyncProperty(rounds, async ({ name, first, steps }) => {
      const { diagnose } = await openCase(path.join(fixtures, name), mint);
      const kept = keep();
      const start = `<policies>\n<inbound>\n<base />\n${first.join('\n')}\n</inbound>\n</policies>\n`;
      let [text, now] = [start, 0];
      for (const { edit: change, takesBack, later } of [{ edit: (same: string) => same, takesBack: false, later: 0 }, ...steps]) {
        const edited = change(text);
        const states = takesBack ? [edited, text] : [edited];
        now += later;
        for (const state of states) {
          whole += readPolicies(state).break === null ? 1 : 0;
          expect({ state, said: await diagnose(state, now, kept) }).toEqual({ state, said: await diagnose(state, now) });
        }
        text = states.at(-1) ?? text;
      }
    }),
    { seed: seedOr(20261130), numRuns: times(40) },
  );
  expect(whole).toBeGreaterThan(100);
});

test('what is kept of token policies holds none of the texts in which they were read', async () => {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  const { diagnose } = await openCase(path.join(fixtures, 'audience-mismatch/other-api'), mint);
  const kept = keep();
  const count = 40;
  const written = Array.from({ length: count }, (_, index) => index);
  const heap: number[] = [];
  const far = 'far away '.repeat(120_000);
  for (let edit = 0; edit <= count; edit++) {
    if (edit > 0) written[edit - 1] = edit + 1000;
    const said = written.map(
      each => `<validate-jwt header-name="Authorization" clock-skew="a number of seconds ${each}">
  <openid-config url="https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration" />
  <audiences><audience>api://orders-of-number-${each}</audience></audiences>
</validate-jwt>`,
    );
    // Joined anew, or each text would hold the one before by itself.
    const text = ['<policies><!--', far, '--><inbound><base />', ...said, '</inbound></policies>'].join('\n');
    expect((await diagnose(text, 0, kept)).length).toBeGreaterThan(count);
    if (edit % (count - 1) !== 1) continue;
    collect();
    heap.push(process.memoryUsage().heapUsed);
  }
  expect(heap).toHaveLength(2);
  expect(((heap[1] ?? 0) - (heap[0] ?? 0)) / far.length).toBeLessThan(10);
});
