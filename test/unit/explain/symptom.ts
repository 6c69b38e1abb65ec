// What the table of symptoms is written with.

type Check = 'source' | 'form' | 'signature' | 'lifetime' | 'audience' | 'issuer' | 'application' | 'claims' | null;

/** A text as users paste it, and what has to be said about it. */
export interface PastedText {
  readonly pasted: string;
  /** The codes, outermost first; empty where the text has none. */
  readonly codes: readonly string[];
  readonly check: Check;
  /** The cause or the cure, in the explanation or in one of its cures. */
  readonly says: RegExp;
}

export interface Symptom {
  readonly row: number;
  readonly symptom: string;
  /** `rule/case` below the fixtures. */
  readonly fixtures?: readonly string[];
  readonly texts?: readonly PastedText[];
  /** Why neither policy, token, metadata nor text can show it. */
  readonly unseen?: string;
}

export const tenant = '11111111-2222-3333-4444-555555555555';
export const api = '66666666-7777-8888-9999-aaaaaaaaaaaa';
export const externalId = `https://${tenant}.ciamlogin.com/${tenant}`;
export const workforce = `https://login.microsoftonline.com/${tenant}/v2.0`;
export const version1 = `https://sts.windows.net/${tenant}/`;

export const text = (codes: string, check: Check, says: RegExp, pasted: string): PastedText => ({
  pasted,
  codes: codes === '' ? [] : codes.split(' '),
  check,
  says,
});
export const tenantIssuer = (issuer: string): string =>
  `IDX40001: Issuer: '${issuer}', does not match any of the valid issuers provided for this application. `;
export const issuer = (own: string, ...valid: string[]): string =>
  `JWT Validation Failed: IDX10205: Issuer validation failed. Issuer: '${own}'. Did not match: validationParameters.ValidIssuer: '' or validationParameters.ValidIssuers: '${valid.join(', ')}'..`;
export const audience = (own: string, ...valid: string[]): string =>
  `JWT Validation Failed: IDX10214: Audience validation failed. Audiences: '${own}'. Did not match: validationParameters.ValidAudience: 'null' or validationParameters.ValidAudiences: '${valid.join(', ')}'..`;
export const unknownKey = `IDX10503: Signature validation failed. The token's kid is: 'key-1', but did not match any keys in TokenValidationParameters or Configuration. Keys tried: 'Microsoft.IdentityModel.Tokens.RsaSecurityKey, KeyId: 'key-0', InternalId: 'x'. , KeyId: key-0\n'. Number of keys in TokenValidationParameters: '1'. \nNumber of keys in Configuration: '0'. \nExceptions caught:\n ''.\ntoken: 'hidden'. See https://aka.ms/IDX10503 for details.`;
export const wrongKey = `IDX10511: Signature validation failed. Keys tried: 'Microsoft.IdentityModel.Tokens.X509SecurityKey, KeyId: 'key-1''. \nNumber of keys in TokenValidationParameters: '5'. \nNumber of keys in Configuration: '0'. \nMatched key was in 'TokenValidationParameters'. \nkid: 'key-1'. \nExceptions caught:\n ''.\ntoken: 'hidden'.`;
