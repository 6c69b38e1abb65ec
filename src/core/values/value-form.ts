// Which values a file holds, and to which set they belong, by its name.
import type { ValueForm } from './value-file.js';

/** Words that name an environment where they stand alone in the name of a file: other words may name anything. */
const environments: ReadonlySet<string> = new Set([
  ...['dev', 'develop', 'development', 'test', 'tst', 'testing', 'int', 'integration', 'qa', 'uat', 'acc', 'acceptance'],
  ...['sit', 'stage', 'stg', 'staging', 'pre', 'preprod', 'pre-prod', 'preproduction', 'prod', 'prd', 'production', 'live'],
  ...['sandbox', 'sbx', 'local', 'demo', 'perf', 'load', 'dr', 'hotfix', 'nonprod', 'non-prod'],
]);

const forms: readonly (readonly [RegExp, ValueForm])[] = [
  [/(?:^|\/)named_?value_?information\.json$/i, 'named-value-information'],
  [/(?:^|\/)configuration(?:\.[\w-]+)?\.ya?ml$/i, 'configuration'],
  [/\.tfvars(?:\.json)?$/i, 'tfvars'],
  [/\.(?:tf|tofu)$/i, 'terraform'],
  [/\.bicepparam$/i, 'bicepparam'],
  [/\.bicep$/i, 'bicep'],
  [/(?:^|[/.])parameters(?:\.[\w-]+)*\.json$/i, 'parameters'],
  [/(?:^|\/)(?:apim[-_.]?)?named[-_]?values(?:\.[\w-]+)*\.json$/i, 'named-values'],
];

/** The form of a file that everybody recognises by its name; null where its name says nothing. */
export function valueFormOf(path: string): ValueForm | null {
  const plain = path.replaceAll('\\', '/');
  return forms.find(([pattern]) => pattern.test(plain))?.[1] ?? null;
}

/** The set that the values of a file belong to; null where they belong to every set. */
export function setOf(path: string, form: ValueForm): string | null {
  const name = (path.replaceAll('\\', '/').split('/').at(-1) ?? '').toLowerCase();
  switch (form) {
    case 'named-value-information':
    case 'terraform':
    case 'bicep':
      return null;
    case 'configuration':
      return /^configuration\.([\w-]+)\.ya?ml$/.exec(name)?.[1] ?? null;
    case 'tfvars': {
      const stem = name.replace(/\.tfvars(?:\.json)?$/, '');
      if (stem === 'terraform' || stem.endsWith('.auto') || stem === '') return null;
      return stem.split('.').at(-1) ?? null;
    }
    case 'bicepparam':
    case 'parameters':
    case 'named-values': {
      const words = name.split('.').slice(0, -1);
      const named = words.filter(word => word !== 'parameters' && word !== 'named-values' && word !== 'namedvalues');
      const [last = ''] = named.slice(-1);
      return environments.has(last) || (named.length > 1 && form !== 'named-values') ? last : null;
    }
  }
}
