import type { TokenPolicyKind } from '../../policy/token-policy.js';

/**
 * The gateway validates tokens with Microsoft's library, in a generation that is not published, through one of its two handlers.
 * Each is an engine here: what all of them answer is certain. `jwt` is JsonWebTokenHandler, `jst` is JwtSecurityTokenHandler; the
 * generations are 8.23.0, 7.7.3 and 5.7.2.
 */
export type Engine = '8-jwt' | '8-jst' | '7-jwt' | '7-jst' | '5-jwt' | '5-jst';

const everyEngine: readonly Engine[] = ['8-jwt', '8-jst', '7-jwt', '7-jst', '5-jwt', '5-jst'];
const newerEngines: readonly Engine[] = ['8-jwt', '8-jst', '7-jwt', '7-jst'];

/** The engines that a token policy can run on: generation 5 has no issuer validator for Microsoft Entra ID. */
export function enginesFor(kind: TokenPolicyKind): readonly Engine[] {
  return kind === 'validate-jwt' ? everyEngine : newerEngines;
}

/** Which engines refuse, and with what code; null for an error without one. Engines that are not in it accept. */
export type Refusals = ReadonlyMap<Engine, string | null>;

/** The same code from every one of the engines. */
export function refuseAll(engines: readonly Engine[], idx: string | null): Refusals {
  return new Map(engines.map(engine => [engine, idx]));
}

/** Codes by engine. Keys are engines, generations (`5`), handlers (`jwt`) or `all`; the most exact one that is given counts, null accepts. */
export type RefusalTable = Partial<Record<Engine | '8' | '7' | '5' | 'jwt' | 'jst' | 'all', string | null>>;

/** Writes a table out. */
export function refuse(engines: readonly Engine[], table: RefusalTable): Refusals {
  const refusals = new Map<Engine, string | null>();
  for (const engine of engines) {
    const [generation, handler] = engine.split('-') as ['8' | '7' | '5', 'jwt' | 'jst'];
    const idx = [table[engine], table[generation], table[handler], table.all].find(entry => entry !== undefined);
    if (idx !== undefined && idx !== null) refusals.set(engine, idx);
  }
  return refusals;
}

/** How a set of engines is called in a sentence: `generations 7 and 8 and one handler of generation 5`. */
export function nameEngines(engines: Iterable<Engine>): string {
  const counts = new Map<string, number>();
  for (const engine of engines) counts.set(engine.slice(0, 1), (counts.get(engine.slice(0, 1)) ?? 0) + 1);
  const name = (wanted: number): string => {
    const generations = [...counts].flatMap(([generation, count]) => (count === wanted ? [generation] : [])).sort();
    return generations.length === 0
      ? ''
      : `generation${generations.length > 1 ? 's' : ''} ${generations.join(', ').replace(/, ([^,]*)$/, ' and $1')}`;
  };
  const [both, one] = [name(2), name(1)];
  return [both, one === '' ? '' : `one handler of ${one}`].filter(text => text !== '').join(' and ');
}
