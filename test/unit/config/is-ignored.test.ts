import { describe, expect, it } from 'vitest';
import { isIgnored, readPattern } from '../../../src/core/config/is-ignored.js';

function ignores(pattern: string, path: string): boolean {
  const read = readPattern(pattern);
  if (read === null) throw new Error(`${pattern} is no pattern.`);
  return isIgnored([read], path);
}

describe('a pattern of a config', () => {
  it.each([
    ['policy.xml', 'policy.xml', 'apis/orders/policy.xml'],
    ['generated', 'generated/a.xml', 'apis/generated/b/c.xml'],
    ['generated/', 'generated/a.xml', 'apis/generated/a.xml'],
    ['/generated', 'generated/a.xml', 'generated'],
    ['./generated', 'generated/a.xml', 'generated'],
    ['apis/orders', 'apis/orders/policy.xml', 'apis/orders/operations/get/policy.xml'],
    ['*.old.xml', 'a.old.xml', 'x/b.old.xml'],
    ['apis/*/policy.xml', 'apis/orders/policy.xml', 'apis/x/policy.xml'],
    ['apis/**/policy.xml', 'apis/policy.xml', 'apis/a/b/policy.xml'],
    ['**/old/**', 'old/a.xml', 'x/old/y/z.xml'],
    ['a/**', 'a/b', 'a/b/c'],
    ['a?c.xml', 'abc.xml', 'x/a-c.xml'],
    ['*a*b*', 'xaxbx', 'ab'],
    ['**', 'a', 'a/b'],
  ])('%s takes out %s and %s', (pattern, one, other) => {
    expect(ignores(pattern, one)).toBe(true);
    expect(ignores(pattern, other)).toBe(true);
  });

  it.each([
    ['/generated', 'apis/generated/a.xml'],
    ['./policy.xml', 'apis/policy.xml'],
    ['generated/', 'apis/generated'],
    ['apis/orders', 'x/apis/orders/policy.xml'],
    ['apis/*/policy.xml', 'apis/a/b/policy.xml'],
    ['*.xml', 'a.xmlx'],
    ['a?c', 'ac'],
    ['policy', 'policy.xml'],
    ['Policy.xml', 'policy.xml'],
    ['**/old/**', 'old'],
  ])('%s leaves %s', (pattern, path) => {
    expect(ignores(pattern, path)).toBe(false);
  });

  it.each(['!a', 'a[bc]', '{a,b}', 'a\\b', '..', 'a/../b', './../a', 'a//b', '', '/', './', '.', 'a\nb', 'x'.repeat(201)])(
    '%j means nothing',
    pattern => {
      expect(readPattern(pattern)).toBeNull();
    },
  );

  it('is looked for in steps that grow with both lengths alone', () => {
    const names = 'a'.repeat(2000);
    const count = (pattern: string, path: string): number => {
      let steps = 0;
      const watch = (name: string): string =>
        new Proxy(Object(name) as object, {
          get: (_, key) => {
            if (steps++ > 1_000_000) throw new RangeError('too many steps');
            return key === 'length' ? name.length : name[Number(key)];
          },
        }) as unknown as string;
      const watched = { split: () => path.split('/').map(watch) } as unknown as string;
      expect(ignores(pattern, watched)).toBe(false);
      return steps;
    };
    // Twenty stars over two thousand signs: at most their product, not their power.
    const steps = count(`${'*a'.repeat(20)}b`, names);
    expect(steps).toBeGreaterThan(names.length);
    expect(steps).toBeLessThan(2 * 41 * names.length);
    expect(count(`${'**/a/'.repeat(20)}b`, Array(200).fill('a').join('/'))).toBeLessThan(200 * 200);
  });
});
