import { describe, expect, test } from 'vitest';
import { normaliseOperationId, readOperations } from '../../../src/core/scopes/read-operations.js';
import { isScopeFolder, recogniseFile } from '../../../src/core/scopes/recognise-file.js';

describe('what a path says', () => {
  /** Root, workspace and purpose in a line. */
  const said = (path: string): string | null => {
    const found = recogniseFile(path);
    if (found === null) return null;
    const { kind, of, ...named } = found.purpose;
    return [`${found.root}|`, ...(found.workspace === null ? [] : [`in ${found.workspace}`]), kind, of, ...Object.values(named)].join(' ');
  };

  test.each([
    ['policy.xml', '| policy room'],
    ['a/POLICY.XML', 'a| policy room'],
    ['a/apis/x/policy.xml', 'a| policy api x'],
    ['APIS/x/Api_Information.json', '| information api x'],
    ['apis/x/specification.yml', '| specification api x'],
    ['apis/x/specification.yaml', '| specification api x'],
    ['apis/x/specification.json', '| specification api x'],
    ['apis/x/specification.txt', null],
    ['apis/x/other.json', null],
    ['apis/x/operations/y/operationInformation.json', '| information operation x y'],
    ['apis/x/operations/y/policy.xml', '| policy operation x y'],
    ['apis/x/operations/y/z.json', null],
    ['products/x/apis/y/productApiInformation.json', '| link product x y'],
    ['products/x/apis/y/policy.xml', null],
    ['products/x/apis.json', '| links product x'],
    ['products/x/productInformation.json', '| information product x'],
    ['products/x/policy.xml', '| policy product x'],
    ['policy_fragments/x/policy.xml', '| policy fragment x'],
    ['policy-fragments/x/policyFragmentInformation.json', '| information fragment x'],
    ['named values/x/namedValueInformation.json', '| other room'],
    ['named values/x/other.json', null],
    ['r/workspaces/w/apis/x/policy.xml', 'r| in w policy api x'],
    ['r/workspaces/w/policy.xml', 'r| in w policy room'],
    ['workspaces/policy.xml', 'workspaces| policy room'],
    ['apis//policy.xml', 'apis/| policy room'],
    ['r\\apis\\x\\policy.xml', 'r| policy api x'],
    ['file:///r%20s/apis/x%20y/policy.xml', 'file:///r%20s| policy api x y'],
    ['file:///r/apis/%zz/policy.xml', 'file:///r| policy api %zz'],
    ['r%20s/apis/x%20y/policy.xml', 'r%20s| policy api x%20y'],
    ['readme.md', null],
  ])('%s: %s', (path, expected) => {
    expect(said(path)).toBe(expected);
  });

  test.each([
    ['apis', true],
    ['Named Values', true],
    ['policy_fragments', true],
    ['workspaces', true],
    ['products', true],
    ['api', false],
    ['src', false],
  ])('a folder %s: %s', (name, expected) => {
    expect(isScopeFolder(name)).toBe(expected);
  });
});

describe('the operations of a specification', () => {
  test.each<readonly [string, readonly string[], boolean]>([
    ['{"paths":{"/a":{"get":{"operationId":"x"},"PUT":{"operationId":"y"},"summary":{"operationId":"no"}},"/b":5}}', ['x', 'y'], true],
    ['{"paths":{"/a":{"post":5}}}', [], false],
    ['{"paths":{"/a":{"get":{"operationId":""}}}}', [], false],
    ['\ufeff {"paths":{}}', [], true],
    ['{ paths: { /a: { get: { operationId: x } } } }', ['x'], true],
    [
      'paths:\n  /a:\n    get:\n      operationId: x\n    parameters:\n      - operationId: no\n  /b:\n    Post:\n      summary: s\nother:\n  /c:\n    get:\n      operationId: no\n',
      ['x'],
      false,
    ],
    ['paths:\n', [], true],
    ['paths: {}\n', [], true],
    ['paths: {/a: {get: {operationId: x}}}\n', ['x'], true],
    ['paths:\n  /a: &a\n    get:\n      operationId: x\n  /b: *a\n', ['x'], false],
    ['paths:\n  /a:\n    <<: *b\n    get:\n      operationId: x\n', ['x'], false],
    ['paths:\n  "/a":\n    \'get\':\n      operationId: "x" # c\n      # operationId: y\n', ['x'], true],
    ['paths:\n  ? /a\n  : get:\n      operationId: x\n', ['x'], true],
    ['paths:\n  /a:\n    get: { operationId: x }\n', ['x'], true],
    ['paths:\n  /a:\n    get:\n      deep:\n        operationId: no\n      operationId:\n', [], false],
    ['paths: # c\n  /a: # d\n    get: # e\n      operationId: x#y\n', ['x#y'], true],
  ])('%j', (text, ids, isComplete) => {
    expect(readOperations(text)).toEqual({ ids, isComplete });
  });

  test.each(['{"paths":5}', '{', 'openapi: 3\n', '  paths:\n    /a:\n      get:\n        operationId: no\n', 'paths: *x\n', '- paths\n'])(
    'cannot be read: %j',
    text => {
      expect(readOperations(text)).toBeNull();
    },
  );

  test.each([
    ['GetOrders', 'getorders'],
    ['get  orders/{id}', 'get-orders-id-'],
    ['--x--', '-x-'],
    ['a'.repeat(80), 'a'.repeat(76)],
  ])('%s is called %s', (id, name) => {
    expect(normaliseOperationId(id)).toBe(name);
  });
});
