/** Members of an OpenID configuration that name an issuer of tokens beside `issuer`. AD FS: [MS-OIDCE] `access_token_issuer`. */
const members = ['access_token_issuer'] as const;

/** A document and the member of it that holds an issuer. */
interface NamingMember {
  readonly document: string;
  readonly member: (typeof members)[number];
}

/** The document, of those at these addresses, that names an issuer in a member which the gateway does not read; null where none does. */
export function findNamingMember(
  addresses: readonly string[],
  metadata: Readonly<Record<string, unknown>>,
  issuer: string,
): NamingMember | null {
  for (const document of addresses) {
    const content = Object.hasOwn(metadata, document) ? metadata[document] : undefined;
    if (typeof content !== 'object' || content === null) continue;
    const member = members.find(name => Object.hasOwn(content, name) && (content as Readonly<Record<string, unknown>>)[name] === issuer);
    if (member !== undefined) return { document, member };
  }
  return null;
}
