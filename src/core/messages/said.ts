import { showInvisible } from '../text/visible-text.js';

/** What a finding or a reason says, in two pieces: the cause and what to do, then the rest. */
export interface Said {
  /** A sentence of at most `longestTitle` characters: it stands alone in lists of problems. */
  readonly title: string;
  /** What else there is to know; empty where the title says it all. */
  readonly detail: string;
  /** Where the detail says in full what the title shortens: what else the title says, perhaps nothing. A text with room for both is the detail and this. */
  readonly left?: string;
}

/** The most UTF-16 units of a title. */
export const longestTitle = 120;

/** Cuts a text to `most` UTF-16 units, at the end of a word where one is near; what was cut off shows as an ellipsis. Never halves a character. */
export function cutText(text: string, most: number): string {
  if (text.length <= most) return text;
  const cut = text.slice(0, most - 1);
  const space = cut.lastIndexOf(' ');
  const kept = space > most * 0.6 ? cut.slice(0, space) : cut.replace(/[\ud800-\udbff]$/, '');
  return `${kept}…`;
}

/** The first block of each GUID, for titles. */
export function shortenIds(text: string): string {
  return text.replace(/\b([0-9a-f]{8})(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '$1…');
}

/** A value from outside for a title: GUIDs shortened, what nobody sees made visible, cut in its middle to `most` UTF-16 units, so that beginning and end can be told. */
export function brief(value: string, most = 36): string {
  const text = showInvisible(shortenIds(value));
  if (text.length <= most) return text;
  const end = Math.floor((most - 1) / 2);
  const head = text.slice(0, most - 1 - end).replace(/[\ud800-\udbff]$/, '');
  return `${head}…${text.slice(-end).replace(/^[\udc00-\udfff]/, '')}`;
}

/** Of two addresses only what differs: what begins and ends both alike is an ellipsis. Each has at most `most` UTF-16 units. */
export function briefDifference(one: string, other: string, most = 36): readonly [string, string] {
  const [a, b] = [splitAddress(one), splitAddress(other)];
  let before = 0;
  while (before < Math.min(a.length, b.length) - 1 && a[before] === b[before]) before++;
  let after = 0;
  while (after < Math.min(a.length, b.length) - before - 1 && a.at(-1 - after) === b.at(-1 - after)) after++;
  // A step that both have between what differs says nothing either.
  const aligned = a.length === b.length;
  const show = (parts: readonly string[]): string => {
    const middle = parts
      .map((part, index) => (aligned && part === a[index] && part === b[index] && part.startsWith('/') && part.length > 4 ? '/…' : part))
      .slice(before, parts.length - after)
      .join('');
    // A shortened id at the end has its ellipsis already.
    return brief(`${before > 0 ? '…' : ''}${middle}${after > 0 ? '…' : ''}`.replace(/…{2,}/g, '…'), most);
  };
  return [show(a), show(b)];
}

/** The scheme, the host, and each step of the path with its slash. */
function splitAddress(address: string): string[] {
  return shortenIds(address).match(/^[a-z][a-z0-9+.-]*:\/\/|\/?[^/]+|\//gi) ?? [''];
}
