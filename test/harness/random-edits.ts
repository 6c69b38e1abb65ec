// Edits as somebody makes them, and worse: from a seed, so that a chain of them can be made again.
import { markupPieces } from './hostile.js';

/** A number from 0 to below `below`. */
export type Pick = (below: number) => number;

/** Random numbers from a seed (mulberry32): the same for the same seed. */
export function pickFrom(seed: number): Pick {
  let state = seed >>> 0;
  return below => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

export function pickOne<Item>(pick: Pick, items: readonly [Item, ...Item[]]): Item {
  return items[pick(items.length)] ?? items[0];
}

/** What is typed or pasted, beside what markup is made of. */
const signs = `< > / " ' = @ ( ) { } % $ - ! ? ] [ ; # a x é`.split(' ');
const controls = [' ', '\n', '\r\n', '\t\n  ', '\u2028', '\x85', '\x01', '\u0300'];
const openings = [
  '<a',
  '<a ',
  '</a',
  '</',
  '<a b="',
  ' b=c',
  ' b =',
  '="',
  '" c="',
  '"\n',
  '><',
  '<!',
  '<!DOCTYPE',
  '<?',
  '<?xml ',
  '<!-- a',
];
const closings = ['-->', '--', '--->', ']]', '?>', '%>', '/>', '</a>', '<a>'];
const templates = ['<%', '<%= a %>', '<% if', '%{ if a }', '%{ endif }', '${a}', '${"'];
const expressions = ['@("a")', '@{ return "<a>"; }', '@(a &&', '&quot;', '&lt'];
const statements = [
  '<?x?>',
  '<?xml version="1.0"?>',
  '<!DOCTYPE a [<b>]>',
  '<a b="c"/>',
  ' b="c" b="d"',
  '<!-- <base /> -->\n',
  '<set-body>@{ if (a < b) { return "</c>"; } }</set-body>\n',
  '<validate-azure-ad-token tenant-id="x">\n  <audiences><audience>a</audience></audiences>\n</validate-azure-ad-token>\n',
];
const pieces = ['', ...markupPieces, ...signs, ...controls, ...openings, ...closings, ...templates, ...expressions, ...statements] as const;

/** Signs that mean something: edits beside them are worth more than others. */
const meaningful = /[<>"'=@(){}%$&\-!?\]/\n]/g;

/** A place in a text: anywhere, at one of its ends, beside a sign that means something, or near where the last edit was. */
function pickPlace(pick: Pick, text: string, last: number): number {
  const anywhere = pick(text.length + 1);
  switch (pick(6)) {
    case 0:
      return pickOne(pick, [0, 1, 2, text.length]);
    case 1:
    case 2:
      meaningful.lastIndex = anywhere;
      return (meaningful.exec(text)?.index ?? anywhere) + pick(2);
    case 3:
    case 4:
      return last + pick(9) - 4;
    default:
      return anywhere;
  }
}

/** A text after one more edit, and where that was. `others` are texts that stretches are pasted from. */
export function editOnce(pick: Pick, text: string, last: number, others: readonly [string, ...string[]]): { text: string; place: number } {
  const place = Math.max(0, Math.min(text.length, pickPlace(pick, text, last)));
  const longest = pickOne(pick, [1, 1, 2, 4, 20, 200]);
  const taken = pickOne(pick, [0, 0, 1, 1 + pick(longest)]);
  const written = (): string => {
    const other = pickOne(pick, others);
    const from = pick(other.length + 1);
    switch (pick(8)) {
      case 0:
        return '';
      case 1:
        return other.slice(from, from + 1 + pick(longest));
      case 2: {
        // From one tag to another.
        const start = other.indexOf('<', from);
        const end = other.indexOf('>', start + pick(300)) + 1;
        return start < 0 || end <= start ? '\n' : other.slice(start, end);
      }
      case 3:
        return pickOne(pick, pieces) + pickOne(pick, pieces);
      default:
        return pickOne(pick, pieces);
    }
  };
  const insertion = written();
  return { text: text.slice(0, place) + insertion + text.slice(place + taken), place: place + insertion.length };
}
