// One text made of others: the changes that a person, a program or an attacker would make.
import type { Random } from './random.js';

/** Longer texts find nothing that shorter ones do not, and cost time. */
export const longestInput = 6000;

/** A text of the pool after one to six changes; `pieces` are what its kind of text is made of. */
export function mutate(pool: readonly string[], pieces: readonly string[], random: Random): string {
  let text = random.pick(pool);
  for (let changes = 1 + random.below(6); changes > 0; changes--) text = change(text, pool, pieces, random);
  return text.slice(0, longestInput);
}

function change(text: string, pool: readonly string[], pieces: readonly string[], random: Random): string {
  const at = random.below(text.length + 1);
  // Most changes are small, some are not.
  const until = Math.min(text.length, at + random.below(1 + random.pick([4, 40, 400])));
  switch (random.below(10)) {
    case 0:
      return text.slice(0, at) + text.slice(until);
    case 1:
      return text.slice(0, until) + text.slice(at, until).repeat(1 + random.below(3)) + text.slice(until);
    case 2:
      return text.slice(0, at) + String.fromCharCode(random.below(random.pick([128, 0x300, 0x10000]))) + text.slice(at + 1);
    case 3: {
      const rest = text.slice(0, at) + text.slice(until);
      const place = random.below(rest.length + 1);
      return rest.slice(0, place) + text.slice(at, until) + rest.slice(place);
    }
    case 4: {
      const other = random.pick(pool);
      return text.slice(0, at) + other.slice(random.below(other.length + 1));
    }
    case 5:
      return random.below(2) === 0 ? text.slice(0, at) : text.slice(at);
    case 6:
      return text.slice(0, at) + random.pick(pieces).repeat(1 + random.below(12)) + text.slice(at);
    default:
      return text.slice(0, at) + random.pick(pieces) + text.slice(random.below(2) === 0 ? at : until);
  }
}
