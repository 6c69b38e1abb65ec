import type { FindingValue } from '../../finding.js';
import type { ElementMeaning } from '../../knowledge/elements.js';
import { brief, type Said } from '../said.js';
import { elementMeanings } from './element-meanings.js';

/** What nobody sees in a value, in words. */
const unseen = {
  'zero-width': 'an invisible character',
  'no-break-space': 'a no-break space',
  'line-break': 'a line break',
  'space-before': 'white space at the beginning',
  'space-after': 'white space at the end',
};

export type Unseen = keyof typeof unseen;

const asSecret =
  "Text in a key is read as a shared secret, so every token signed with RS256 fails (IDX10634: … Algorithm: 'RS256', SecurityKey: 'Microsoft.IdentityModel.Tokens.SymmetricSecurityKey' is not supported).";

/** "{{tenant}} = contoso.onmicrosoft.com (prod.tfvars, line 3)"; without the value where it may not be shown. */
function tellValue({ kind, name, value, source, path, line, set }: FindingValue): string {
  const written = kind === 'named-value' ? `{{${name}}}` : `the template variable ${name}`;
  const place = path === null ? null : line === null ? path : `${path}, line ${line}`;
  const given = { file: 'a file', setting: 'the settings', option: 'the command line', input: 'you supplied it' };
  const from = [place ?? (source === null ? null : given[source]), set === null ? null : `set ${set}`].filter(part => part !== null);
  return `${written}${value === null ? '' : ` = ${value}`}${from.length === 0 ? '' : ` (${from.join(', ')})`}`;
}

