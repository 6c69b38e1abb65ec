// On which named values and template variables a finding rests.
import type { FactSource, Facts } from '../facts.js';
import type { FindingValue } from '../finding.js';
import type { JudgedPolicy } from '../judgement/judged.js';
import { isShowable } from '../metadata/fit-value.js';
import { decryptionKeyElements, signingKeyElements } from '../policy/compared-values.js';
import { allElements, pathTo, type PolicyElement } from '../policy/policy-tree.js';
import type { TokenPolicy } from '../policy/token-policy.js';
import type { PolicyValue, UsedValue } from '../policy/value.js';
import type { Report } from '../rules/rule.js';
import type { Span } from '../text/span.js';

/** The values that a report about a token policy rests on, each once. `isNew`: whether the rule would not say it without any value. */
export function restsOn({ policy, facts }: JudgedPolicy, report: Report, isNew: () => boolean): FindingValue[] {
  const check = report.data?.['check'];
  const values = typeof check === 'string' ? narrow(comparedIn(policy, check), report) : valuesAt(policy.element, report);
  const uses = new Map(values.flatMap(({ filled }) => filled?.uses ?? []).map(used => [`${used.kind} ${used.name}`, used]));
  if (uses.size === 0 || (typeof check !== 'string' && !isNew())) return [];
  return [...uses.values()].map(used => describe(used, facts));
}

/** What a check compares, or looks something up by. */
function comparedIn(policy: TokenPolicy, check: string): readonly PolicyValue[] {
  const attributes = (...names: string[]): PolicyValue[] => names.flatMap(name => policy.attributes[name] ?? []);
  switch (check) {
    case 'source':
      return attributes('header-name', 'query-parameter-name', 'token-value', 'require-scheme');
    case 'lifetime':
      return attributes('require-expiration-time', 'clock-skew');
    case 'audience':
      return policy.audiences;
    case 'issuer':
      return [...policy.issuers, ...policy.openidConfigs, ...attributes('tenant-id', 'authentication-endpoint')];
    case 'signature': {
      const keys = [...signingKeyElements(policy), ...decryptionKeyElements(policy)].flatMap(valuesOf);
      return [...keys, ...policy.openidConfigs, ...attributes('tenant-id', 'authentication-endpoint', 'require-signed-tokens')];
    }
    case 'application':
      return [...policy.clientApplicationIds, ...policy.backendApplicationIds];
    case 'claims':
      return policy.requiredClaims.flatMap(({ element, values }) => [
        ...element.attributes.flatMap(({ name, value }) => (name === 'name' ? [value] : [])),
        ...values,
      ]);
    default:
      return [];
  }
}

/** Of the compared values those at the place of the report, where some are. */
function narrow(values: readonly PolicyValue[], place: Span): readonly PolicyValue[] {
  const here = values.filter(value => touches(value, place));
  return here.length > 0 ? here : values;
}

/** The values at a place; at the name of an element below the token policy, those in it. */
function valuesAt(element: PolicyElement, place: Span): PolicyValue[] {
  const named = pathTo(element, place.start)
    .slice(1)
    .find(({ nameSpan }) => nameSpan.start === place.start);
  const within = named ?? place;
  return allElements(named ?? element)
    .flatMap(valuesOf)
    .filter(value => value.filled !== undefined && touches(value, within));
}

function valuesOf({ attributes, value }: PolicyElement): PolicyValue[] {
  return [...attributes.map(attribute => attribute.value), value];
}

function touches(one: Span, other: Span): boolean {
  return (one.start >= other.start && one.end <= other.end) || (other.start >= one.start && other.end <= one.end);
}

function describe({ kind, name }: UsedValue, facts: Facts): FindingValue {
  const texts = kind === 'template' ? facts.templateValues : facts.namedValues;
  const sources = kind === 'template' ? facts.templateSources : facts.sources;
  const source = sources !== undefined && Object.hasOwn(sources, name) ? sources[name] : undefined;
  const text = texts?.[name] ?? '';
  return {
    kind,
    name,
    value: source?.secret === true || !isShowable(text) ? null : text,
    source: sourceOf(source),
    path: source?.path ?? null,
    line: source?.line ?? null,
    set: source?.set ?? null,
  };
}

function sourceOf(source: FactSource | undefined): FindingValue['source'] {
  if (source?.given !== undefined) return source.given;
  return source?.from === 'file' || source?.from === 'setting' ? source.from : null;
}
