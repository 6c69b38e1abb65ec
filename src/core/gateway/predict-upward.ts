import type { Facts } from '../facts.js';
import type { Path } from '../scopes/path.js';
import { keepPredictions, predictRequest, type KeptPredictions } from './predict-request.js';
import type { RequestPrediction } from './request-prediction.js';

/**
 * What a request meets from the path's document on to the broadest scope: of the ways by each product and without one, the first that refuses the token, else the
 * one of which least is known. Null without a token, and where the scopes around the document are not known. `kept`: what was predicted on the
 * same facts before.
 */
export async function predictUpward(
  { around, factsOf }: Path,
  facts: Facts,
  kept: KeptPredictions = keepPredictions(facts),
): Promise<RequestPrediction | null> {
  const { token } = facts;
  if (around === undefined || token === undefined) return null;
  const { scopes } = around;
  let worst: RequestPrediction | null = null;
  // The way without a product comes first: it is there for every API.
  for (const { policy } of [...around.upward].reverse()) {
    const found = await predictRequest(policy, { token, factsOf: factsOf ?? ((): Facts => facts), scopes }, kept);
    if (worst === null || weigh(found) > weigh(worst)) worst = found;
  }
  return worst;
}

function weigh({ answer: { outcome }, notRead }: RequestPrediction): number {
  if (outcome === null) return 2;
  return { fail: 5, unresolved: 4, uncertain: 3, pass: notRead.length > 0 ? 1 : 0 }[outcome];
}
