import type { engineMessages as English, NamedEngine } from '../english/gateway-engines.js';
import { nameCheck } from './check-names.js';

/** Wie Engines in einem Satz heißen, im Dativ: `Generation 7 und 8 und einem Handler von Generation 5`. */
export function nameEngines(engines: readonly NamedEngine[], one = 'einem Handler'): string {
  const counts = new Map<number, number>();
  for (const { generation } of engines) counts.set(generation, (counts.get(generation) ?? 0) + 1);
  const name = (wanted: number): string => {
    const generations = [...counts].flatMap(([generation, count]) => (count === wanted ? [generation] : [])).sort();
    return generations.length === 0 ? '' : `Generation ${generations.join(', ').replace(/, ([^,]*)$/, ' und $1')}`;
  };
  const [both, single] = [name(2), name(1)];
  return [both, single === '' ? '' : `${one} von ${single}`].filter(text => text !== '').join(' und ');
}

/** Warum ein anderer Code gemeldet werden kann. */
export const engineMessages: typeof English = {
  'reported-by': ({ engines }) =>
    `Das melden in der Bibliothek des Gateways: ${nameEngines(engines, 'ein Handler')}. Welche ein Gateway verwendet, ist nicht veröffentlicht.`,
  'reported-first': ({ check }) =>
    `Wird stattdessen gemeldet, wenn die Prüfung "${nameCheck(check)}" scheitert: Sie kommt zuerst und ist hier nicht entschieden.`,
};
