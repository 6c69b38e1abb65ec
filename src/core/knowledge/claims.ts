/**
 * What the members of a token's header and its claims mean. Data with sources, no logic.
 * A claim that is not listed here may occur at any time: the identity platform adds claims without notice.
 */

/** Kinds of tokens a claim occurs in: access tokens of version 1.0 and 2.0, ID tokens, tokens of Azure AD B2C. */
type ClaimOccurrence = 'access-v1' | 'access-v2' | 'id' | 'b2c';

/** What a value is: decides how it is shown. `time` is Unix seconds; `scopes` is a list joined by spaces; `opaque` is for the issuer only. */
type ClaimForm = 'text' | 'time' | 'list' | 'scopes' | 'flag' | 'opaque';

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
const rfc8693 = 'https://www.rfc-editor.org/rfc/rfc8693';
const openid = 'https://openid.net/specs/openid-connect-core-1_0.html';

/** A row of the tables below; what most claims have in common may be left out: `text`, of nobody in particular, in no token of Microsoft's. */
type Row = Pick<ClaimFacts, 'name' | 'source' | 'meaning'> & Partial<Pick<ClaimFacts, 'form' | 'personal' | 'occursIn'>>;

const v1: readonly ClaimOccurrence[] = ['access-v1'];
const v2: readonly ClaimOccurrence[] = ['access-v2'];
const v1And2: readonly ClaimOccurrence[] = ['access-v1', 'access-v2'];
const v1AndId: readonly ClaimOccurrence[] = ['access-v1', 'id'];
const idTokens: readonly ClaimOccurrence[] = ['id'];
const entra: readonly ClaimOccurrence[] = ['access-v1', 'access-v2', 'id'];
const every: readonly ClaimOccurrence[] = ['access-v1', 'access-v2', 'id', 'b2c'];
const onlyB2c: readonly ClaimOccurrence[] = ['b2c'];

const headerRows: readonly Row[] = [
  { name: 'typ', occursIn: every, source: jws, meaning: 'The type of the token.' },
  { name: 'alg', occursIn: every, source: jws, meaning: 'The algorithm of the signature.' },
  { name: 'kid', occursIn: every, source: access, meaning: "Which of the issuer's published keys signed the token." },
  {
    name: 'x5t',
    occursIn: v1AndId,
    source: access,
    meaning: 'The older name of the key id: the thumbprint of the signing certificate. Only in version 1.0 tokens.',
  },
  { name: 'x5t#S256', source: jws, meaning: 'The SHA-256 thumbprint of the signing certificate.' },
  { name: 'x5c', form: 'list', source: jws, meaning: 'The signing certificate and its chain.' },
  { name: 'x5u', source: jws, meaning: 'Where the signing certificate is published.' },
  { name: 'jku', source: jws, meaning: 'Where the key set is published. The gateway does not follow it.' },
  { name: 'jwk', source: jws, meaning: 'The public key itself. The gateway does not use it.' },
  { name: 'cty', source: jws, meaning: 'The type of the content; JWT where another token stands inside.' },
  { name: 'crit', form: 'list', source: jws, meaning: 'Members of the header that the receiver has to understand.' },
  { name: 'b64', form: 'flag', source: 'https://www.rfc-editor.org/rfc/rfc7797', meaning: 'Whether the payload is encoded in base64url.' },
  { name: 'enc', source: jwe, meaning: 'How the content is encrypted.' },
  { name: 'zip', source: jwe, meaning: 'How the content was compressed before it was encrypted.' },
  {
    name: 'nonce',
    form: 'opaque',
    occursIn: v1,
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/80018',
    meaning: 'The mark of tokens for Microsoft Graph and its like: the signature covers a transformed nonce, so nobody else can verify it.',
  },
];

