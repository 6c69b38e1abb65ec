import type { Judged } from '../judgement/judged.js';
import { languageOf } from '../messages/catalogue.js';
import { say } from '../messages/message.js';
import { render } from '../messages/render.js';
import { predictAfter, type After } from './after.js';
import type { Fix } from './fix.js';
import { isRewriteName } from './rewrite/variants.js';

/** A fix with what follows from it for the token in force. */
export interface Offer {
  readonly fix: Fix;
  /** Null without a token in force, and where it is not worked out. */
  readonly after: After | null;
  /** The fix's title, with what follows. */
  readonly title: string;
}

/**
 * Puts the fixes that cure the token in force first: those after which the fewest checks fail for certain, then as they are advised. The
 * token orders the list, it adds nothing to it.
 */
export async function offerFixes(judged: Judged, fixes: readonly Fix[]): Promise<Offer[]> {
  const offers: Offer[] = [];
  for (const fix of fixes) offers.push(await offerFix(judged, fix));
  return prefer(sortOffers(offers));
}

async function offerFix(judged: Judged, fix: Fix): Promise<Offer> {
  const after = await predictAfter(judged, fix);
  if (after === null) return { fix, after, title: fix.title };
  return { fix, after, title: render(say('fix-offer', { title: fix.title, after: after.words }), languageOf(judged.facts)) };
}

/** The fewest certain failures first; what is not known stands last, and equals keep their order. */
export function sortOffers<Listed extends Pick<Offer, 'after'>>(offers: readonly Listed[]): Listed[] {
  const failures = ({ after }: Listed): number => after?.failures ?? Infinity;
  return [...offers].sort((one, other) => (failures(one) === failures(other) ? 0 : failures(one) - failures(other)));
}

/**
 * What an editor takes unasked is the first of the list or nothing. Of the variants of a rewrite the first takes that place over: whoever
 * allowed the one (the tenant's own keys made the signature) allowed the element's other forms, too.
 */
function prefer(offers: readonly Offer[]): Offer[] {
  const chosen = offers.find(({ fix }) => fix.preferred)?.fix;
  const [first] = offers;
  if (chosen === undefined || first === undefined) return [...offers];
  const takesOver = first.fix === chosen || (first.fix.code === chosen.code && isRewriteName(chosen.code) && first.fix.widens);
  return offers.map((offer, place) => ({ ...offer, fix: { ...offer.fix, preferred: place === 0 && takesOver } }));
}
