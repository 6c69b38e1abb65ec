// What a request passes on its path, and what each way through an undecided `choose` leads to.
import { describe, expect, it } from 'vitest';
import { judgePath, listPaths, parseToken, readScopes } from '../../../src/core/index.js';
import type { RequestPrediction } from '../../../src/core/gateway/request-prediction.js';
import { address, mintToken, now, publishAt, validateJwt } from './cases.js';

const good = validateJwt();
const bad = validateJwt('', '', '<audiences><audience>other</audience></audiences>');
const forbidden = validateJwt('', ' failed-validation-httpcode="403"', '<audiences><audience>other</audience></audiences>');
const open = validateJwt('', '', '<audiences><audience>@(a.b)</audience></audiences>');
/** Expired within the tolerance that users saw. */
const late = validateJwt('<required-claims><claim name="late" /></required-claims>');

const answer = (status: number): string => `<return-response><set-status code="${status}" /></return-response>`;
const when = (body: string, condition = 'user'): string => `<when condition="@(${condition})">${body}</when>`;
const otherwise = (body: string): string => `<otherwise>${body}</otherwise>`;
const choose = (...branches: string[]): string => `<choose>${branches.join('')}</choose>`;

const api = 'apis/a/policy.xml';

async function meet(inbound: string, others: Readonly<Record<string, string>> = {}, claims = {}): Promise<RequestPrediction> {
  const texts = {
    'apis/a/apiInformation.json': '{"properties":{}}',
    [api]: `<policies><inbound>${inbound}</inbound></policies>`,
    ...others,
  };
  const scopes = readScopes(Object.entries(texts).map(([path, text]) => ({ path, text })));
  const [target] = listPaths(scopes);
  if (target === undefined) throw new Error('no path');
  const token = await mintToken({ iss: 'https://idp.example', aud: 'api', nbf: now - 600, exp: now + 3000, ...claims });
  const facts = { now, metadata: await publishAt(address, 'https://idp.example'), token: parseToken(token) };
  const { verdict } = await judgePath(scopes, target, { facts });
  if (verdict === null) throw new Error('no verdict');
  return verdict;
}

const writeAnswer = ({ answer: { outcome, status, certain, because } }: RequestPrediction): unknown[] => [
  outcome,
  status,
  certain,
  because?.code ?? null,
];
const writeStations = ({ stations }: RequestPrediction): string[] =>
  stations.map(
    ({ kind, outcome, conditional, judged }) => `${kind} ${outcome}${conditional ? ', perhaps' : ''}${judged ? ', judged' : ''}`,
  );
const writeNotRead = ({ notRead }: RequestPrediction): string[] => notRead.map(({ kind, name }) => `${kind} ${String(name)}`);
const writeBranches = ({ branches }: RequestPrediction): unknown[] =>
  branches.map(({ condition, outcome, status, check }) => [condition, outcome, status, check]);
/** The text that a place spans. */
const cut = ({ notRead }: RequestPrediction): (string | undefined)[] =>
  notRead.map(({ place }) => place?.at.source.document.text.slice(place.start, place.end));

describe('a sequence', () => {
  it.each([
    ['', ['pass', 200, true, null], []],
    ['<set-variable name="x" value="y" />', ['pass', 200, true, null], []],
    [good + bad + forbidden, ['fail', 401, true, null], ['validate-jwt pass, judged', 'validate-jwt fail, judged']],
    [forbidden + bad, ['fail', 403, true, null], ['validate-jwt fail, judged']],
    [answer(204) + bad, [null, 204, true, null], ['return-response answers']],
    [bad + answer(204), ['fail', 401, true, null], ['validate-jwt fail, judged']],
    ['<mock-response status-code="201" /><rate-limit />', [null, 201, true, null], ['mock-response answers']],
    [`<rate-limit />${good}<cors />`, ['pass', 200, true, null], ['rate-limit may-answer', 'validate-jwt pass, judged', 'cors may-answer']],
    // What is open counts only where nothing certain follows, and does not end the path.
    [open + good, ['unresolved', null, false, null], ['validate-jwt unresolved, judged', 'validate-jwt pass, judged']],
    [open + answer(204), ['unresolved', null, false, null], ['validate-jwt unresolved, judged', 'return-response answers']],
    [open + bad, ['fail', 401, false, null], ['validate-jwt unresolved, judged', 'validate-jwt fail, judged']],
  ])('%s', async (inbound, expected, stations) => {
    const met = await meet(inbound);
    expect(writeAnswer(met)).toEqual(expected);
    expect(writeStations(met)).toEqual(stations);
    expect(met.branches).toEqual([]);
  });

  it('is as bad as the worst in it that is open, the first of equals', async () => {
    const claims = { exp: now - 100 };
    const decided = async (inbound: string): Promise<unknown[]> => {
      const { answer: met } = await meet(inbound, {}, { ...claims, late: 'x' });
      return [met.outcome, met.policy?.policy.start === met.decidedBy?.start, met.decidedBy?.start];
    };
    const start = '<policies><inbound>'.length;
    expect(await decided(late)).toEqual(['uncertain', true, start]);
    expect(await decided(late + late)).toEqual(['uncertain', true, start]);
    expect(await decided(late + open)).toEqual(['unresolved', true, start + late.length]);
    expect(await decided(open + late)).toEqual(['unresolved', true, start]);
  });
});

