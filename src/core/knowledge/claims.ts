/**
 * What the members of a token's header and its claims mean. Data with sources, no logic.
 * A claim that is not listed here may occur at any time: the identity platform adds claims without notice.
 */

/** Kinds of tokens a claim occurs in: access tokens of version 1.0 and 2.0, ID tokens, tokens of Azure AD B2C. */
export type ClaimOccurrence = 'access-v1' | 'access-v2' | 'id' | 'b2c';

/** What a value is: decides how it is shown. `time` is Unix seconds; `scopes` is a list joined by spaces; `opaque` is for the issuer only. */
export type ClaimForm = 'text' | 'time' | 'list' | 'scopes' | 'flag' | 'opaque';

export interface ClaimFacts {
  readonly name: string;
  readonly part: 'header' | 'claims';
  readonly occursIn: readonly ClaimOccurrence[];
  readonly form: ClaimForm;
  /** One plain sentence. */
  readonly meaning: string;
  /** Whether the value tells who a person is. */
  readonly personal: boolean;
  readonly source: string;
}

const jwt = 'https://www.rfc-editor.org/rfc/rfc7519';
const jws = 'https://www.rfc-editor.org/rfc/rfc7515';
const jwe = 'https://www.rfc-editor.org/rfc/rfc7516';
const access = 'https://learn.microsoft.com/entra/identity-platform/access-token-claims-reference';
const id = 'https://learn.microsoft.com/entra/identity-platform/id-token-claims-reference';
const optional = 'https://learn.microsoft.com/entra/identity-platform/optional-claims-reference';
const agent = 'https://learn.microsoft.com/entra/agent-id/agent-token-claims';
const b2c = 'https://learn.microsoft.com/azure/active-directory-b2c/tokens-overview';
const openid = 'https://openid.net/specs/openid-connect-core-1_0.html';

type Row = readonly [
  name: string,
  form: ClaimForm,
  personal: boolean,
  occursIn: readonly ClaimOccurrence[],
  source: string,
  meaning: string,
];

const v1: readonly ClaimOccurrence[] = ['access-v1'];
const v2: readonly ClaimOccurrence[] = ['access-v2'];
const accessTokens: readonly ClaimOccurrence[] = ['access-v1', 'access-v2'];
const idTokens: readonly ClaimOccurrence[] = ['id'];
const entra: readonly ClaimOccurrence[] = ['access-v1', 'access-v2', 'id'];
const every: readonly ClaimOccurrence[] = ['access-v1', 'access-v2', 'id', 'b2c'];
const onlyB2c: readonly ClaimOccurrence[] = ['b2c'];

const headerRows: readonly Row[] = [
  ['typ', 'text', false, every, jws, 'The type of the token.'],
  ['alg', 'text', false, every, jws, 'The algorithm of the signature.'],
  ['kid', 'text', false, every, access, "Which of the issuer's published keys signed the token."],
  [
    'x5t',
    'text',
    false,
    ['access-v1', 'id'],
    access,
    'The older name of the key id: the thumbprint of the signing certificate. Only in version 1.0 tokens.',
  ],
  ['x5t#S256', 'text', false, [], jws, 'The SHA-256 thumbprint of the signing certificate.'],
  ['x5c', 'list', false, [], jws, 'The signing certificate and its chain.'],
  ['x5u', 'text', false, [], jws, 'Where the signing certificate is published.'],
  ['jku', 'text', false, [], jws, 'Where the key set is published. The gateway does not follow it.'],
  ['jwk', 'text', false, [], jws, 'The public key itself. The gateway does not use it.'],
  ['cty', 'text', false, [], jws, 'The type of the content; JWT where another token stands inside.'],
  ['crit', 'list', false, [], jws, 'Members of the header that the receiver has to understand.'],
  ['b64', 'flag', false, [], 'https://www.rfc-editor.org/rfc/rfc7797', 'Whether the payload is encoded in base64url.'],
  ['enc', 'text', false, [], jwe, 'How the content is encrypted.'],
  ['zip', 'text', false, [], jwe, 'How the content was compressed before it was encrypted.'],
  [
    'nonce',
    'opaque',
    false,
    v1,
    'https://github.com/MicrosoftDocs/azure-docs/issues/80018',
    'The mark of tokens for Microsoft Graph and its like: the signature covers a transformed nonce, so nobody else can verify it.',
  ],
];

