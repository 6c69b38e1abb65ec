import { describe, expect, test } from 'vitest';
import { readPolicies, resolveNamedValues } from '../../../src/core/index.js';

function resolve(raw: string, namedValues?: Record<string, string>) {
  const value = readPolicies(`<policies a="${raw}"/>`).tree?.attributes[0]?.value;
  if (!value) throw new Error('an attribute');
  return resolveNamedValues(value, namedValues);
}

describe('a value that is known once named values are filled in', () => {
  test.each<[string, Record<string, string>, string]>([
    ['plain &amp; simple', {}, 'plain & simple'],
    ['{{a}}', { a: 'x' }, 'x'],
    ['api://{{a}}/{{b}}/', { a: '1', b: '2' }, 'api://1/2/'],
    ['{{a}}', { a: '' }, ''],
    ['{{a}}', { a: '@("x")' }, 'x'],
    ['{{a}}', { a: '${not terraform}' }, '${not terraform}'],
    ['@("x")', {}, 'x'],
    ['@(&quot;x&quot;)', {}, 'x'],
    [String.raw`@( "a\"b\\c\u0041\n" )`, {}, 'a"b\\cA\n'],
    ['@(@"C:\\dir""")', {}, 'C:\\dir"'],
    ['@(300)', {}, '300'],
    ['@(true)', {}, 'true'],
    ['@("{{a}}/x")', { a: 'y' }, 'y/x'],
  ])('%s with %j', (raw, namedValues, text) => {
    expect(resolve(raw, namedValues)).toEqual({ text, pieces: text === '' ? [] : [text], missing: [] });
  });
});

describe('a value that stays unknown', () => {
  test.each<[string, Record<string, string> | undefined, unknown[]]>([
    ['{{a}}', undefined, [{ kind: 'named-value', name: 'a' }]],
    ['{{a}}', { b: 'x' }, [{ kind: 'named-value', name: 'a' }]],
    ['{{constructor}}', {}, [{ kind: 'named-value', name: 'constructor' }]],
    ['{{a}}', { a: '{{b}}', b: 'x' }, [{ kind: 'named-value', name: 'b' }]],
    ['{{a}}', { a: '@(context.User.Id)' }, [{ kind: 'expression', name: '@(context.User.Id)' }]],
    [
      '{{a}}/{{a}}/{{b}}',
      {},
      [
        { kind: 'named-value', name: 'a' },
        { kind: 'named-value', name: 'b' },
      ],
    ],
    ['${var.x}', {}, [{ kind: 'terraform', name: '${var.x}' }]],
    ['x/{tenantid}/', {}, [{ kind: 'placeholder', name: 'tenantid' }]],
    ['@("a" + b)', {}, [{ kind: 'expression', name: '@("a" + b)' }]],
    ['@($"{a}")', {}, [{ kind: 'expression', name: '@($"{a}")' }]],
    ['@("{{a}}")', {}, [{ kind: 'named-value', name: 'a' }]],
    ['@("{{a}}")', { a: '"' }, [{ kind: 'expression', name: '@("{{a}}")' }]],
    ['@(f("{{a}}"))', { a: 'x' }, [{ kind: 'expression', name: '@(f("{{a}}"))' }]],
  ])('%s with %j', (raw, namedValues, missing) => {
    expect(resolve(raw, namedValues)).toMatchObject({ text: null, missing });
  });

  test('keeps what is known in its place', () => {
    expect(resolve('a{{x}}{{y}}b{z}c', { x: '1' }).pieces).toEqual([
      'a1',
      { kind: 'named-value', name: 'y' },
      'b',
      { kind: 'placeholder', name: 'z' },
      'c',
    ]);
  });
});