describe('a choose that is not decided', () => {
  const name = 'user';
  it.each([
    [
      'refuses where every branch does, by whichever',
      choose(when(bad), otherwise(forbidden)),
      ['fail', 401, true, null],
      [],
      [
        [name, 'fail', 401, 'audience'],
        [null, 'fail', 403, 'audience'],
      ],
    ],
    [
      'goes on where one branch does',
      choose(when(bad), otherwise(good)),
      ['pass', 200, false, null],
      [`condition ${name}`],
      [
        [name, 'fail', 401, 'audience'],
        [null, 'pass', 200, null],
      ],
    ],
    [
      'goes on where no branch need be taken',
      choose(when(bad)),
      ['pass', 200, false, null],
      [`condition ${name}`],
      [
        [name, 'fail', 401, 'audience'],
        [null, 'pass', 200, null],
      ],
    ],
    [
      'is as good as its best branch',
      choose(when(open), otherwise(good)),
      ['pass', 200, false, null],
      [`condition ${name}`, 'expression a.b'],
      [
        [name, 'unresolved', null, null],
        [null, 'pass', 200, null],
      ],
    ],
    [
      'may end the path or refuse',
      choose(when(answer(204)), otherwise(bad)),
      ['unresolved', null, false, 'caller-branch'],
      [`condition ${name}`],
      [
        [name, null, 204, null],
        [null, 'fail', 401, 'audience'],
      ],
    ],
    [
      'ends the path where every branch does',
      choose(when(answer(204)), otherwise(answer(404))),
      [null, 204, false, null],
      [`condition ${name}`],
      [
        [name, null, 204, null],
        [null, null, 404, null],
      ],
    ],
    [
      'does not end it where one branch does not',
      choose(when(answer(204)), otherwise('')),
      ['pass', 200, false, null],
      [`condition ${name}`],
      [
        [name, null, 204, null],
        [null, 'pass', 200, null],
      ],
    ],
    ['does not matter where all branches do the same', choose(when(good), otherwise(good)), ['pass', 200, true, null], [], []],
    ['does not matter where nothing stands in it', choose(when(''), when('', 'other')), ['pass', 200, true, null], [], []],
  ])('%s', async (_, inbound, expected, notRead, branches) => {
    const met = await meet(inbound);
    expect(writeAnswer(met)).toEqual(expected);
    expect(writeNotRead(met)).toEqual(notRead);
    expect(writeBranches(met)).toEqual(branches);
  });

  it('names each condition at the beginning of its branch, and no otherwise', async () => {
    const met = await meet(choose(when(bad), when(good, 'other'), otherwise(bad)));
    expect(cut(met)).toEqual(['<when condition="@(user)">', '<when condition="@(other)">']);
  });

  it('leaves a branch that goes on to the rest of the path', async () => {
    const met = await meet(choose(when(answer(204)), otherwise(good)) + forbidden);
    expect(writeAnswer(met)).toEqual(['fail', 403, false, null]);
    expect(writeBranches(met)).toEqual([
      [name, null, 204, null],
      [null, 'fail', 403, 'audience'],
    ]);
  });

  it('is as good as its best branch, wherever that stands', async () => {
    const decide = async (...branches: string[]): Promise<unknown> =>
      (await meet(choose(...branches), {}, { exp: now - 100, late: 'x' })).answer.outcome;
    expect(await decide(when(late), otherwise(open))).toBe('uncertain');
    expect(await decide(when(open), otherwise(late))).toBe('uncertain');
    expect(await decide(when(late), when(open, 'other'), otherwise(late))).toBe('uncertain');
  });

  it('keeps the rest of the path from everybody where each branch refuses or answers', async () => {
    for (const inside of [when(bad) + otherwise(answer(204)), when(answer(204)) + otherwise(bad)]) {
      const met = await meet(choose(inside) + forbidden);
      expect(writeAnswer(met)).toEqual(['unresolved', null, false, 'caller-branch']);
      const { decidedBy } = met.answer;
      expect(decidedBy?.at.source.document.text.slice(decidedBy.start, decidedBy.end)).toBe(bad);
    }
  });

  it('makes what stands in it conditional, however deep', async () => {
    const met = await meet(choose(when(choose(when(good, 'true'), otherwise(bad))), otherwise('<rate-limit />')) + good);
    expect(writeStations(met)).toEqual([
      'validate-jwt pass, perhaps, judged',
      'rate-limit may-answer, perhaps',
      'validate-jwt pass, judged',
    ]);
  });
});

