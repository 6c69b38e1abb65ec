/** What nobody sees in a value, in words. */
const unseen = {
  'zero-width': 'a character without width',
  'no-break-space': 'a no-break space',
  'line-break': 'a line break',
  'space-before': 'white space in front',
  'space-after': 'white space at the end',
};

export type Unseen = keyof typeof unseen;

/** Sentences about single values. */
export const valueMessages = {
  'invalid-value-empty': (values: { readonly name: string; readonly meaning: string }): string =>
    `${values.name} is empty. ${values.meaning}`,
  'invalid-value-status': (values: { readonly value: string }): string =>
    `"${values.value}" is no HTTP status: write a number from 100 to 599, for example 401.`,
  'invalid-value-boolean': (values: { readonly name: string; readonly value: string }): string =>
    `${values.name} takes true or false, not "${values.value}".`,
  'invalid-value-number': (values: { readonly name: string; readonly value: string }): string =>
    `${values.name} takes a whole number of seconds, not "${values.value}".`,
  'invalid-value-match': (values: { readonly value: string }): string => `match takes all or any, not "${values.value}".`,
  'invalid-value-expression': (values: { readonly name: string }): string =>
    `${values.name} takes no policy expression. A named value ({{name}}) works.`,
  'invisible-characters': (values: { readonly name: string; readonly what: Unseen }): string =>
    `${values.name} holds ${unseen[values.what]}. Values are compared letter by letter, and a token does not have it: remove it.`,
  'application-id-format': (values: { readonly value: string }): string =>
    `"${values.value}" is not the id of an application. It is a GUID, on the overview page of the app registration (Application (client) ID).`,
  'openid-config-url-http': (): string =>
    'The address must be https: the gateway refuses any other ("IDX20108: The address specified … is not valid as per HTTPS scheme").',
  'openid-config-url-endpoint': (values: { readonly endpoint: string; readonly suggestion: string | null }): string =>
    `This is the ${values.endpoint} endpoint, where users or clients sign in. The gateway needs the address of the OpenID configuration` +
    (values.suggestion === null ? ', which ends in /.well-known/openid-configuration.' : `: ${values.suggestion}`),
  'openid-config-url-no-discovery': (values: { readonly suggestion: string | null }): string =>
    'This is no address of an OpenID configuration: those end in /.well-known/openid-configuration.' +
    (values.suggestion === null ? '' : ` Did you mean ${values.suggestion}?`),
  'openid-config-url-slashes': (values: { readonly suggestion: string }): string =>
    `The address holds a doubled slash; most servers answer 404 to it. Write ${values.suggestion}`,
  'comma-list-in-value': (values: { readonly count: number; readonly separator: string }): string =>
    `This value is compared as one text, "${values.separator}" included: no token has it. Write ${values.count} elements, one for each. (The attribute separator splits the token's claim, not this value.)`,
  'comma-list-in-named-value': (values: { readonly name: string }): string =>
    `${values.name} stands for a list, which is compared as one text, its separators included: no token has it. Write one element for each entry. (The attribute separator splits the token's claim, not this value.)`,
  'weak-key-rsa': (values: { readonly bits: number }): string =>
    `This RSA key has ${values.bits} bits. Use one of at least 2048: shorter ones are unsafe, and Azure Advisor warns of them.`,
  'weak-key-symmetric': (values: { readonly bits: number; readonly algorithm: string; readonly wanted: number }): string =>
    `This key has ${values.bits} bits; ${values.algorithm} wants at least ${values.wanted}. Use a longer one.`,
  'certificate-as-key': (): string =>
    "This is a certificate. Text in a key is taken as a shared secret, so every token signed with RS256 fails (IDX10634: … Algorithm: 'RS256', SecurityKey: 'Microsoft.IdentityModel.Tokens.SymmetricSecurityKey' is not supported). Upload the certificate and write certificate-id, or write the RSA key as n and e.",
  'public-key-as-key': (): string =>
    "This is a public key. Text in a key is taken as a shared secret, so every token signed with RS256 fails (IDX10634: … Algorithm: 'RS256', SecurityKey: 'Microsoft.IdentityModel.Tokens.SymmetricSecurityKey' is not supported). Write the RSA key as n and e, or upload its certificate and write certificate-id.",
  'secret-in-policy': (): string =>
    'A shared secret stands here in clear text, for everyone who may read the policy or its repository. Keep it in a secret named value or in Key Vault, and write {{name}}.',
  'scheme-ignored': (values: { readonly header: string; readonly scheme: string }): string =>
    `require-scheme is ignored: it works with the Authorization header only, and the token comes in ${values.header}. That header must hold the bare token, without "${values.scheme}" in front of it.`,
};
