// The values worth offering: what the table of elements allows, and what the document and the workspace already hold.
import { claimFacts } from '../knowledge/claims.js';
import { clouds } from '../knowledge/clouds.js';
import type { AttributeFacts } from '../knowledge/elements.js';

export interface ValueProposal {
  readonly value: string;
  readonly documentation: string;
}

/** What may stand as the value of this attribute. `text` is the document, for the tenants that it names. */
export function proposeValues(attribute: AttributeFacts, element: string, text: string): readonly ValueProposal[] {
  switch (attribute.shape) {
    case 'boolean':
      return ['true', 'false'].map(value => ({ value, documentation: attribute.meaning }));
    case 'match':
      return [
        { value: 'all', documentation: 'The token must have every listed value. The default.' },
        { value: 'any', documentation: 'The token must have one of the listed values.' },
      ];
    case 'scheme':
      return [{ value: 'Bearer', documentation: attribute.meaning }];
    case 'status':
      return [
        { value: '401', documentation: 'Unauthorized. The default.' },
        { value: '403', documentation: 'Forbidden.' },
      ];
    case 'tenant':
      return [...tenantsOf(text).map(value => ({ value, documentation: 'A tenant that this document names.' })), ...wellKnownTenants];
    case 'address':
      return element === 'openid-config' ? discoveryAddresses(text) : endpoints;
    default:
      return proposeText(attribute.name, element);
  }
}

const wellKnownTenants: readonly ValueProposal[] = [
  { value: 'organizations', documentation: 'Any work or school tenant. Limit the tenants by a required claim tid.' },
  { value: 'common', documentation: 'Any work or school tenant, and personal accounts. Limit the tenants by a required claim tid.' },
];

const endpoints: readonly ValueProposal[] = clouds
  .filter(cloud => !cloud.closed)
  .map(cloud => ({ value: `https://${cloud.loginHost}`, documentation: cloud.title }));

function proposeText(attribute: string, element: string): readonly ValueProposal[] {
  if (attribute === 'header-name') return [{ value: 'Authorization', documentation: 'The header of bearer tokens.' }];
  if (attribute === 'separator') return [{ value: ' ', documentation: 'For scp: its scopes are separated by spaces.' }];
  if (attribute === 'name' && element === 'claim')
    return claimFacts.filter(({ part }) => part === 'claims').map(({ name, meaning }) => ({ value: name, documentation: meaning }));
  return [];
}

const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}';
const placeholder = String.raw`\{\{[A-Za-z0-9._-]+\}\}|\$\{[\w.]+\}|\{[\w.-]+\}`;
const domain = String.raw`[\w-]+\.onmicrosoft\.(?:com|us|cn)`;
const tenantPlaces = new RegExp(
  `tenant-id=["'](${guid}|${placeholder}|${domain})["']|(?:microsoftonline|windows|ciamlogin)\\.[a-z.]+/(${guid}|${placeholder}|${domain})/`,
  'g',
);

/** The tenants that the document names, in their order; named values and placeholders that stand for a tenant, too. */
function tenantsOf(text: string): string[] {
  return [...new Set([...text.matchAll(tenantPlaces)].map(match => match[1] ?? match[2] ?? ''))];
}

function discoveryAddresses(text: string): readonly ValueProposal[] {
  const tenants = tenantsOf(text);
  const suffix = '.well-known/openid-configuration';
  // Who names the sign-in host of a national cloud has his tenant there.
  const { loginHost: host } = clouds.find(({ loginHost, closed }) => !closed && text.includes(`//${loginHost}`)) ?? {
    loginHost: 'login.microsoftonline.com',
  };
  return (tenants.length > 0 ? tenants : ['{tenant-id}']).flatMap(tenant => [
    { value: `https://${host}/${tenant}/v2.0/${suffix}`, documentation: 'Workforce tenant, version 2.0 tokens.' },
    { value: `https://${host}/${tenant}/${suffix}`, documentation: 'Workforce tenant, version 1.0 tokens.' },
    {
      value: `https://${tenant.replace(/\.onmicrosoft\.\w+$/, '')}.ciamlogin.com/${tenant}/v2.0/${suffix}`,
      documentation: 'Microsoft Entra External ID tenant, version 2.0 tokens.',
    },
  ]);
}
