import type { IssuerNote, NoAudience, ProviderName } from '../../knowledge/providers/provider.js';
/** Sentences about a value that the policy wants and the token has elsewhere, or in another form. The first sentence tells cause and cure. */

import { brief, type Said } from '../said.js';
import { askAudience, issuerNotes, noAudience } from './providers.js';

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
    readonly noAudience: NoAudience | null;
  }): Said => ({
    title: `${brief(values.wanted, 24)} is in ${brief(values.claim, 20)}, not in aud. Require ${brief(values.claim, 20)} instead of the audience.`,
    detail:
      (values.noAudience === null
        ? `The policy requires "${values.wanted}" as audience.`
        : `The token has no aud: "${values.wanted}" is in ${values.claim}. ${sentence(noAudience[values.noAudience])}`) +
      (values.isClient
        ? ` That is the client, not an API. To admit this client, require the claim ${values.claim} with that value instead of the audience; to check the API, list the audience that its tokens have.`
        : ` Require the claim ${values.claim} with that value instead of the audience.`),
  }),
  'audience-default-scope': ({ wanted, found }: FormPair): Said => ({
    title: 'Remove /.default from the audience: it belongs to a scope, and no token has it in aud.',
    detail: `The policy has "${wanted}", the token "${found}".`,
  }),
  'audience-id-inside': ({ wanted, found, isEntra }: FormPair & { readonly isEntra: boolean }): Said => ({
    title: `The token has just the client id ${brief(found, 20)}, the policy an address that contains it. List the id.`,
    detail:
      `The token has "${found}", the policy "${wanted}".` +
      (isEntra ? " Version 2 tokens have the API's client id in aud, whatever address the client asked for." : ''),
  }),
  'audience-name-inside': ({ wanted, found }: FormPair): Said => ({
    title: `The token's audience is just ${brief(found, 28)}, and audiences are compared whole. Write only that.`,
    detail: `The policy has a longer value that ends in it, "${wanted}"; the token has "${found}".`,
  }),
  'audience-inside-token': ({ wanted, found }: FormPair): Said => ({
    title: `The policy has only the last part of the token's audience. Write the whole: ${brief(found, 36)}.`,
    detail: `The token has "${found}", and the policy has only its last part, "${wanted}". Audiences are compared whole.`,
  }),
  'audience-same-id': ({ wanted, found }: FormPair): Said => ({
    title: 'The two audiences end in the same id, but they are compared whole. List the one that the token has.',
    detail: `The policy has "${wanted}", the token "${found}".`,
  }),
  'audience-scheme': ({ wanted, found }: FormPair): Said => ({
    title: 'The audiences differ only in http and https, which counts. Write it exactly as in the token.',
    detail: `The policy has "${wanted}", the token "${found}".`,
  }),
  'audience-id-for-address': (values: { readonly found: string }): Said => ({
    title: `Version 2 tokens have the client id in aud; the policy lists only addresses. List ${brief(values.found, 18)} if it is this API.`,
    detail: `The token's audience is "${values.found}".`,
  }),
  'audience-ask': (values: { readonly provider: ProviderName; readonly title: string; readonly certain: boolean }): string =>
    `With ${values.title}${values.certain ? '' : ' (as far as is known)'}: ${askAudience[values.provider]}.`,
  'audience-none': (values: { readonly why: NoAudience }): string => sentence(noAudience[values.why]),

  'issuer-document': (values: FormPair & { readonly isConfig: boolean }): Said => ({
    title: 'The policy has the address of a metadata document where an issuer belongs. Write the issuer.',
    detail:
      `"${values.wanted}" is the address of a metadata document, not an issuer: write "${values.found}".` +
      (values.isConfig ? '' : ' The address of the document belongs in an openid-config.'),
  }),
  'issuer-scheme': (values: FormPair & { readonly isDocument: boolean }): Said => ({
    title: values.isDocument
      ? "The issuers differ only in http and https. Set the identity provider's public address, or list the token's issuer."
      : 'The issuers differ only in http and https, which counts. Write it exactly as in the token.',
    detail:
      `The policy has "${values.wanted}", the token "${values.found}".` +
      (values.isDocument
        ? " The first is from the document: perhaps the issuer's server does not know that a proxy in front of it uses https. Set its public address there (hostname, forwarded headers), or list the token's issuer as well."
        : ''),
  }),
  'issuer-document-member': (values: { readonly issuer: string; readonly member: string; readonly document: string }): Said => ({
    title: `The document names this issuer as ${brief(values.member, 28)}, which the gateway ignores. Add it to <issuers>.`,
    detail: `Add "${values.issuer}": the document at ${values.document} names it as ${values.member}, and the gateway uses only "issuer" of a document.`,
  }),
  'issuer-note': (values: { readonly note: IssuerNote }): string => sentence(issuerNotes[values.note]),

  'client-other-claim': (values: {
    readonly wanted: string;
    readonly claim: string;
    readonly client: string;
    readonly own: string;
  }): Said =>
    values.claim === 'oid'
      ? {
          title: `The policy lists the caller's object id (oid). List its client id instead: ${brief(values.client, 24)}.`,
          detail: `The client id is "${values.client}" (${values.own}). The portal shows the object id of a managed identity first; its client id is on the same page or at the enterprise application.`,
        }
      : {
          title: `${brief(values.wanted, 20)} is in ${brief(values.claim, 16)}; client ids are compared with ${brief(values.own, 12)}. List ${brief(values.client, 18)}.`,
          detail: `"${values.wanted}" is in ${values.claim} of the token; the client id is "${values.client}".`,
        },
  'client-public': (values: { readonly title: string; readonly client: string }): Said => ({
    title: `The token was requested with ${brief(values.title, 26)}, which is not listed. List it, or use an app of your own.`,
    detail: `Add its id, "${values.client}", to client-application-ids if its users may call this API; everybody can sign in with it, so let audience, scopes and roles decide who may.`,
  }),

  'claim-inside': ({ name, wanted, found }: FormPair & { readonly name: string }): Said => ({
    title: `${brief(name, 20)} has only the short name ${brief(found, 28)}. Write that in the policy.`,
    detail: `Write "${found}" in place of "${wanted}". Clients ask for the longer form; tokens have only the name after the last slash.`,
  }),
  'claim-inside-token': ({ name, wanted, found }: FormPair & { readonly name: string }): Said => ({
    title: `${brief(name, 20)} has the longer ${brief(found, 24)}; values are compared whole. Write it as in the token.`,
    detail: `It ends in the policy's "${wanted}".`,
  }),
  'claim-list-as-text': ({ name, wanted, found }: FormPair & { readonly name: string }): Said => ({
    title: `${brief(name, 24)} is one text that only looks like a list. Have the issuer send a list, or list the whole text.`,
    detail: `The token has "${found}", which is compared as a whole with "${wanted}"; a separator would leave the brackets.`,
  }),
  'claim-other-form': ({ name, wanted, found }: FormPair & { readonly name: string }): Said => ({
    title: `${brief(name, 24)} has the same value in another form. Write it exactly as in the token.`,
    detail: `"${wanted}" (policy) and "${found}" (token) are two forms of one value, but values are compared exactly.`,
  }),
  'claim-other-claim': (values: {
    readonly name: string;
    readonly wanted: string;
    readonly claim: string;
    readonly isNested: boolean;
  }): Said => ({
    title: values.isNested
      ? `${brief(values.wanted, 20)} is inside an object (${brief(values.claim, 20)}), out of reach. Have the issuer write a flat claim.`
      : `${brief(values.wanted, 24)} is in ${brief(values.claim, 20)}, not in ${brief(values.name, 20)}. Require ${brief(values.claim, 20)} if you mean it.`,
    detail:
      `"${values.wanted}" is in ${values.claim} of the token, not in ${values.name}.` +
      (values.isNested
        ? ' A required claim does not reach into objects: have the issuer write it into a claim of its own, or compare it in a policy expression.'
        : ''),
  }),
  'claim-ids': (values: { readonly name: string; readonly wanted: string; readonly isEntra: boolean }): Said => ({
    title: `${brief(values.name, 24)} has ids in this token, the policy the name ${brief(values.wanted, 24)}. Write the id.`,
    detail: values.isEntra ? 'It is the object id of the group in the portal.' : '',
  }),
  'claim-other-name': (values: {
    readonly name: string;
    readonly has: string;
    readonly how: 'letters' | 'namespace' | 'nested' | 'counterpart';
    readonly title: string | null;
  }): Said => {
    const name = brief(values.name, 24);
    if (values.how === 'nested') {
      const [root = values.has] = values.has.split('.');
      return {
        title: `The token has ${name} only inside the object ${brief(root, 20)}. Have the issuer write a flat claim.`,
        detail: `The token has no claim "${values.name}"; inside the object ${root} there is ${values.has.slice(root.length + 1)}. A required claim does not reach into objects: have the issuer write a flat claim (a mapper), or compare it in a policy expression.`,
      };
    }
    const why = values.how === 'counterpart' && values.title !== null ? ` ${values.title} calls it that.` : '';
    return {
      title: `The token has no claim ${name}, but has ${brief(values.has, 24)}. Require that.`,
      detail: `Names are compared exactly: require "${values.has}".${why}`,
    };
  },
  'claim-missing-plain': (values: { readonly name: string }): Said => ({
    title: `The token has no claim ${brief(values.name, 28)}. Have the issuer add it, or stop requiring it.`,
    detail: 'Names are compared exactly.',
  }),
  'claim-missing-not-granted': (values: {
    readonly name: string;
    readonly title: string;
    readonly own: readonly string[];
    readonly what: 'scopes' | 'roles';
  }): Said => {
    const lacks = `The token has no claim ${brief(values.name, 20)}`;
    const own = values.own.join(' or ');
    if (values.own.length === 0)
      return {
        title: `${lacks}. Compare another one.`,
        detail: `Tokens of ${values.title} have no ${values.what}.`,
      };
    if (values.own.includes(values.name))
      return {
        title: `${lacks}: nothing was granted. ${values.what === 'scopes' ? 'Ask for a token with a scope of this API.' : 'Give the caller the role, and ask anew.'}`,
        detail: '',
      };
    return { title: `${lacks}. Require ${brief(own, 40)} instead.`, detail: `${values.title} writes ${values.what} into ${own}.` };
  },
  'claim-and': (values: { readonly has: string; readonly lacks: string; readonly offered: boolean }): Said => ({
    title: `The policy requires scp and roles; this token has only ${brief(values.has, 12)}. Use a choose if one is enough.`,
    detail: `Several claim elements mean "and". Use one token policy for each case (when the token has scp, otherwise)${values.offered ? '; the quick fix writes it' : ''}.`,
  }),
  'claim-granted-ask': (values: { readonly accepted: readonly string[]; readonly name: string }): string =>
    `To allow the call, have the issuer grant ${values.accepted.map(value => `"${value}"`).join(' or ')}, and ask for a new token; or add the token's value of ${values.name} to the policy.`,

  'signing-key-secret': (): Said => ({
    title: "The policy's shared secret did not sign this token. Write the secret that the issuer signs with, in base64.",
    detail:
      'It has to be the same bytes on both sides. Text that is no base64 has to be encoded first; a token, or a part of one, is no secret.',
  }),
  'signing-key-own': (): string =>
    'If the app has signing keys of its own (claims mapping, SAML), append ?appid={client id} to the address of the openid-config.',
  'encrypted-no-audience': (values: { readonly provider: ProviderName; readonly title: string }): Said => ({
    title: `${brief(values.title, 20)} encrypts tokens that were asked for without an audience. Ask for one with an audience.`,
    detail: `Only ${values.title} has the key, so decryption-keys would not help. For a signed token: ${askAudience[values.provider]}.`,
  }),

  'fix-audience-shorten': (values: FormPair): string =>
    `Write the audience as the token has it: ${values.found} is accepted instead of ${values.wanted}`,
  'fix-audience-to-claim': (values: { readonly claim: string; readonly values: readonly string[] }): string =>
    `Require ${values.claim} ${values.values.join(' or ')} in place of audiences: tokens of this client are accepted for any audience`,
  'fix-issuer-add-named': (values: { readonly issuer: string; readonly member: string }): string =>
    `List ${values.issuer}, the ${values.member} of the document, as well: its tokens are accepted`,
  'fix-secret-base64': (): string => 'Write the secret in base64: tokens that are signed with it are accepted',
  'fix-scope-or-role': (): string =>
    'Ask for scp or roles: a choose with a token policy for each; tokens that have only one of the two are accepted',
  'fix-application-instead': (values: { readonly client: string; readonly wanted: string }): string =>
    `Write the client id in place of the object id: ${values.client} is accepted instead of ${values.wanted}`,
  'fix-application-public': (values: { readonly client: string; readonly title: string }): string =>
    `List ${values.title} (${values.client}): anyone who signs in with it is accepted, with any account that passes the other checks`,
};
