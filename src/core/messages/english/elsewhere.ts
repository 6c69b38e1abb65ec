/** Sentences about a value that the policy wants and the token has elsewhere, or in another form. The first sentence tells cause and cure. */

export interface FormPair {
  readonly wanted: string;
  readonly found: string;
}

/** A request for a token, as the records of providers tell it, as a sentence. */
const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

export const elsewhereMessages = {
  'audience-other-claim': (values: {
    readonly wanted: string;
    readonly claim: string;
    readonly isClient: boolean;
    readonly noAudience: string | null;
  }): string =>
    (values.noAudience === null
      ? `"${values.wanted}" is in ${values.claim}, not in aud.`
      : `The token has no aud: "${values.wanted}" is in ${values.claim}. ${sentence(values.noAudience)}`) +
    (values.isClient
      ? ` That is the client, not an API. To let this client in, require the claim ${values.claim} with that value in place of the audience; to check the API, list the audience that tokens for it have.`
      : ` Require the claim ${values.claim} with that value in place of the audience.`),
  'audience-default-scope': ({ wanted, found }: FormPair): string =>
    `Remove /.default from the audience: it is part of a scope that a client asks for, and no token has it in aud. The policy has "${wanted}", the token "${found}".`,
  'audience-id-inside': ({ wanted, found, isEntra }: FormPair & { readonly isEntra: boolean }): string =>
    `The token has the client id alone, "${found}", and the policy has an address that ends in it, "${wanted}". List the id.` +
    (isEntra ? ' Version 2 tokens have the client id of the API in aud, whatever address the client asked for.' : ''),
  'audience-name-inside': ({ wanted, found }: FormPair): string =>
    `The token has "${found}" alone, and the policy has a longer value that ends in it, "${wanted}". Audiences are compared whole: write it as the token has it.`,
  'audience-inside-token': ({ wanted, found }: FormPair): string =>
    `The token has "${found}", and the policy has only its last part, "${wanted}". Audiences are compared whole: write it as the token has it.`,
  'audience-same-id': ({ wanted, found }: FormPair): string =>
    `"${wanted}" (policy) and "${found}" (token) end in the same id and are compared whole. List the one that the token has.`,
  'audience-scheme': ({ wanted, found }: FormPair): string =>
    `"${wanted}" (policy) and "${found}" (token) differ only in http and https. Audiences are compared exactly: write it as the token has it.`,
  'audience-id-for-address': (values: { readonly found: string }): string =>
    `The policy lists addresses only, and version 2 tokens of Microsoft Entra have the client id of the API in aud. If "${values.found}" is this API, list it.`,
  'audience-ask': (values: { readonly title: string; readonly how: string; readonly certain: boolean }): string =>
    `With ${values.title}${values.certain ? '' : ', as far as is known'}: ${values.how}.`,
  'audience-none': (values: { readonly why: string }): string => sentence(values.why),

  'issuer-document': (values: FormPair & { readonly isConfig: boolean }): string =>
    `"${values.wanted}" is the address of a metadata document, not an issuer: write "${values.found}".` +
    (values.isConfig ? '' : ' The address of the document belongs in an openid-config.'),
  'issuer-scheme': (values: FormPair & { readonly isDocument: boolean }): string =>
    `"${values.wanted}" (policy) and "${values.found}" (token) differ only in http and https, and issuers are compared exactly.` +
    (values.isDocument
      ? " The document names the first: the issuer's server perhaps does not know that a proxy in front of it speaks https. Set its public address (hostname, forwarded headers) there, or list the token's issuer as well."
      : ' Write it as the token has it.'),
  'issuer-document-member': (values: { readonly issuer: string; readonly member: string; readonly document: string }): string =>
    `Add "${values.issuer}" to <issuers>: the document at ${values.document} names it as ${values.member}, and the gateway takes only "issuer" from a document.`,
  'issuer-note': (values: { readonly note: string }): string => sentence(values.note),

  'client-other-claim': (values: {
    readonly wanted: string;
    readonly claim: string;
    readonly client: string;
    readonly own: string;
  }): string =>
    values.claim === 'oid'
      ? `The policy lists the object id of the caller (oid): list its client id, "${values.client}" (${values.own}). The portal shows the object id of a managed identity first; its client id is on the same page or at the enterprise application.`
      : `"${values.wanted}" is in ${values.claim} of the token, and client ids are compared with ${values.own}: list "${values.client}".`,
  'client-public': (values: { readonly title: string; readonly client: string }): string =>
    `The token was asked for with ${values.title}. Add its id, "${values.client}", to client-application-ids if its users may call this API; everybody can sign in with it, so let audience, scopes and roles decide who may. Otherwise ask for the token with an app of your own.`,

  'claim-inside': ({ name, wanted, found }: FormPair & { readonly name: string }): string =>
    `${name} has the short name alone: write "${found}" in place of "${wanted}". The longer form is what a client asks for; tokens have only the name after the last slash.`,
  'claim-inside-token': ({ name, wanted, found }: FormPair & { readonly name: string }): string =>
    `${name} has the longer "${found}", which ends in the policy's "${wanted}". Values are compared whole: write it as the token has it.`,
  'claim-other-form': ({ name, wanted, found }: FormPair & { readonly name: string }): string =>
    `"${wanted}" (policy) and "${found}" (token) are two forms of one value of ${name}, which is compared as it stands. Write it as the token has it.`,
  'claim-other-claim': (values: {
    readonly name: string;
    readonly wanted: string;
    readonly claim: string;
    readonly isNested: boolean;
  }): string =>
    `"${values.wanted}" is in ${values.claim} of the token, not in ${values.name}. ` +
    (values.isNested
      ? 'That is inside an object, where a required claim does not reach: have the issuer write it into a claim of its own, or compare it in a policy expression.'
      : `Require ${values.claim} instead, if that is what you mean.`),
  'claim-ids': (values: { readonly name: string; readonly wanted: string; readonly isEntra: boolean }): string =>
    `${values.name} holds ids in this token, and the policy asks for the name "${values.wanted}". Write the id of what is meant` +
    (values.isEntra ? ' (the object id of the group in the portal).' : '.'),
  'claim-other-name': (values: {
    readonly name: string;
    readonly has: string;
    readonly how: 'letters' | 'namespace' | 'nested' | 'counterpart';
    readonly title: string | null;
  }): string => {
    if (values.how === 'nested') {
      const [root = values.has] = values.has.split('.');
      return `The token has no claim "${values.name}"; inside the object ${root} there is ${values.has.slice(root.length + 1)}. A required claim does not reach into objects: have the issuer write a flat claim (a mapper), or compare it in a policy expression.`;
    }
    const why = values.how === 'counterpart' && values.title !== null ? ` ${values.title} calls it so.` : '';
    return `The token has no claim "${values.name}"; it has "${values.has}".${why} Names are compared exactly: require "${values.has}".`;
  },
  'claim-missing-plain': (values: { readonly name: string }): string =>
    `The token has no claim "${values.name}". Names are compared exactly. Have the issuer add it, or do not require it.`,
  'claim-missing-not-granted': (values: {
    readonly name: string;
    readonly title: string;
    readonly own: readonly string[];
    readonly what: 'scopes' | 'roles';
  }): string =>
    `The token has no claim "${values.name}". ` +
    (values.own.length === 0
      ? `Tokens of ${values.title} have no ${values.what}: compare another claim.`
      : values.own.includes(values.name)
        ? `Nothing was granted to the caller: ${values.what === 'scopes' ? 'ask for the token with a scope of this API' : 'give the caller the role, and ask for a new token'}.`
        : `${values.title} writes ${values.what} into ${values.own.join(' or ')}: require that.`),
  'claim-and': (values: { readonly has: string; readonly lacks: string; readonly offered: boolean }): string =>
    `The policy asks for scp and roles: several claim elements are "and", and this token has only ${values.has}. Where one of the two should be enough, use a choose with one token policy for each (when the token has scp, otherwise)${values.offered ? '; the quick fix writes it' : ''}.`,
  'claim-granted-ask': (values: { readonly accepted: readonly string[]; readonly name: string }): string =>
    `If the call should be allowed, have the issuer grant ${values.accepted.map(value => `"${value}"`).join(' or ')}, and ask for a new token, or add the value of ${values.name} to the list here.`,

  'signing-key-own': (): string =>
    'If the app has signing keys of its own (claims mapping, SAML), append ?appid={client id} to the address of the openid-config.',
  'encrypted-no-audience': (values: { readonly title: string; readonly how: string }): string =>
    `${values.title} encrypts an access token that was asked for without an audience, and keeps the key: ${values.how}. Then it is a signed token. decryption-keys would not help.`,

  'fix-audience-shorten': (values: FormPair): string =>
    `Write the audience as the token has it: ${values.found} is accepted instead of ${values.wanted}`,
  'fix-audience-to-claim': (values: { readonly claim: string; readonly values: readonly string[] }): string =>
    `Require ${values.claim} ${values.values.join(' or ')} in place of audiences: tokens of this client are accepted for any audience`,
  'fix-issuer-add-named': (values: { readonly issuer: string; readonly member: string }): string =>
    `List ${values.issuer}, the ${values.member} of the document, as well: its tokens are accepted`,
  'fix-application-instead': (values: { readonly client: string; readonly wanted: string }): string =>
    `Write the client id in place of the object id: ${values.client} is accepted instead of ${values.wanted}`,
  'fix-application-public': (values: { readonly client: string; readonly title: string }): string =>
    `List ${values.title} (${values.client}): everybody who signs in with it is accepted, with any account that the other checks let in`,
};
