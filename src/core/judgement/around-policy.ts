// What rules ask about the document around a token policy.
import { readsAudience, readsTenant } from '../policy/expression-reads.js';
import type { JudgedPolicy } from './judged.js';

/** Whether the document breaks: what a token policy seems to lack may then stand behind the break. */
export function isBroken({ document }: JudgedPolicy): boolean {
  return document.break !== null;
}

/** Whether an expression of the document looks at the audience of a token. */
export function isAudienceRead({ onceOfDocument }: JudgedPolicy): boolean {
  return onceOfDocument(readsAudience);
}

/** Whether an expression of the document does something with the tenant or the issuer of a token. */
export function isTenantRead({ onceOfDocument }: JudgedPolicy): boolean {
  return onceOfDocument(readsTenant);
}
