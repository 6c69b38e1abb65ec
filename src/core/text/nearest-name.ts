/** The candidate that the name was most likely meant to be; null where none is near. */
export function nearestName(name: string, candidates: readonly string[]): string | null {
  const plain = simplify(name);
  const same = candidates.find(candidate => simplify(candidate) === plain);
  if (same !== undefined) return same;
  let best: string | null = null;
  let fewest = Infinity;
  for (const candidate of candidates) {
    const other = simplify(candidate);
    const most = Math.min(fewest - 1, Math.floor(candidate.length / 4));
    // Where the lengths differ by more, so do the words: that spares most comparisons.
    if (Math.abs(other.length - plain.length) > most) continue;
    const changes = distance(plain, other);
    if (changes <= most) [best, fewest] = [candidate, changes];
  }
  return best ?? nearestByWords(name, candidates);
}

/** `header` for `header-name`, `query-param` for `query-parameter-name`, `claims` for `required-claims`: the only candidate that has these words. */
function nearestByWords(name: string, candidates: readonly string[]): string | null {
  const words = wordsOf(name);
  if (words.join('').length < 4) return null;
  const [only, more] = candidates.filter(candidate => hasWords(wordsOf(candidate), words));
  return only === undefined || more !== undefined ? null : only;
}

function wordsOf(name: string): string[] {
  const apart = name.slice(0, 64).replace(/([a-z])(?=[A-Z])/g, '$1-');
  return apart
    .toLowerCase()
    .split(/[-_.]/)
    .filter(word => word !== '');
}

/** Whether the words stand in that order among the others, each of them whole, cut short, or longer (`configuration` for `config`). */
function hasWords(all: readonly string[], wanted: readonly string[]): boolean {
  let next = 0;
  for (const word of all) {
    const looked = wanted[next];
    if (looked !== undefined && isForm(looked, word)) next++;
  }
  return next === wanted.length;
}

function isForm(looked: string, word: string): boolean {
  return (
    (looked.length > 2 && word.startsWith(looked)) ||
    looked === word ||
    (looked.startsWith(word) && (word.length > 4 || /^e?s$/.test(looked.slice(word.length))))
  );
}

/** Lower case, without the signs by which naming styles differ. */
function simplify(name: string): string {
  return name.toLowerCase().replace(/[-_.]/g, '').slice(0, 64);
}

/** How many letters must be added, left out or replaced to turn one word into the other. */
function distance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, index) => index);
  for (let i = 0; i < from.length; i++) {
    const next = [i + 1];
    for (let j = 0; j < to.length; j++) {
      const replaced = (row[j] ?? 0) + (from[i] === to[j] ? 0 : 1);
      next.push(Math.min(replaced, (row[j + 1] ?? 0) + 1, (next[j] ?? 0) + 1));
    }
    row = next;
  }
  return row[to.length] ?? 0;
}
