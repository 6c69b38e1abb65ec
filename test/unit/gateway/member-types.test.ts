// The kinds of values that are refused in header and claims, as it was measured with 8.23.0: JsonWebTokenHandler first, then JwtSecurityTokenHandler.
import { expect, it } from 'vitest';
import type { Answers } from '../../../src/core/gateway/library/answers.js';
import { engines } from '../../../src/core/gateway/library/engines.js';
import { findClaimFaults, findHeaderFaults } from '../../../src/core/gateway/library/member-types.js';

const newest = ['jwt', 'jst'].flatMap(handler => engines.filter(each => each.generation === 8 && each.handler === handler));
const ask = ({ answers }: { readonly answers: Answers }): unknown[] => newest.map(answers);

it.each([
  ['x', ['accepts', 'accepts']],
  [null, ['accepts', 'accepts']],
  [5, ['IDX14102', 'accepts']],
  [true, ['IDX14102', 'accepts']],
  [{}, ['IDX14102', 'accepts']],
  [[], ['IDX14102', 'accepts']],
  [['x'], ['IDX14102', 'accepts']],
  [[true], ['IDX14102', 'accepts']],
  [
    ['x', {}],
    ['IDX14102', 'IDX11026'],
  ],
  [
    ['x', 5],
    ['IDX14102', 'IDX11026'],
  ],
  [[[]], ['IDX14102', 'IDX11026']],
  [
    ['x', null],
    ['IDX14102', 'crashes'],
  ],
])('a text of the header that is %j: %j', (value, answers) => {
  for (const name of ['cty', 'typ']) {
    const faults = findHeaderFaults({ [name]: value });
    expect([ask(faults), faults.names]).toEqual([answers, answers[0] === 'accepts' ? [] : [name]]);
  }
  // These are not turned into text.
  for (const name of ['zip', 'alg']) expect(ask(findHeaderFaults({ [name]: value }))).toEqual([answers[0], 'accepts']);
  expect(findHeaderFaults({ other: value }).names).toEqual([]);
});

const refused = ['IDX14101', 'IDX12723'];
const taken = ['accepts', 'accepts'];

it.each([
  [['aud', 'iss', 'jti', 'sub', 'exp', 'nbf', 'iat'], [true, {}, ['x', {}], ['x', 5], [[]], [true]], refused],
  [['aud', 'iss', 'jti'], [5, 1.5, 1e30], refused],
  [['iss', 'jti', 'sub'], [[], ['x']], refused],
  [['exp', 'nbf', 'iat'], [null, 'x', 'abc', 1e30, [], ['x']], refused],
  [['azp'], [5, true, {}, [], ['x'], 1.5, 1e30], ['IDX14101', 'accepts']],
  [['aud', 'iss', 'jti', 'sub', 'azp'], [null, 'x', '12'], taken],
  [['aud'], [[], ['x']], taken],
  [['sub', 'exp', 'nbf', 'iat'], [5, 1.5], taken],
  [['exp', 'nbf', 'iat'], ['12'], taken],
  [['other'], [true, {}, [], 5, null], taken],
])('claims %j that are one of %j: %j', (names, values, answers) => {
  for (const name of names) {
    for (const value of values) {
      const faults = findClaimFaults({ [name]: value });
      expect([name, value, ask(faults)]).toEqual([name, value, answers]);
      expect(faults.names).toEqual(answers === taken ? [] : [name]);
    }
  }
});
