// Which characters of a text are looked at, so that a test can say that only those near an edit are. Texts that are compared or copied as
// wholes do not count: the engine does that many characters at a time.

/** From where and up to where a method looks, by what it was given and what it gave. */
type Look = (text: string, args: readonly unknown[], result: unknown) => readonly [from: number, until: number];

const one: Look = (_, [at]) => [Number(at), Number(at) + 1];
const looks: Readonly<Record<'charCodeAt' | 'charAt' | 'startsWith' | 'indexOf', Look>> = {
  charCodeAt: one,
  charAt: one,
  startsWith: (_, [searched, at = 0]) => [Number(at), Number(at) + String(searched).length],
  indexOf: (text, [, from = 0], result) => [Number(from), Number(result) < 0 ? text.length : Number(result) + 1],
};

/** Runs something; gives at how many characters of the text it looked, each counted once. */
export function countLooks(text: string, run: () => unknown): number {
  const seen = new Set<number>();
  const prototype = String.prototype as unknown as Record<keyof typeof looks, (...args: unknown[]) => unknown>;
  const originals = (Object.keys(looks) as (keyof typeof looks)[]).map(name => [name, prototype[name]] as const);
  for (const [name, original] of originals) {
    prototype[name] = function (this: string, ...args: unknown[]): unknown {
      const result = original.apply(this, args);
      const [from, until] = looks[name](this, args, result);
      if (this.length === text.length) for (let i = from; i < Math.min(until, text.length); i++) seen.add(i);
      return result;
    };
  }
  try {
    run();
  } finally {
    for (const [name, original] of originals) prototype[name] = original;
  }
  return seen.size;
}
