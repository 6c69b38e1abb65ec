import { sniffPolicy } from '../text/sniff-policy.js';
import type { NotReadReason } from './host-file.js';

/** A tag of ours; `fragment` has no attributes, by which it is told from those of others. */
const root = /<(?:policies[\s>/]|fragment\s*\/?>)/;
const closed = /<\/(?:policies|fragment)\s*>/;
const tokenPolicy = /<validate-(?:jwt|azure-ad-token)[\s>/]/;
/** What a policy document begins with: an element, a template's directive or a placeholder. Other text in front makes it part of something else. */
const begins = /^[\s\ufeff]*(?:<|[@$%#]?\{|@\()/;
const ends = /(?:<\/(?:policies|fragment)\s*>|<(?:policies|fragment)\s*\/>)\s*(?:<!--[^]*)?$/;

/** Whether a text may hold a policy or a piece of one: a quick look. */
export function mayHoldPolicy(text: string): boolean {
  return root.test(text) || tokenPolicy.test(text);
}

/** Whether a text is a policy document, or the beginning of one: its first element is one of ours. */
export function isPolicyText(text: string): boolean {
  return begins.test(text) && root.test(text) && sniffPolicy(text);
}

/** Whether a policy document is there to its end: one that is put together from pieces is not. */
export function isWhole(text: string): boolean {
  return ends.test(text);
}

/** Whether there is anything in a policy document: a lone tag is a word about policies. */
export function hasContent(text: string): boolean {
  return text.indexOf('<') !== text.lastIndexOf('<');
}

/** Why the policy in a text that is no policy document is not read; null where there is none. */
export function whyNotRead(text: string): NotReadReason | null {
  if (root.test(text) && closed.test(text)) return 'inside';
  return tokenPolicy.test(text) ? 'part' : null;
}