describe('a choose that is decided', () => {
  it.each([
    [choose(when(bad, 'true'), otherwise(good)), ['fail', 401, true, null], ['validate-jwt fail, judged']],
    [choose(when(bad, 'false'), otherwise(good)), ['pass', 200, true, null], ['validate-jwt pass, judged']],
    [choose(when(bad, 'false'), when(answer(204), 'true')), [null, 204, true, null], ['return-response answers']],
    [choose(when(bad, 'false')), ['pass', 200, true, null], []],
    [choose(), ['pass', 200, true, null], []],
  ])('is what the branch is that is taken: %s', async (inbound, expected, stations) => {
    const met = await meet(inbound);
    expect(writeAnswer(met)).toEqual(expected);
    expect(writeStations(met)).toEqual(stations);
    expect([met.notRead, met.branches]).toEqual([[], []]);
  });

  it('is open between the branches that are left', async () => {
    const met = await meet(choose(when(bad, 'false'), when(answer(204)), when(good, 'true'), otherwise(bad)));
    expect(writeAnswer(met)).toEqual(['pass', 200, false, null]);
    expect(writeBranches(met)).toEqual([
      ['user', null, 204, null],
      ['true', 'pass', 200, null],
    ]);
  });
});

describe('what is not read', () => {
  it('stands among the stations as what it is', async () => {
    const met = await meet('<base /><include-fragment fragment-id="f" />');
    expect(writeStations(met)).toEqual(['base not-read', 'include-fragment not-read']);
    expect(writeNotRead(met)).toEqual(['base global', 'fragment f']);
    expect(writeAnswer(met)).toEqual(['pass', 200, false, null]);
  });

  it('does not matter behind the answer', async () => {
    const met = await meet(`${bad}<include-fragment fragment-id="f" />`);
    expect([writeStations(met), met.notRead]).toEqual([['validate-jwt fail, judged'], []]);
    expect(writeAnswer(met)).toEqual(['fail', 401, true, null]);
  });

  it('is no station where a whole section is missing, and the answer is uncertain for that', async () => {
    const met = await meet('<base />', { [api]: '<policies><backend /></policies>' });
    expect([met.stations, met.notRead]).toEqual([[], []]);
    expect(writeAnswer(met)).toEqual(['uncertain', null, false, 'caller-section-missing']);
  });
});

describe('an expression', () => {
  it('is named where a check of the token policy rests on it, at its place', async () => {
    const known = validateJwt('', ' clock-skew="@(5)"', '<audiences><audience>@(a.b)</audience></audiences>');
    const met = await meet(open + known);
    expect(writeNotRead(met)).toEqual(['expression a.b', 'expression a.b']);
    expect(cut(met)).toEqual(['@(a.b)', '@(a.b)']);
    const [first, second] = met.notRead;
    expect((second?.place?.start ?? 0) - (first?.place?.start ?? 0)).toBe(open.length + ' clock-skew="@(5)"'.length);
  });

  it('that makes a header with a token counts before the next token policy only', async () => {
    const header = '<set-header name="Authorization"><value>@(context.User.Id)</value></set-header>';
    expect(writeNotRead(await meet(header + good + good))).toEqual(['expression context.User.Id']);
    expect(cut(await meet(header + good))).toEqual([header]);
    expect(writeNotRead(await meet(good + header))).toEqual([]);
    expect(writeNotRead(await meet(header.replace('@(context.User.Id)', 'Basic x') + good))).toEqual([]);
    expect(writeNotRead(await meet(header.replace('Authorization', 'X-Trace') + good))).toEqual([]);
    expect(writeNotRead(await meet(header + header + good))).toEqual(['expression context.User.Id', 'expression context.User.Id']);
  });
});

describe('the answer', () => {
  it('is not certain behind a token policy that is open', async () => {
    const claims = { exp: now - 100, late: 'x' };
    expect(writeAnswer(await meet(late + validateJwt('', ' clock-skew="0"'), {}, claims))).toEqual(['fail', 401, false, null]);
    expect(writeAnswer(await meet(validateJwt('', ' clock-skew="0"') + late, {}, claims))).toEqual(['fail', 401, true, null]);
  });

  it.each([
    ['<log />', 'fail'],
    ['<base />', 'fail'],
    ['<set-status code="500" />', 'unresolved'],
    ['<return-response />', 'unresolved'],
    ['<mock-response />', 'unresolved'],
    ['<choose><when condition="@(user)"><set-status code="500" /></when></choose>', 'unresolved'],
  ])('of a refusal may be changed by on-error: %s: %s', async (onError, outcome) => {
    const document = `<policies><inbound>${bad}</inbound><on-error>${onError}</on-error></policies>`;
    const met = await meet('', { [api]: document });
    expect(writeAnswer(met)).toEqual(outcome === 'fail' ? ['fail', 401, true, null] : ['unresolved', null, false, 'caller-on-error']);
    // It is the token policy that refuses, all the same.
    expect(met.answer.decidedBy).not.toBeNull();
  });

  it('is not changed by on-error where nothing is refused', async () => {
    const document = `<policies><inbound>${good}</inbound><on-error><set-status code="500" /></on-error></policies>`;
    expect(writeAnswer(await meet('', { [api]: document }))).toEqual(['pass', 200, true, null]);
  });
});
