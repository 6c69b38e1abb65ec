import { generations, type Generation } from '../../metadata/signing-key.js';
import type { TokenPolicyKind } from '../../policy/token-policy.js';

const handlers = ['jwt', 'jst'] as const;

/** The two ways into the library: `jwt` is JsonWebTokenHandler, `jst` is JwtSecurityTokenHandler. */
export type Handler = (typeof handlers)[number];

/**
 * The gateway validates tokens with Microsoft's library, in a generation that is not published, through one of its two handlers.
 * Each pair is an engine here: what all of them answer is certain.
 */
export interface Engine {
  readonly generation: Generation;
  readonly handler: Handler;
}

/** Whether it is this one. */
export function isEngine({ generation, handler }: Engine, wantedGeneration: Generation, wantedHandler: Handler): boolean {
  return generation === wantedGeneration && handler === wantedHandler;
}

/** The engine whose codes and texts are shown: JsonWebTokenHandler of 8.23.0. */
export const shownEngine: Engine = { generation: 8, handler: 'jwt' };

/** All engines, the newest first; each is one object. There is no other list of them. */
export const engines: readonly Engine[] = generations.flatMap(generation =>
  handlers.map(handler => (isEngine(shownEngine, generation, handler) ? shownEngine : { generation, handler })),
);

/**
 * Whether anything speaks for it that gateways run it. Nothing does for JsonWebTokenHandler of generation 5: the one trace of that
 * generation that shows its handler is JwtSecurityTokenHandler's (Azure/api-management-samples#31). So it decides nothing alone.
 */
export function isSupported(engine: Engine): boolean {
  return !isEngine(engine, 5, 'jwt');
}

const newerEngines = engines.filter(({ generation }) => generation !== 5);

/** The engines that a token policy can run on: generation 5 has no issuer validator for Microsoft Entra ID. */
export function enginesFor(kind: TokenPolicyKind): readonly Engine[] {
  return kind === 'validate-jwt' ? engines : newerEngines;
}
