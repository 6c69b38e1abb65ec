import { expect, test } from 'vitest';
import { effectivePolicy, listPaths, readScopes } from '../../../src/core/index.js';
import { readStatusOf } from '../../../src/core/gateway/status-of-answer.js';

test.each([
  ['<return-response />', 200],
  ['<return-response><set-status code="204" reason="x" /></return-response>', 204],
  ['<return-response><set-status code=" 403 " /></return-response>', 403],
  ['<return-response><set-status reason="x" /></return-response>', null],
  ['<return-response><set-status code="@(x)" /></return-response>', null],
  ['<return-response><set-status code="20" /></return-response>', null],
  ['<return-response response-variable-name="r"><set-status code="204" /></return-response>', null],
  ['<mock-response />', 200],
  ['<mock-response status-code="201" />', 201],
  ['<mock-response status-code="{{x}}" />', null],
  ['<mock-response><set-status code="204" /></mock-response>', null],
])('the status of %s: %s', (text, expected) => {
  const scopes = readScopes([{ path: 'apis/a/policy.xml', text: `<policies><inbound>${text}</inbound></policies>` }]);
  const [target] = listPaths(scopes);
  const statement = target && effectivePolicy(scopes, target).sections.inbound[0];
  if (statement === undefined) throw new Error('no statement');
  expect(readStatusOf(statement)).toBe(expected);
});
