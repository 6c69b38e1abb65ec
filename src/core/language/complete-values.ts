// The values worth offering: what the table of elements allows, and what the document and the workspace already hold.
import { claimFacts } from '../knowledge/claims.js';
import { clouds, publicCloud } from '../knowledge/clouds.js';
import type { AttributeFacts } from '../knowledge/elements.js';
import type { Catalogue } from '../messages/catalogue.js';
import { say, type Message } from '../messages/message.js';
import { render } from '../messages/render.js';
import { placeholderAt } from '../expression/placeholders.js';
import { readAddress } from '../microsoft/read-address.js';
import { isGuid } from '../microsoft/tenant.js';
import { configurationUnder, externalIdHost } from '../microsoft/write-address.js';

/** Writes a sentence in the language of who types. */
type Tell = (message: Message) => string;

interface ValueProposal {
  readonly value: string;
  readonly documentation: string;
}

/** What may stand as the value of this attribute. `text` is the document, for the tenants that it names. */
export function proposeValues(attribute: AttributeFacts, element: string, text: string, catalogue: Catalogue): readonly ValueProposal[] {
  const tell: Tell = message => render(message, catalogue);
  switch (attribute.shape) {
    case 'boolean':
      return ['true', 'false'].map(value => ({ value, documentation: tell(say('element-meaning', attribute)) }));
    case 'match':
      return [
        { value: 'all', documentation: tell(say('complete-match-all', {})) },
        { value: 'any', documentation: tell(say('complete-match-any', {})) },
      ];
    case 'scheme':
      return [{ value: 'Bearer', documentation: tell(say('element-meaning', attribute)) }];
    case 'status':
      return [
        { value: '401', documentation: tell(say('complete-status-401', {})) },
        { value: '403', documentation: tell(say('complete-status-403', {})) },
      ];
    case 'tenant':
      return [
        ...tenantsOf(text).map(value => ({ value, documentation: tell(say('complete-tenant', {})) })),
        { value: 'organizations', documentation: tell(say('complete-organizations', {})) },
        { value: 'common', documentation: tell(say('complete-common', {})) },
      ];
    case 'address':
      return element === 'openid-config' ? discoveryAddresses(text, tell) : endpoints;
    default:
      return proposeText(attribute.name, element, tell);
  }
}

const endpoints: readonly ValueProposal[] = clouds
  .filter(cloud => !cloud.closed)
  .map(cloud => ({ value: `https://${cloud.loginHost}`, documentation: cloud.title }));

function proposeText(attribute: string, element: string, tell: Tell): readonly ValueProposal[] {
  if (attribute === 'header-name') return [{ value: 'Authorization', documentation: tell(say('complete-authorization', {})) }];
  if (attribute === 'separator') return [{ value: ' ', documentation: tell(say('complete-separator', {})) }];
  if (attribute === 'name' && element === 'claim')
    return claimFacts
      .filter(({ part }) => part === 'claims')
      .map(claim => ({ value: claim.name, documentation: tell(say('claim-meaning', claim)) }));
  return [];
}

/** What may be written in the place of a tenant: its id, its domain name, a named value or placeholder alone. */
function isTenant(text: string): boolean {
  return isGuid(text) || /^[\w-]+\.onmicrosoft\.(?:com|us|cn)$/.test(text) || placeholderAt(text, 0)?.end === text.length;
}

const tenantPlaces = /tenant-id=["']([^"']{1,300})["']|(https:\/\/[^\s"'<>]{1,1000})/g;

/** The tenants that the document names, in their order; named values and placeholders that stand for a tenant, too. */
function tenantsOf(text: string): string[] {
  const found = [...text.matchAll(tenantPlaces)].map(([, tenant, address = '']) => tenant ?? findWrittenTenant(address));
  return [...new Set(found.filter(isTenant))];
}

/** The tenant in an address of Microsoft Entra ID or External ID; empty where there is none. */
function findWrittenTenant(address: string): string {
  const { family, tenant } = readAddress(address);
  return family === 'workforce' || family === 'external-id' ? (tenant ?? '') : '';
}

function discoveryAddresses(text: string, tell: Tell): readonly ValueProposal[] {
  const tenants = tenantsOf(text);
  // Who names the sign-in host of a national cloud has his tenant there.
  const { loginHost } = clouds.find(cloud => !cloud.closed && text.includes(`//${cloud.loginHost}`)) ?? publicCloud;
  return (tenants.length > 0 ? tenants : ['{tenant-id}']).flatMap(tenant => [
    { value: configurationUnder(`https://${loginHost}/${tenant}`, 2), documentation: tell(say('complete-workforce', { version: 2 })) },
    { value: configurationUnder(`https://${loginHost}/${tenant}`, 1), documentation: tell(say('complete-workforce', { version: 1 })) },
    {
      value: configurationUnder(`https://${externalIdHost(tenant.replace(/\.onmicrosoft\.\w+$/, ''))}/${tenant}`, 2),
      documentation: tell(say('complete-external-id', {})),
    },
  ]);
}
