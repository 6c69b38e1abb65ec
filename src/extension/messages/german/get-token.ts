import type { NothingObtainable } from '../../../protocol.js';
import type { getTokenMessages as English } from '../english/get-token.js';

const nothing: Readonly<Record<NothingObtainable, string>> = {
  'external-id':
    'Die Policy vertraut External ID, und dessen Tokens lassen sich so nicht holen. Mit der eigenen Anwendung anmelden und ihr Token dekodieren.',
  'no-tenant':
    'Die Policy sagt nicht, bei welchem Tenant die Anmeldung stattfindet. Nötig ist die GUID eines Workforce-Tenants der öffentlichen Cloud, in tenant-id oder openid-config. Stattdessen ein Token dekodieren.',
  'no-api':
    'Die Policy nennt keine API, für die sich ein Token holen lässt. Eine Audience muss eine GUID sein oder mit api:// beginnen und darf keine API von Microsoft selbst sein. Stattdessen ein Token dekodieren.',
};

/** Ein Token holen: die Frage davor, und was daraus wurde. */
export const getTokenMessages: typeof English = {
  'get-restricted': () =>
    'Im eingeschränkten Modus wird kein Token geholt, weil die Policy bestimmt, wer danach gefragt wird. Dem Arbeitsbereich vertrauen oder ein Token dekodieren.',
  'get-no-policy': () => 'Zuerst eine Policy öffnen. Ihre Token-Policy nennt den Tenant und die API des Tokens.',
  'get-nothing': ({ why }) => nothing[why],
  'get-title': () => 'Token holen',
  'get-which': () => 'Das Token wählen, das die Policy annehmen würde',
  'get-question': () => 'Anmelden, um ein Zugriffstoken zu holen?',
  'get-scope': ({ scope }) => `Scope: ${scope}`,
  'get-tenant': ({ tenant }) => `Tenant: ${tenant}`,
  'get-clients': ({ editor, azureCli }) => {
    const others = azureCli === null ? '' : `, die Azure CLI als ${azureCli}`;
    return `VS Code meldet sich als Client ${editor} an${others}. Das Token nennt diesen Client; eine Prüfung der Anwendung kann es deshalb ablehnen.`;
  },
  'get-not-external-id': () => 'Tokens von External ID lassen sich so nicht holen.',
  'get-kept': () => 'APIM Token Doctor behält das Token nur im Arbeitsspeicher.',
  'get-by-editor': () => 'Mit VS Code anmelden',
  'get-by-azure-cli': () => 'Azure CLI verwenden',
  'get-running': () => 'Das Token wird geholt…',
  'get-sign-in-failed': () =>
    'VS Code hat kein Token bekommen. Die Anmeldung wurde abgebrochen, oder der Tenant lässt VS Code diese API nicht aufrufen. Mit der eigenen Anwendung anmelden und ihr Token dekodieren.',
  'get-azure-cli-failed': ({ scope, tenant }) =>
    `Die Azure CLI hat kein Token bekommen. In einem Terminal az login --tenant ${tenant} --scope ${scope} ausführen, dann diesen Befehl noch einmal. Lässt der Tenant die Azure CLI diese API nicht aufrufen, mit der eigenen Anwendung anmelden.`,
};
