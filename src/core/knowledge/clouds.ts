/**
 * Microsoft's identity platform from outside: login hosts by cloud, tenants with a meaning of their own, audiences of
 * Microsoft's own APIs. Data with sources, no logic.
 *
 * Hosts are for recognising an address. They are not interchangeable in an issuer: the gateway compares issuers exactly.
 */

type CloudName = 'public' | 'us-government' | 'china' | 'germany' | 'us-old' | 'pre-production' | 'bleu' | 'delos' | 'singapore-government';

export interface Cloud {
  readonly name: CloudName;
  /** What people call it. */
  readonly title: string;
  /** The host of the authority and of the metadata; the first of `loginHosts`. */
  readonly loginHost: string;
  /** Every host of the cloud that serves an authority, older names included. */
  readonly loginHosts: readonly string[];
  /** The host in the issuer of version 1.0 tokens; null where no source was found. */
  readonly issuerHostV1: string | null;
  /** Every host that is known to stand in such an issuer. */
  readonly issuerHostsV1: readonly string[];
  /** Whether the cloud is closed. */
  readonly closed: boolean;
  readonly source: string;
}

const msalHosts = 'https://github.com/AzureAD/microsoft-authentication-library-for-dotnet (KnownMetadataProvider.cs)';

/** The cloud that a validate-azure-ad-token means without `authentication-endpoint`. */
export const publicCloud = {
  name: 'public',
  title: 'Microsoft Entra ID',
  loginHost: 'login.microsoftonline.com',
  loginHosts: ['login.microsoftonline.com', 'login.windows.net', 'login.microsoft.com'],
  issuerHostV1: 'sts.windows.net',
  issuerHostsV1: ['sts.windows.net'],
  closed: false,
  source: msalHosts,
} as const satisfies Cloud;

/** The clouds that MSAL.NET knows, the public one first. */
export const clouds: readonly Cloud[] = [
  publicCloud,
  {
    name: 'us-government',
    title: 'Microsoft Entra ID for US Government',
    loginHost: 'login.microsoftonline.us',
    loginHosts: ['login.microsoftonline.us', 'login.usgovcloudapi.net'],
    // No source says which host stands in the version 1.0 issuer of this cloud: its metadata has to be read.
    issuerHostV1: null,
    issuerHostsV1: [],
    closed: false,
    source: msalHosts,
  },
  {
    name: 'china',
    title: 'Microsoft Entra operated by 21Vianet',
    loginHost: 'login.partner.microsoftonline.cn',
    loginHosts: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
    issuerHostV1: 'sts.chinacloudapi.cn',
    issuerHostsV1: ['sts.chinacloudapi.cn'],
    closed: false,
    source: msalHosts,
  },
  {
    name: 'germany',
    title: 'Microsoft Cloud Germany (closed in October 2021)',
    loginHost: 'login.microsoftonline.de',
    loginHosts: ['login.microsoftonline.de'],
    issuerHostV1: null,
    issuerHostsV1: [],
    closed: true,
    source: msalHosts,
  },
  {
    name: 'us-old',
    title: 'Microsoft Entra ID (older US host)',
    loginHost: 'login-us.microsoftonline.com',
    loginHosts: ['login-us.microsoftonline.com'],
    issuerHostV1: null,
    issuerHostsV1: [],
    closed: false,
    source: msalHosts,
  },
  {
    name: 'pre-production',
    title: "Microsoft's pre-production environment",
    loginHost: 'login.windows-ppe.net',
    loginHosts: ['login.windows-ppe.net', 'login.microsoft-ppe.com'],
    issuerHostV1: 'sts.windows-ppe.net',
    issuerHostsV1: ['sts.windows-ppe.net'],
    closed: false,
    source: msalHosts,
  },
  {
    name: 'bleu',
    title: 'Microsoft Entra ID in the Bleu cloud (France)',
    loginHost: 'login.sovcloud-identity.fr',
    loginHosts: ['login.sovcloud-identity.fr'],
    issuerHostV1: null,
    issuerHostsV1: [],
    closed: false,
    source: msalHosts,
  },
  {
    name: 'delos',
    title: 'Microsoft Entra ID in the Delos cloud (Germany)',
    loginHost: 'login.sovcloud-identity.de',
    loginHosts: ['login.sovcloud-identity.de'],
    issuerHostV1: null,
    issuerHostsV1: [],
    closed: false,
    source: msalHosts,
  },
  {
    name: 'singapore-government',
    title: 'Microsoft Entra ID for the Government of Singapore',
    loginHost: 'login.sovcloud-identity.sg',
    loginHosts: ['login.sovcloud-identity.sg'],
    issuerHostV1: null,
    issuerHostsV1: [],
    closed: false,
    source: msalHosts,
  },
];