/** Sentences about single values. */
export const valueMessages = {
  'rests-on': (values: { readonly from: readonly FindingValue[] }): string => `Judged with ${values.from.map(tellValue).join(' and ')}.`,
  'invalid-value-empty': (values: { readonly name: string; readonly meaning: ElementMeaning }): Said => ({
    title: `${brief(values.name, 40)} is empty. Write a value.`,
    detail: elementMeanings[values.meaning],
  }),
  'invalid-value-status': (values: { readonly value: string }): Said => ({
    title: `"${brief(values.value, 30)}" is not an HTTP status. Write a number from 100 to 599, for example 401.`,
    detail: '',
  }),
  'invalid-value-boolean': (values: { readonly name: string; readonly value: string }): Said => ({
    title: `${brief(values.name, 40)} must be true or false, not "${brief(values.value, 30)}".`,
    detail: '',
  }),
  'invalid-value-number': (values: { readonly name: string; readonly value: string }): Said => ({
    title: `${brief(values.name, 30)} must be a whole number of seconds, not "${brief(values.value, 30)}".`,
    detail: '',
  }),
  'invalid-value-match': (values: { readonly value: string }): Said => ({
    title: `match must be all or any, not "${brief(values.value, 30)}".`,
    detail: '',
  }),
  'invalid-value-expression': (values: { readonly name: string }): Said => ({
    title: `${brief(values.name, 40)} cannot be a policy expression. Use a named value ({{name}}).`,
    detail: '',
  }),
  'invisible-characters': (values: { readonly name: string; readonly what: Unseen }): Said => ({
    title: `${brief(values.name, 30)} has ${unseen[values.what]}, which no token has. Remove it.`,
    detail: 'Values are compared letter by letter.',
  }),
  'application-id-format': (values: { readonly value: string }): Said => ({
    title: `"${brief(values.value, 24)}" is not an application id. Write the GUID from the app registration's overview page.`,
    detail: 'It is called Application (client) ID there.',
  }),
  'openid-config-url-http': (): Said => ({
    title: 'The address must begin with https, else the gateway refuses it. Write https.',
    detail: 'The gateway says "IDX20108: The address specified … is not valid as per HTTPS scheme".',
  }),
  'openid-config-url-endpoint': (values: { readonly endpoint: string; readonly suggestion: string | null }): Said => ({
    title: `This is the ${brief(values.endpoint, 16)} endpoint. Write the address that ends in /.well-known/openid-configuration.`,
    detail:
      'Users or clients sign in there; the gateway needs the address of the OpenID configuration' +
      (values.suggestion === null ? '.' : `: ${values.suggestion}`),
  }),
  'openid-config-url-no-discovery': (values: { readonly suggestion: string | null }): Said => ({
    title: 'This is not an OpenID configuration. Write the address that ends in /.well-known/openid-configuration.',
    detail: values.suggestion === null ? '' : `Did you mean ${values.suggestion}?`,
  }),
  'openid-config-url-misspelt': (values: { readonly host: string; readonly meant: string; readonly suggestion: string | null }): Said => ({
    title: `The host ${brief(values.host, 36)} looks misspelt. Write ${brief(values.meant, 36)}.`,
    detail: values.suggestion === null ? '' : `Did you mean ${values.suggestion}?`,
  }),
  'openid-config-url-tenant-name': (values: {
    readonly host: string;
    readonly meant: string;
    readonly suggestion: string | null;
  }): Said => ({
    title: `${brief(values.host, 36)} is a tenant's name, not a host. Write ${brief(values.meant, 32)}/ before it.`,
    detail: values.suggestion === null ? '' : `Did you mean ${values.suggestion}?`,
  }),
  'openid-config-url-user-flow': (values: { readonly suggestion: string | null }): Said => ({
    title: 'Azure AD B2C has a document for each user flow, and none without. Write the user flow behind the tenant.',
    detail:
      values.suggestion === null
        ? 'Its name stands in the claim tfp (or acr) of the tokens, and in the portal under "User flows".'
        : `Did you mean ${values.suggestion}?`,
  }),
  'openid-config-url-slashes': (values: { readonly suggestion: string }): Said => ({
    title: 'The address has a double slash, which most servers answer with 404. Remove one.',
    detail: `Write ${values.suggestion}`,
  }),
  'comma-list-in-value': (values: { readonly count: number; readonly separator: string }): Said => ({
    title: `This list is compared as one text, so no token matches it. Write ${values.count} elements, one for each value.`,
    detail: `The "${values.separator}" counts as part of the text. (The attribute separator splits the token's claim, not this value.)`,
  }),
  'comma-list-in-named-value': (values: { readonly name: string }): Said => ({
    title: `${brief(values.name, 32)} is a list, but compared as one text: no token matches. Write one element for each.`,
    detail: "Its separators count as part of the text. (The attribute separator splits the token's claim, not this value.)",
  }),
  'weak-key-rsa': (values: { readonly bits: number }): Said => ({
    title: `This RSA key has ${values.bits} bits, which is unsafe. Use one of at least 2048.`,
    detail: 'Azure Advisor warns about shorter ones.',
  }),
  'weak-key-symmetric': (values: { readonly bits: number; readonly algorithm: string; readonly wanted: number }): Said => ({
    title: `This key has ${values.bits} bits; ${brief(values.algorithm, 20)} needs at least ${values.wanted}. Use a longer one.`,
    detail: '',
  }),
  'certificate-as-key': (): Said => ({
    title: 'This is a certificate, but the text of a key is read as a shared secret. Upload it and use certificate-id.',
    detail: `${asSecret} Or write the RSA key as n and e.`,
  }),
  'public-key-as-key': (): Said => ({
    title: 'This is a public key, but the text of a key is read as a shared secret. Write the RSA key as n and e.',
    detail: `${asSecret} Or upload the certificate and use certificate-id.`,
  }),
  'secret-in-policy': (): Said => ({
    title: 'A shared secret is in clear text here. Keep it in a secret named value or Key Vault, and write {{name}}.',
    detail: 'Anyone who can read the policy or its repository can read it.',
  }),
  'scheme-ignored': (values: { readonly header: string; readonly scheme: string }): Said => ({
    title: `require-scheme is ignored with the header ${brief(values.header, 30)}. Send the bare token there.`,
    detail: `require-scheme works with the Authorization header only: in ${values.header}, send the token without "${values.scheme}".`,
  }),
};