const claimRows: readonly Row[] = [
  { name: 'iss', occursIn: every, source: access, meaning: 'Who issued the token. The gateway compares it exactly.' },
  {
    name: 'aud',
    occursIn: every,
    source: access,
    meaning: 'The API that the token is for: its client id, or in version 1.0 also its application ID URI.',
  },
  {
    name: 'azp',
    occursIn: ['access-v2', 'b2c'],
    source: access,
    meaning: 'The client id of the app that asked for the token. Version 1.0 calls it appid.',
  },
  { name: 'appid', occursIn: v1, source: access, meaning: 'The client id of the app that asked for the token. Version 2.0 calls it azp.' },
  { name: 'tid', occursIn: entra, source: access, meaning: 'The tenant that the caller signed in to.' },
  { name: 'ver', occursIn: every, source: access, meaning: "The version of the token's form. In Azure AD B2C it is always 1.0." },
  { name: 'iat', form: 'time', occursIn: every, source: access, meaning: 'When the token was issued. The gateway does not check it.' },
  { name: 'nbf', form: 'time', occursIn: every, source: access, meaning: 'The token is not valid before this time.' },
  { name: 'exp', form: 'time', occursIn: every, source: access, meaning: 'The token is not valid after this time.' },
  {
    name: 'scp',
    form: 'scopes',
    occursIn: ['access-v1', 'access-v2', 'b2c'],
    source: access,
    meaning: 'What the app may do for the signed-in user: scopes, joined by spaces. App-only tokens have none.',
  },
  {
    name: 'roles',
    form: 'list',
    occursIn: entra,
    source: access,
    meaning: 'App roles: those of the app itself in app-only tokens, those of the user otherwise.',
  },
  { name: 'sub', personal: true, occursIn: every, source: access, meaning: 'The caller, as this one API knows it.' },
  {
    name: 'oid',
    personal: true,
    occursIn: ['access-v1', 'access-v2', 'id', 'b2c'],
    source: access,
    meaning: 'The object id of the user or service principal in its tenant.',
  },
  { name: 'name', personal: true, occursIn: entra, source: access, meaning: 'The name of the user, for display.' },
  {
    name: 'preferred_username',
    personal: true,
    occursIn: ['access-v2', 'id'],
    source: access,
    meaning: 'The name that the user signs in with; it can change.',
  },
  { name: 'upn', personal: true, occursIn: ['access-v1'], source: access, meaning: 'The user principal name.' },
  { name: 'unique_name', personal: true, occursIn: v1AndId, source: access, meaning: 'A readable name of the user; only in version 1.0.' },
  { name: 'email', personal: true, occursIn: ['id'], source: id, meaning: 'The e-mail address of the user; not verified, it can change.' },
  { name: 'given_name', personal: true, occursIn: ['access-v1', 'id', 'b2c'], source: access, meaning: 'The first name of the user.' },
  { name: 'family_name', personal: true, occursIn: ['access-v1', 'id', 'b2c'], source: access, meaning: 'The last name of the user.' },
  { name: 'nickname', personal: true, occursIn: v1, source: access, meaning: 'Another name of the user.' },
  { name: 'ipaddr', personal: true, occursIn: v1, source: access, meaning: 'The network address from which the user signed in.' },
  {
    name: 'onprem_sid',
    personal: true,
    occursIn: v1,
    source: access,
    meaning: 'The security identifier of the user in the directory on premises.',
  },
  { name: 'in_corp', form: 'flag', occursIn: v1, source: access, meaning: 'Whether the client signed in from the corporate network.' },
  { name: 'pwd_exp', form: 'time', personal: true, occursIn: v1, source: access, meaning: 'When the password of the user expires.' },
  { name: 'pwd_url', occursIn: v1, source: access, meaning: 'Where the user can change the password.' },
  {
    name: 'idp',
    occursIn: ['access-v1', 'access-v2', 'id', 'b2c'],
    source: access,
    meaning: 'Who authenticated the caller, where that is not the issuer (guests).',
  },
  { name: 'idtyp', occursIn: v1And2, source: optional, meaning: 'Who the caller is: app for an app-only token, user otherwise.' },
  {
    name: 'appidacr',
    occursIn: v1,
    source: access,
    meaning: 'How the client authenticated: 0 public client, 1 secret, 2 certificate. Version 2.0 calls it azpacr.',
  },
  {
    name: 'azpacr',
    occursIn: v2,
    source: access,
    meaning: 'How the client authenticated: 0 public client, 1 secret, 2 certificate. Version 1.0 calls it appidacr.',
  },
  {
    name: 'acr',
    occursIn: ['access-v1', 'b2c'],
    source: access,
    meaning: 'How the user was authenticated; in older Azure AD B2C policies the name of the policy.',
  },
  { name: 'amr', form: 'list', occursIn: v1AndId, source: access, meaning: 'The methods by which the caller was authenticated.' },
  { name: 'acrs', form: 'list', occursIn: v1And2, source: optional, meaning: 'Authentication contexts that were satisfied.' },
  { name: 'auth_time', form: 'time', occursIn: ['id', 'b2c'], source: optional, meaning: 'When the user last signed in.' },
  {
    name: 'groups',
    form: 'list',
    occursIn: entra,
    source: access,
    meaning: 'Groups of the caller; left out where there are more than 200.',
  },
  { name: 'hasgroups', form: 'flag', occursIn: entra, source: access, meaning: 'The caller has groups, but too many to list.' },
  { name: 'wids', form: 'list', occursIn: entra, source: access, meaning: 'Directory roles of the user.' },
  { name: '_claim_names', occursIn: entra, source: access, meaning: 'Which claims are not here but elsewhere (more groups than fit).' },
  { name: '_claim_sources', occursIn: entra, source: access, meaning: 'Where those claims can be read.' },
  { name: 'uti', form: 'opaque', occursIn: entra, source: access, meaning: 'The id of this token.' },
  { name: 'jti', form: 'opaque', source: jwt, meaning: 'The id of this token.' },
  { name: 'aio', form: 'opaque', occursIn: entra, source: access, meaning: 'Internal to the issuer.' },
  { name: 'rh', form: 'opaque', occursIn: entra, source: access, meaning: 'Internal to the issuer.' },
  {
    name: 'xms_cc',
    form: 'list',
    occursIn: v1And2,
    source: access,
    meaning: 'What the client can do; cp1: it understands claims challenges.',
  },
  { name: 'sid', form: 'opaque', occursIn: idTokens, source: optional, meaning: 'The session of the user.' },
  {
    name: 'nonce',
    form: 'opaque',
    occursIn: ['id', 'b2c'],
    source: id,
    meaning: 'What the client sent along to recognise its own request. Only ID tokens have it.',
  },
  {
    name: 'at_hash',
    form: 'opaque',
    occursIn: ['id', 'b2c'],
    source: id,
    meaning: 'The hash of the access token that was issued with this ID token.',
  },
  {
    name: 'c_hash',
    form: 'opaque',
    occursIn: ['id', 'b2c'],
    source: id,
    meaning: 'The hash of the authorization code that was issued with this ID token.',
  },
  { name: 'tfp', occursIn: onlyB2c, source: b2c, meaning: 'The user flow or policy that issued the token.' },
  {
    name: 'emails',
    form: 'list',
    personal: true,
    occursIn: onlyB2c,
    source: 'https://learn.microsoft.com/azure/active-directory-b2c/user-profile-attributes',
    meaning: 'The e-mail addresses of the user.',
  },
  { name: 'acct', occursIn: entra, source: optional, meaning: 'Whether the user is a member (0) or a guest (1) of the tenant.' },
  { name: 'ctry', personal: true, occursIn: entra, source: optional, meaning: 'The country of the user.' },
  { name: 'fwd', personal: true, occursIn: entra, source: optional, meaning: 'The network address of the original client.' },
  { name: 'login_hint', personal: true, occursIn: entra, source: optional, meaning: 'What identifies the user at the next sign-in.' },
  { name: 'tenant_ctry', occursIn: entra, source: optional, meaning: 'The country of the tenant.' },
  { name: 'tenant_region_scope', occursIn: entra, source: optional, meaning: 'The region of the tenant.' },
  {
    name: 'verified_primary_email',
    form: 'list',
    personal: true,
    occursIn: entra,
    source: optional,
    meaning: 'Verified e-mail addresses of the user.',
  },
  {
    name: 'verified_secondary_email',
    form: 'list',
    personal: true,
    occursIn: entra,
    source: optional,
    meaning: 'Further verified e-mail addresses of the user.',
  },
  { name: 'vnet', occursIn: entra, source: optional, meaning: 'The virtual network from which the request came.' },
  { name: 'xms_edov', form: 'flag', occursIn: entra, source: optional, meaning: 'Whether the owner of the e-mail address was verified.' },
  { name: 'xms_pdl', occursIn: entra, source: optional, meaning: 'The preferred data location of the user.' },
  { name: 'xms_pl', personal: true, occursIn: entra, source: optional, meaning: 'The preferred language of the user.' },
  { name: 'xms_tpl', occursIn: entra, source: optional, meaning: 'The preferred language of the tenant.' },
  { name: 'ztdid', personal: true, occursIn: entra, source: optional, meaning: 'The id of the device in a zero-touch deployment.' },
  {
    name: 'xms_mirid',
    occursIn: v1,
    source: 'https://github.com/smallstep/certificates (authority/provisioner/azure.go)',
    meaning: 'The Azure resource of the managed identity.',
  },
  { name: 'xms_act_fct', form: 'scopes', occursIn: v1And2, source: agent, meaning: 'What kind of actor the caller is, as numbers.' },
  { name: 'xms_sub_fct', form: 'scopes', occursIn: v1And2, source: agent, meaning: 'What kind of subject the caller is, as numbers.' },
  { name: 'xms_tnt_fct', form: 'scopes', occursIn: v1And2, source: agent, meaning: 'What kind of tenant it is, as numbers.' },
  { name: 'xms_idrel', form: 'scopes', occursIn: v1And2, source: agent, meaning: 'How the caller belongs to the tenant, as numbers.' },
  { name: 'xms_par_app_azp', occursIn: v1And2, source: agent, meaning: 'The parent application of the calling app.' },
  { name: 'xms_ftd', form: 'opaque', occursIn: v1And2, source: agent, meaning: 'Internal to the issuer.' },
  { name: 'phone_number', personal: true, source: openid, meaning: 'The phone number of the user.' },
  { name: 'address', personal: true, source: openid, meaning: 'The postal address of the user.' },
  { name: 'birthdate', personal: true, source: openid, meaning: 'The birthday of the user.' },
  { name: 'middle_name', personal: true, source: openid, meaning: 'The middle name of the user.' },
  { name: 'picture', personal: true, source: openid, meaning: 'A picture of the user.' },
  { name: 'profile', personal: true, source: openid, meaning: 'A page about the user.' },
  { name: 'email_verified', form: 'flag', source: openid, meaning: 'Whether the e-mail address was verified.' },
  { name: 'scope', form: 'scopes', source: rfc8693, meaning: 'Scopes, joined by spaces, as issuers other than Microsoft Entra call them.' },
  { name: 'client_id', source: rfc8693, meaning: 'The client that asked for the token, as issuers other than Microsoft Entra call it.' },
];

const toFacts =
  (part: ClaimFacts['part']) =>
  (row: Row): ClaimFacts => ({ form: 'text', personal: false, occursIn: [], ...row, part });

/** Members of the header and claims, each in the order in which people look for them. */
export const claimFacts: readonly ClaimFacts[] = [...headerRows.map(toFacts('header')), ...claimRows.map(toFacts('claims'))];
