/**
 * Client ids that are the same in every tenant: tools and applications that anybody can sign in with. Data with sources, no logic.
 * Postman is none of them: it asks with the registration of whoever uses it.
 */

interface PublicClient {
  readonly title: string;
  readonly clientId: string;
  /** Whether developers ask for tokens with it while they try an API out. */
  readonly isTool: boolean;
  /** `observed` where no list of its vendor has it. */
  readonly certainty: 'documented' | 'observed';
  readonly source: string;
}

const firstParty = 'https://learn.microsoft.com/troubleshoot/entra/entra-id/governance/verify-first-party-apps-sign-in';
const powerPlatform = 'https://learn.microsoft.com/power-platform/admin/apps-to-allow';
const teams = 'https://learn.microsoft.com/microsoftteams/platform/m365-apps/extend-m365-teams-personal-tab';
const officeAddIns = 'https://learn.microsoft.com/office/dev/add-ins/develop/register-sso-add-in-aad-v2';
const samples = 'several samples of Power Platform';
const readme = 'the readme of one MCP sample';

const tool = (title: string, clientId: string, source: string): PublicClient => ({
  title,
  clientId,
  isTool: true,
  certainty: 'documented',
  source,
});
const app = (title: string, clientId: string, source: string): PublicClient => ({ ...tool(title, clientId, source), isTool: false });
const seen = (title: string, clientId: string, source: string): PublicClient => ({
  ...app(title, clientId, source),
  certainty: 'observed',
});

const publicClients: readonly PublicClient[] = [
  tool('Azure CLI', '04b07795-8ddb-461a-bbee-02f9e1bf7b46', firstParty),
  tool('Azure PowerShell', '1950a258-227b-4e31-a9cf-717495945fc2', firstParty),
  tool('Azure Active Directory PowerShell', '1b730954-1685-4b74-9bfd-dac224a7b894', powerPlatform),
  tool('Microsoft Graph Command Line Tools', '14d82eec-204b-4c2f-b7e8-296a70dab67e', firstParty),
  tool('Graph Explorer', 'de8bc8b5-d9f9-48b1-a8ad-b748da725064', firstParty),
  tool('Visual Studio Code', 'aebc6443-996d-45c2-90f0-388ff96faa56', powerPlatform),
  tool('Visual Studio (older)', '872cd9fa-d31f-45e0-9eab-6e460a02d1f1', powerPlatform),
  tool('Visual Studio', '04f0c124-f2bc-4f59-8241-bf6df9866bbd', powerPlatform),
  tool('Microsoft.Azure.Services.AppAuthentication', 'd7813711-9094-4ad3-a062-cac3ec74ebe8', powerPlatform),
  app('the Azure portal', 'c44b4083-3bb0-49c1-b47d-974e53cbdf3c', firstParty),
  app('the API Management extension of the Azure portal', '73a510c3-9946-46dd-b5ae-a8f0ae68fd04', powerPlatform),
  app('Microsoft Teams (desktop and mobile)', '1fec8e78-bce4-4aaf-ab1b-5451cc387264', firstParty),
  app('Microsoft Teams (web)', '5e3ce6c0-2b1f-4285-8d4b-75ee78787346', firstParty),
  app('Microsoft 365 (web)', '4765445b-32c6-49b0-83e6-1d93765276ca', firstParty),
  app('Microsoft 365 (desktop)', '0ec893e0-5785-4de6-99da-4ed124e5296c', teams),
  app('Microsoft Office', 'd3590ed6-52b3-4102-aeff-aad2292ab01c', firstParty),
  app('Outlook on the web', 'bc59ab01-8403-45c6-8796-ac3ef710b3e3', teams),
  app('Outlook Mobile', '27922004-5251-4030-b22d-91ecd9a37ea4', firstParty),
  app('Excel', '3068386c-7a16-4f6a-a664-043b6b232816', teams),
  app('all Office applications (an id for pre-authorisation)', 'ea5a67f6-b6f3-4338-b240-c655ddc3cc8e', officeAddIns),
  app('Office Online Add-in SSO', '93d53678-613d-4013-afc1-62e9e444a0a5', firstParty),
  app('Office on the web', '57fb890c-0dab-4253-a5e0-7188c88b2bb4', officeAddIns),
  app('SharePoint Online Web Client Extensibility', '08e18876-6177-487e-b8b5-cf950c1e598c', firstParty),
  seen('Azure API Connections', 'fe053c5f-3692-4f14-aef2-ee34fc081cae', samples),
  app('Power Platform Connectors', '48af08dc-f6d2-435f-b2a7-069abd99c086', powerPlatform),
  app('Microsoft Flow Portal', '6204c1d1-4712-4c46-a7d9-3ed63d992682', powerPlatform),
  app('Power Automate', '7df0a125-d3be-4c96-aa54-591f83ff541c', powerPlatform),
  app('Power Apps', '4e291c71-d680-4d0e-9640-0a3358e31177', powerPlatform),
  app('Power Apps (apps.powerapps.com)', '3e62f81e-590b-425b-9531-cad6683656cf', powerPlatform),
  app('Power Apps (apps.powerapps.com)', '9362bc14-3e81-4ef9-8b77-f1c40afe68e0', powerPlatform),
  tool('Power Platform CLI', '9cee029c-6210-4654-90bb-17e6e9d36617', powerPlatform),
  app('Power Automate for desktop', '386ce8c0-7421-48c9-a1df-2a532400339f', powerPlatform),
  app('Power Query for Excel', 'a672d62c-fc7b-4e81-a576-e60dc46e951d', powerPlatform),
  app('Power BI Desktop', '7f67af8a-fedc-4b08-8b4e-37c4d127b6cf', powerPlatform),
  app('Power BI', '871c010f-5e61-4fb1-83ac-98610a7e9110', firstParty),
  tool('Dynamics 365 Example Client Application', '51f81489-12ee-4a9e-aaae-a2591f45987d', powerPlatform),
  app('Microsoft Authentication Broker', '29d9ed98-a469-4536-ade2-f981bc1d605e', firstParty),
  seen('Claude', '0c412cc3-0dd6-449b-987f-05b053db9457', readme),
];

/** The public client with this id, in any case; undefined where it is none of them. */
export function findPublicClient(clientId: string): PublicClient | undefined {
  const wanted = clientId.toLowerCase();
  return publicClients.find(client => client.clientId === wanted);
}
