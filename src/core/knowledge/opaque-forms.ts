/** Texts that people take for an access token and that are none: how each is recognised. Data with sources, no logic. */

/** What a text is that is no JWT. */
export type OpaqueForm =
  | 'google'
  | 'github'
  | 'entra-code-or-refresh'
  | 'b2c-code-or-refresh'
  | 'microsoft-account'
  | 'salesforce'
  | 'databricks'
  | 'shared-access-signature'
  | 'data-protection'
  | 'basic'
  | 'cookie'
  | 'subscription-key'
  | 'guid';

interface OpaqueFormFacts {
  readonly form: OpaqueForm;
  /** Fits the whole text, without white space around it. Every quantifier stands alone or is bounded: linear on any text. */
  readonly pattern: RegExp;
  readonly source: string;
}

const credential = 'https://learn.microsoft.com/azure/api-management/api-management-subscriptions';
const seen = 'seen in tokens; no vendor documents the form';

/** In the order in which they are tried. */
export const opaqueForms: readonly OpaqueFormFacts[] = [
  { form: 'google', pattern: /^ya29\.[\w.-]{8,}$/, source: seen },
  {
    form: 'github',
    pattern: /^(?:gh[oprsu]_[A-Za-z0-9]{16,}|github_pat_\w{16,})$/,
    source:
      'https://docs.github.com/authentication/keeping-your-account-and-data-secure/about-authentication-to-github#githubs-token-formats',
  },
  // What stands behind the first dot is base64url that begins with a zero byte's A.
  { form: 'entra-code-or-refresh', pattern: /^(?:[01]\.A[\w-]{30}[\w.-]*|M\.[CR]\d+_[\w.*!$-]{8,})$/, source: seen },
  // A JOSE header of its own: {"kid":"cpimcore_…; "ver":"1.0"; …
  {
    form: 'b2c-code-or-refresh',
    pattern: /^eyJraWQiOiJjcGltY29yZV[\w-]*\.[\w.-]*$/,
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/67859',
  },
  { form: 'microsoft-account', pattern: /^Ew[A-D][\w+/]{40,}={0,2}$/, source: seen },
  { form: 'salesforce', pattern: /^00D[A-Za-z0-9]{12,15}![\w.]{16,}$/, source: 'https://help.salesforce.com: Access Tokens' },
  { form: 'databricks', pattern: /^dapi[0-9a-f]{32}(?:-\d)?$/, source: seen },
  {
    form: 'shared-access-signature',
    pattern:
      /^(?:SharedAccessSignature\s[^]*|(?:(?:https?:\/\/[^\s?]*)?\?)?(?=(?:sv|sp|sr|st|se|ss|sig|api-version)=)(?=[^\s]{0,4000}&?sig=)[^\s]*)$/,
    source: 'https://learn.microsoft.com/azure/storage/common/storage-sas-overview',
  },
  // The magic header 09 F0 C9 F0 of ASP.NET Core's data protection.
  {
    form: 'data-protection',
    pattern: /^CfDJ8[\w+/-]{20,}={0,2}$/,
    source: 'https://github.com/dotnet/aspnetcore: KeyRingBasedDataProtector',
  },
  {
    form: 'basic',
    pattern: /^(?:authorization:\s*)?basic\s+[A-Za-z0-9+/_-]{4,}={0,2}$/i,
    source: 'https://www.rfc-editor.org/rfc/rfc7617',
  },
  { form: 'cookie', pattern: /^(?:set-)?cookie:\s[^]*$/i, source: 'https://www.rfc-editor.org/rfc/rfc6265' },
  { form: 'subscription-key', pattern: /^[0-9a-f]{32}$/i, source: credential },
  { form: 'guid', pattern: /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i, source: seen },
];