const claimRows: readonly Row[] = [
  ['iss', 'text', false, every, access, 'Who issued the token. The gateway compares it exactly.'],
  ['aud', 'text', false, every, access, 'The API that the token is for: its client id, or in version 1.0 also its application ID URI.'],
  ['azp', 'text', false, ['access-v2', 'b2c'], access, 'The client id of the app that asked for the token. Version 1.0 calls it appid.'],
  ['appid', 'text', false, v1, access, 'The client id of the app that asked for the token. Version 2.0 calls it azp.'],
  ['tid', 'text', false, entra, access, 'The tenant that the caller signed in to.'],
  ['ver', 'text', false, every, access, "The version of the token's form. In Azure AD B2C it is always 1.0."],
  ['iat', 'time', false, every, access, 'When the token was issued. The gateway does not check it.'],
  ['nbf', 'time', false, every, access, 'The token is not valid before this time.'],
  ['exp', 'time', false, every, access, 'The token is not valid after this time.'],
  [
    'scp',
    'scopes',
    false,
    ['access-v1', 'access-v2', 'b2c'],
    access,
    'What the app may do for the signed-in user: scopes, joined by spaces. App-only tokens have none.',
  ],
  ['roles', 'list', false, entra, access, 'App roles: those of the app itself in app-only tokens, those of the user otherwise.'],
  ['sub', 'text', true, every, access, 'The caller, as this one API knows it.'],
  ['oid', 'text', true, ['access-v1', 'access-v2', 'id', 'b2c'], access, 'The object id of the user or service principal in its tenant.'],
  ['name', 'text', true, entra, access, 'The name of the user, for display.'],
  ['preferred_username', 'text', true, ['access-v2', 'id'], access, 'The name that the user signs in with; it can change.'],
  ['upn', 'text', true, ['access-v1'], access, 'The user principal name.'],
  ['unique_name', 'text', true, ['access-v1', 'id'], access, 'A readable name of the user; only in version 1.0.'],
  ['email', 'text', true, ['id'], id, 'The e-mail address of the user; not verified, it can change.'],
  ['given_name', 'text', true, ['access-v1', 'id', 'b2c'], access, 'The first name of the user.'],
  ['family_name', 'text', true, ['access-v1', 'id', 'b2c'], access, 'The last name of the user.'],
  ['nickname', 'text', true, v1, access, 'Another name of the user.'],
  ['ipaddr', 'text', true, v1, access, 'The network address from which the user signed in.'],
  ['onprem_sid', 'text', true, v1, access, 'The security identifier of the user in the directory on premises.'],
  ['in_corp', 'flag', false, v1, access, 'Whether the client signed in from the corporate network.'],
  ['pwd_exp', 'time', true, v1, access, 'When the password of the user expires.'],
  ['pwd_url', 'text', false, v1, access, 'Where the user can change the password.'],
  [
    'idp',
    'text',
    false,
    ['access-v1', 'access-v2', 'id', 'b2c'],
    access,
    'Who authenticated the caller, where that is not the issuer (guests).',
  ],
  ['idtyp', 'text', false, accessTokens, optional, 'Who the caller is: app for an app-only token, user otherwise.'],
  [
    'appidacr',
    'text',
    false,
    v1,
    access,
    'How the client authenticated: 0 public client, 1 secret, 2 certificate. Version 2.0 calls it azpacr.',
  ],
  [
    'azpacr',
    'text',
    false,
    v2,
    access,
    'How the client authenticated: 0 public client, 1 secret, 2 certificate. Version 1.0 calls it appidacr.',
  ],
  [
    'acr',
    'text',
    false,
    ['access-v1', 'b2c'],
    access,
    'How the user was authenticated; in older Azure AD B2C policies the name of the policy.',
  ],
  ['amr', 'list', false, ['access-v1', 'id'], access, 'The methods by which the caller was authenticated.'],
  ['acrs', 'list', false, accessTokens, optional, 'Authentication contexts that were satisfied.'],
  ['auth_time', 'time', false, ['id', 'b2c'], optional, 'When the user last signed in.'],
  ['groups', 'list', false, entra, access, 'Groups of the caller; left out where there are more than 200.'],
  ['hasgroups', 'flag', false, entra, access, 'The caller has groups, but too many to list.'],
  ['wids', 'list', false, entra, access, 'Directory roles of the user.'],
  ['_claim_names', 'text', false, entra, access, 'Which claims are not here but elsewhere (more groups than fit).'],
  ['_claim_sources', 'text', false, entra, access, 'Where those claims can be read.'],
  ['uti', 'opaque', false, entra, access, 'The id of this token.'],
  ['jti', 'opaque', false, [], jwt, 'The id of this token.'],
  ['aio', 'opaque', false, entra, access, 'Internal to the issuer.'],
  ['rh', 'opaque', false, entra, access, 'Internal to the issuer.'],
  ['xms_cc', 'list', false, accessTokens, access, 'What the client can do; cp1: it understands claims challenges.'],
  ['sid', 'opaque', false, idTokens, optional, 'The session of the user.'],
  ['nonce', 'opaque', false, ['id', 'b2c'], id, 'What the client sent along to recognise its own request. Only ID tokens have it.'],
  ['at_hash', 'opaque', false, ['id', 'b2c'], id, 'The hash of the access token that was issued with this ID token.'],
  ['c_hash', 'opaque', false, ['id', 'b2c'], id, 'The hash of the authorization code that was issued with this ID token.'],
  ['tfp', 'text', false, onlyB2c, b2c, 'The user flow or policy that issued the token.'],
  [
    'emails',
    'list',
    true,
    onlyB2c,
    'https://learn.microsoft.com/azure/active-directory-b2c/user-profile-attributes',
    'The e-mail addresses of the user.',
  ],
  ['acct', 'text', false, entra, optional, 'Whether the user is a member (0) or a guest (1) of the tenant.'],
  ['ctry', 'text', true, entra, optional, 'The country of the user.'],
  ['fwd', 'text', true, entra, optional, 'The network address of the original client.'],
  ['login_hint', 'text', true, entra, optional, 'What identifies the user at the next sign-in.'],
  ['tenant_ctry', 'text', false, entra, optional, 'The country of the tenant.'],
  ['tenant_region_scope', 'text', false, entra, optional, 'The region of the tenant.'],
  ['verified_primary_email', 'list', true, entra, optional, 'Verified e-mail addresses of the user.'],
  ['verified_secondary_email', 'list', true, entra, optional, 'Further verified e-mail addresses of the user.'],
  ['vnet', 'text', false, entra, optional, 'The virtual network from which the request came.'],
  ['xms_edov', 'flag', false, entra, optional, 'Whether the owner of the e-mail address was verified.'],
  ['xms_pdl', 'text', false, entra, optional, 'The preferred data location of the user.'],
  ['xms_pl', 'text', true, entra, optional, 'The preferred language of the user.'],
  ['xms_tpl', 'text', false, entra, optional, 'The preferred language of the tenant.'],
  ['ztdid', 'text', true, entra, optional, 'The id of the device in a zero-touch deployment.'],
  [
    'xms_mirid',
    'text',
    false,
    v1,
    'https://github.com/smallstep/certificates (authority/provisioner/azure.go)',
    'The Azure resource of the managed identity.',
  ],
  ['xms_act_fct', 'scopes', false, accessTokens, agent, 'What kind of actor the caller is, as numbers.'],
  ['xms_sub_fct', 'scopes', false, accessTokens, agent, 'What kind of subject the caller is, as numbers.'],
  ['xms_tnt_fct', 'scopes', false, accessTokens, agent, 'What kind of tenant it is, as numbers.'],
  ['xms_idrel', 'scopes', false, accessTokens, agent, 'How the caller belongs to the tenant, as numbers.'],
  ['xms_par_app_azp', 'text', false, accessTokens, agent, 'The parent application of the calling app.'],
  ['xms_ftd', 'opaque', false, accessTokens, agent, 'Internal to the issuer.'],
  ['phone_number', 'text', true, [], openid, 'The phone number of the user.'],
  ['address', 'text', true, [], openid, 'The postal address of the user.'],
  ['birthdate', 'text', true, [], openid, 'The birthday of the user.'],
  ['middle_name', 'text', true, [], openid, 'The middle name of the user.'],
  ['picture', 'text', true, [], openid, 'A picture of the user.'],
  ['profile', 'text', true, [], openid, 'A page about the user.'],
  ['email_verified', 'flag', false, [], openid, 'Whether the e-mail address was verified.'],
  [
    'scope',
    'scopes',
    false,
    [],
    'https://www.rfc-editor.org/rfc/rfc8693',
    'Scopes, joined by spaces, as issuers other than Microsoft Entra call them.',
  ],
  [
    'client_id',
    'text',
    false,
    [],
    'https://www.rfc-editor.org/rfc/rfc8693',
    'The client that asked for the token, as issuers other than Microsoft Entra call it.',
  ],
];

const toFacts =
  (part: ClaimFacts['part']) =>
  ([name, form, personal, occursIn, source, meaning]: Row): ClaimFacts => ({ name, part, occursIn, form, meaning, personal, source });

/** Members of the header and claims, each in the order in which people look for them. */
export const claimFacts: readonly ClaimFacts[] = [...headerRows.map(toFacts('header')), ...claimRows.map(toFacts('claims'))];