/** An External ID (CIAM) tenant's host is `{name or tenant id}` before this. Source: learn.microsoft.com/entra/identity-platform/v2-protocols-oidc */
export const externalIdHostSuffix = '.ciamlogin.com';

/** A B2C tenant's host is its name before this. Source: learn.microsoft.com/azure/active-directory-b2c/tokens-overview */
export const b2cHostSuffix = '.b2clogin.com';

/** The tenant of Microsoft accounts (personal accounts). Source: learn.microsoft.com/entra/identity-platform/access-token-claims-reference */
export const microsoftAccountTenant = '9188040d-6c67-4c5b-b112-36a304b66dad';

/** Words that stand in the place of a tenant. None of them ever stands in a token's issuer. Source: learn.microsoft.com/entra/identity-platform/v2-protocols */
export const wellKnownTenants = ['common', 'organizations', 'consumers'] as const;

export type WellKnownTenant = (typeof wellKnownTenants)[number];

/** What `{tenantid}` is replaced by in an issuer of `common` or `organizations`; compared exactly, lower case. */
export const tenantTemplate = '{tenantid}';

/**
 * Audiences of Microsoft Graph, without a slash at the end. Nobody but Graph can verify such a token.
 * Source: learn.microsoft.com/troubleshoot/entra/entra-id/app-integration/troubleshooting-signature-validation-errors
 */
export const graphAudiences: readonly string[] = [
  'https://graph.microsoft.com',
  'https://graph.microsoft.us',
  'https://dod-graph.microsoft.us',
  '00000003-0000-0000-c000-000000000000',
];

interface FirstPartyApi {
  readonly title: string;
  /** Its application id and its addresses, without a slash at the end. */
  readonly audiences: readonly string[];
  readonly source: string;
}

const firstPartyApps = 'https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in';
const managedIdentityServices =
  'https://learn.microsoft.com/entra/identity/managed-identities-azure-resources/services-id-authentication-support';

/** APIs of Microsoft's own: a token for one of them is no token for an API behind the gateway. */
export const firstPartyApis: readonly FirstPartyApi[] = [
  { title: 'Microsoft Graph', audiences: graphAudiences, source: firstPartyApps },
  { title: 'Azure AD Graph', audiences: ['https://graph.windows.net', '00000002-0000-0000-c000-000000000000'], source: firstPartyApps },
  {
    title: 'Azure Resource Manager',
    audiences: [
      'https://management.azure.com',
      'https://management.core.windows.net',
      'https://management.usgovcloudapi.net',
      'https://management.core.usgovcloudapi.net',
      'https://management.chinacloudapi.cn',
      'https://management.core.chinacloudapi.cn',
      '797f4846-ba00-4fd7-ba43-dac1f8f63013',
    ],
    source: firstPartyApps,
  },
  {
    title: 'Azure Key Vault',
    audiences: ['https://vault.azure.net', 'https://vault.usgovcloudapi.net', 'https://vault.azure.cn'],
    source: managedIdentityServices,
  },
  { title: 'Azure Storage', audiences: ['https://storage.azure.com'], source: managedIdentityServices },
  { title: 'Azure SQL Database', audiences: ['https://database.windows.net'], source: managedIdentityServices },
  {
    title: 'Exchange Online',
    audiences: ['https://outlook.office365.com', 'https://outlook.office.com', '00000002-0000-0ff1-ce00-000000000000'],
    source: firstPartyApps,
  },
  { title: 'SharePoint Online', audiences: ['00000003-0000-0ff1-ce00-000000000000'], source: firstPartyApps },
  {
    title: 'Azure DevOps',
    audiences: ['499b84ac-1321-427f-aa17-267ca6975798'],
    source: 'https://learn.microsoft.com/azure/devops/integrate/get-started/authentication/entra',
  },
  {
    title: 'Azure AI services',
    audiences: ['https://cognitiveservices.azure.com', 'https://ai.azure.com'],
    source: managedIdentityServices,
  },
  { title: 'Azure Service Bus', audiences: ['https://servicebus.azure.net'], source: managedIdentityServices },
  { title: 'Azure Event Hubs', audiences: ['https://eventhubs.azure.net'], source: managedIdentityServices },
];
