import { say, type Message } from '../../messages/message.js';
import type { PolicyAlone } from '../judged.js';
import { isGuid } from '../../microsoft/tenant.js';
import { findInOtherClaim, findOtherForm } from '../../token/elsewhere/find-elsewhere.js';
import { isFromEntra } from '../../token/recognise-provider.js';

/** A required claim, what the token has in it and what the policy accepts. */
interface RefusedValues {
  readonly name: string;
  readonly found: readonly string[];
  readonly accepted: readonly string[];
}

/** What the values of a claim have to do with those that the policy accepts, or where else these stand; null where nothing shows. */
export function explainOtherValue({ facts }: PolicyAlone, { name, found, accepted }: RefusedValues): Message | null {
  const claims = facts.token?.claims ?? {};
  const isEntra = isFromEntra(facts.token);
  const form = findOtherForm(name, accepted, found, [
    'scheme',
    'document',
    'default-scope',
    'id-inside',
    'name-inside',
    'inside-token',
    'same-id',
  ]);
  if (form !== null) {
    const values = { name, wanted: form.wanted, found: form.found };
    if (form.relation === 'name-inside' && /\/[^/:]*$/.test(form.wanted)) return say('claim-inside', values);
    return form.relation === 'inside-token' ? say('claim-inside-token', values) : say('claim-other-form', values);
  }
  const list = found.find(text => /^\[.*\]$/s.test(text.trim()));
  const inside = accepted.find(value => list !== undefined && entriesOf(list).includes(value.trim()));
  if (list !== undefined && inside !== undefined) return say('claim-list-as-text', { name, wanted: inside, found: list });
  const named = accepted.find(value => !isGuid(value.trim()));
  if (named !== undefined && found.length > 0 && found.every(isGuid) && /^(?:groups|roles|wids)$/.test(name))
    return say('claim-ids', { name, wanted: named, isEntra: isEntra && name === 'groups' });
  const elsewhere = findInOtherClaim(name, accepted, claims);
  if (elsewhere !== null && !/^(?:iss|aud|tid|ver)$/.test(name)) {
    const { wanted, claim, isNested } = elsewhere;
    return say('claim-other-claim', { name, wanted, claim, isNested });
  }
  return null;
}

/** What stands in a text that is written like a list. */
function entriesOf(text: string): readonly string[] {
  return text.slice(0, longestList).split(/[\s,;"'[\]]+/);
}

const longestList = 10_000;

/** How a caller would get the values that the policy accepts. */
export function adviseGrant({ facts }: PolicyAlone, { name, accepted }: RefusedValues): Message | null {
  const claims = facts.token?.claims ?? {};
  const isEntra = isFromEntra(facts.token);
  if (name === 'scp' || name === 'roles')
    return isEntra
      ? say('claim-mismatch-granted', { name, accepted, user: Object.hasOwn(claims, 'scp') })
      : say('claim-granted-ask', { name, accepted });
  if (isEntra && name === 'ver' && accepted.includes('2.0') && claims['ver'] === '1.0') return say('claim-mismatch-version', {});
  return null;
}
