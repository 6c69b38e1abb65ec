/** Why validate-azure-ad-token cannot say what a validate-jwt says: the end of a sentence. The names are those of elements, attributes, values, hosts. */
const reasons = {
  'with-branch-before': () => 'it goes together with the branch before it',
  'not-finished': () => 'it is not well-formed or not finished',
  'one-version-named': ([version = '']: readonly string[]) =>
    `it accepts tokens of both versions, but only the metadata of version ${version} is named here`,
  'branches-differ': () => 'the branches for version 1.0 and 2.0 differ in more than the metadata and the name of the client claim',
  'attribute-not-default': ([name = '', wanted = '']: readonly string[]) => `it has no ${name}, which is not ${wanted} here`,
  'attribute-missing': ([name = '']: readonly string[]) => `it has no ${name}`,
  'strange-element': ([name = '']: readonly string[]) => `it contains <${name}>`,
  'strange-text': () => 'it has text between its elements',
  'element-twice': ([name = '']: readonly string[]) => `it has ${name} twice`,
  'own-keys': () => 'it has no place for signing keys',
  'no-tenant': () => 'no openid-config names a tenant',
  'inline-decryption-keys': () => 'it accepts decryption keys by certificate-id only',
  'audiences-empty': () => 'audiences is empty',
  'source-none': () => 'nothing says where the token is',
  'source-several': () => 'several attributes say where the token is',
  'scheme-other-source': () => 'its require-scheme is not documented beside another source than the Authorization header',
  'scheme-other-header': () => 'its require-scheme is not documented beside another header than Authorization',
  'scheme-missing': () => 'it accepts the scheme Bearer only, and require-scheme="Bearer" is missing here',
  'scheme-other': () => 'it accepts the scheme Bearer only',
  'external-id': () => 'External ID is not supported by it',
  b2c: () => 'B2C is not supported by it',
  'address-of-no-tenant': () => 'an openid-config is not the address of a tenant at an endpoint of Microsoft Entra ID',
  'host-of-no-endpoint': ([host = '']: readonly string[]) => `${host} is not an endpoint of Microsoft Entra ID`,
  'tenant-word': ([word = '']: readonly string[]) => `what validate-jwt does with the metadata of ${word} is not documented`,
  'several-tenants': () => 'it names one tenant at one endpoint only',
  'own-issuers': () => 'it has no place for issuers',
};

/** Why there is no way back, with the names that the sentence needs. */
export interface NotEquivalent {
  readonly why: keyof typeof reasons;
  readonly names: readonly string[];
}

export const rewriteBackMessages = {
  'back-refused': ({ why, names }: NotEquivalent): string => `validate-azure-ad-token cannot say the same: ${reasons[why](names)}.`,
};
