/** What a sentence needs to know of an engine: JsonWebTokenHandler or JwtSecurityTokenHandler of a generation of the gateway's library. */
export interface NamedEngine {
  readonly generation: number;
}

/** Those who refuse a token and those who accept it, where they do not agree. */
export interface Disagreement {
  readonly refused: readonly NamedEngine[];
  readonly accepted: readonly NamedEngine[];
}

/** How engines are called in a sentence: `generations 7 and 8 and one handler of generation 5`. */
export function nameEngines(engines: readonly NamedEngine[]): string {
  const counts = new Map<number, number>();
  for (const { generation } of engines) counts.set(generation, (counts.get(generation) ?? 0) + 1);
  const name = (wanted: number): string => {
    const generations = [...counts].flatMap(([generation, count]) => (count === wanted ? [generation] : [])).sort();
    return generations.length === 0
      ? ''
      : `generation${generations.length > 1 ? 's' : ''} ${generations.join(', ').replace(/, ([^,]*)$/, ' and $1')}`;
  };
  const [both, one] = [name(2), name(1)];
  return [both, one === '' ? '' : `one handler of ${one}`].filter(text => text !== '').join(' and ');
}

export const engineMessages = {
  /** Why another code may be reported. */
  'reported-by': ({ engines }: { readonly engines: readonly NamedEngine[] }): string =>
    `This is reported by ${nameEngines(engines)} of the gateway's library; which one a gateway runs is not published.`,
  /** Why an earlier check may be what is reported. */
  'reported-first': ({ check }: { readonly check: string }): string =>
    `Reported instead if the ${check} check fails: it comes first, and is not decided here.`,
};
