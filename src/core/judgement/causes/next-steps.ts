import type { Message, MessageArguments, MessageName } from '../../messages/message.js';
import { stepsFor, type Steps } from '../../messages/steps.js';
import { readAddress, tenantOf } from '../../microsoft/read-address.js';
import type { PolicyAlone } from '../judged.js';

type Adviser<Name extends MessageName> = (values: MessageArguments<Name>, context: PolicyAlone) => Steps | null;

const guidInside = /^(?:api:\/\/)?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\/?$/i;

/** The client id of the API, as the policy's audiences name it; null where none does. */
function findApi({ policy }: PolicyAlone): string | null {
  return policy.audiences.flatMap(({ value }) => guidInside.exec(value.trim())?.[1] ?? []).at(0) ?? null;
}

function findCaller({ facts }: PolicyAlone): string | null {
  const { azp, appid } = facts.token?.claims ?? {};
  return typeof azp === 'string' ? azp : typeof appid === 'string' ? appid : null;
}

/** Whether Microsoft Entra issued the token: what its administrators can do is advised for no other. */
function isFromEntra({ facts }: PolicyAlone): boolean {
  const issuer = facts.token?.claims['iss'];
  return typeof issuer === 'string' && ['workforce', 'external-id'].includes(readAddress(issuer).family);
}

/** What the policy asks of a claim first. */
function findWanted({ policy }: PolicyAlone, claim: string): string | null {
  return policy.requiredClaims.find(({ name }) => name === claim)?.values[0]?.value ?? null;
}

const versionTwo: Adviser<'claim-mismatch-version'> = (_, context) => stepsFor('token-version-2', { api: findApi(context) });
const externalId = (issuer: string): Steps => stepsFor('external-id-metadata', { tenant: tenantOf(issuer) });
const ownScope = (context: PolicyAlone): Steps | null => (isFromEntra(context) ? stepsFor('own-scope', { api: findApi(context) }) : null);

/** By the name of the sentence that tells the cause. */
const advisers: { readonly [Name in MessageName]?: Adviser<Name> } = {
  'issuer-mismatch-version-1': (_, context) => stepsFor('token-version-2', { api: findApi(context) }),
  'audience-mismatch-version-1': (_, context) => stepsFor('token-version-2', { api: findApi(context) }),
  'claim-mismatch-version': versionTwo,
  'claim-missing-version': ({ version }, context) => (version === 1 ? stepsFor('token-version-2', { api: findApi(context) }) : null),
  'issuer-mismatch-version-2': ({ issuer }) => stepsFor('version-2-metadata', { tenant: tenantOf(issuer), host: readAddress(issuer).host }),
  'issuer-mismatch-external-id': ({ issuer }) => externalId(issuer),
  'external-id-unsupported-token': ({ issuer }) => externalId(issuer),
  'signing-key-external-id': ({ tenant }) => stepsFor('external-id-metadata', { tenant }),
  'issuer-not-accepted': ({ issuer }, { prediction }) => {
    const signature = prediction?.checks.find(({ check }) => check === 'signature');
    const hasKeys = signature === undefined || signature.outcome === 'pass';
    return hasKeys || !issuer.startsWith('https://') ? stepsFor('list-issuer', { issuer }) : stepsFor('issuer-metadata', { issuer });
  },
  'audience-not-accepted': ({ audiences }) => (audiences[0] === undefined ? null : stepsFor('list-audience', { audience: audiences[0] })),
  'audience-mismatch-form': ({ audience }) => stepsFor('list-audience', { audience }),
  'audience-mismatch-microsoft': (_, context) => ownScope(context),
  'graph-token': (_, context) => ownScope(context),
  'id-token': (_, context) => ownScope(context),
  'client-not-accepted': ({ client }) => stepsFor('list-client', { client }),
  'client-public': ({ client }) => stepsFor('list-client', { client }),
  'wrong-tenant': ({ accepted }) => stepsFor('own-tenant', { tenant: accepted[0] ?? null }),
  'claim-missing': ({ name }, context) => (isFromEntra(context) ? stepsFor('optional-claim', { claim: name }) : null),
  'claim-missing-scp': ({ app }, context) =>
    app || !isFromEntra(context) ? null : stepsFor('ask-scope', { api: findApi(context), scope: findWanted(context, 'scp') }),
  'claim-missing-roles': ({ user }, context) =>
    isFromEntra(context) ? stepsFor('assign-role', { role: findWanted(context, 'roles'), caller: findCaller(context), user }) : null,
  'claim-missing-groups': ({ overage }, context) =>
    overage || !isFromEntra(context) ? null : stepsFor('group-claims', { api: findApi(context) }),
  'claim-mismatch-granted': ({ name, accepted, user }, context) => {
    if (!isFromEntra(context)) return null;
    const wanted = accepted[0] ?? null;
    return name === 'scp'
      ? stepsFor('ask-scope', { api: findApi(context), scope: wanted })
      : stepsFor('assign-role', { role: wanted, caller: findCaller(context), user });
  },
  'documents-missing': () => stepsFor('fetch-metadata', {}),
  'issuer-documents-missing': () => stepsFor('fetch-metadata', {}),
  'value-unknown': ({ missing }) => {
    const names = missing.filter(name => /^[A-Za-z0-9._-]+$/.test(name));
    return names.length === 0 ? null : stepsFor('supply-values', { names });
  },
};

/** What to do about what a message says; null where its title says it already. */
export function adviseOn(message: Message, context: PolicyAlone): Steps | null {
  // The table pairs each name with its values; a union of functions cannot say so.
  const adviser = advisers[message.name] as ((values: object, context: PolicyAlone) => Steps | null) | undefined;
  const own = adviser?.(message.values, context) ?? null;
  return own ?? (message.next === undefined ? null : adviseOn(message.next, context));
}
