/**
 * What the members of a token's header and its claims mean. Data with sources, no logic.
 * A claim that is not listed here may occur at any time: the identity platform adds claims without notice.
 */

/** Kinds of tokens a claim occurs in: access tokens of version 1.0 and 2.0, ID tokens, tokens of Azure AD B2C. */
type ClaimOccurrence = 'access-v1' | 'access-v2' | 'id' | 'b2c';

/** What a value is: decides how it is shown. `time` is Unix seconds; `scopes` is a list joined by spaces; `opaque` is for the issuer only. */
type ClaimForm = 'text' | 'time' | 'list' | 'scopes' | 'flag' | 'opaque';

interface NamedFacts {
  readonly occursIn: readonly ClaimOccurrence[];
  readonly form: ClaimForm;
  /** Whether the value tells who a person is. */
  readonly personal: boolean;
  readonly source: string;
}

/** A member of the header or a claim; the catalogue says under its name what it means. */
export type ClaimFacts = NamedFacts &
  ({ readonly part: 'header'; readonly name: HeaderName } | { readonly part: 'claims'; readonly name: ClaimName });

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
type Row<Name extends string> = { readonly name: Name } & Pick<NamedFacts, 'source'> & Partial<Omit<NamedFacts, 'source'>>;

/** The rows as they are; the compiler learns their names, and asks the catalogue for each. */
function rowsOf<const Name extends string>(rows: readonly Row<Name>[]): readonly Row<Name>[] {
  return rows;
}

const v1: readonly ClaimOccurrence[] = ['access-v1'];
const v2: readonly ClaimOccurrence[] = ['access-v2'];
const v1And2: readonly ClaimOccurrence[] = ['access-v1', 'access-v2'];
const v1AndId: readonly ClaimOccurrence[] = ['access-v1', 'id'];
const idTokens: readonly ClaimOccurrence[] = ['id'];
const entra: readonly ClaimOccurrence[] = ['access-v1', 'access-v2', 'id'];
const every: readonly ClaimOccurrence[] = ['access-v1', 'access-v2', 'id', 'b2c'];
const onlyB2c: readonly ClaimOccurrence[] = ['b2c'];

const headerRows = rowsOf([
  { name: 'typ', occursIn: every, source: jws },
  { name: 'alg', occursIn: every, source: jws },
  { name: 'kid', occursIn: every, source: access },
  {
    name: 'x5t',
    occursIn: v1AndId,
    source: access,
  },
  { name: 'x5t#S256', source: jws },
  { name: 'x5c', form: 'list', source: jws },
  { name: 'x5u', source: jws },
  { name: 'jku', source: jws },
  { name: 'jwk', source: jws },
  { name: 'cty', source: jws },
  { name: 'crit', form: 'list', source: jws },
  { name: 'b64', form: 'flag', source: 'https://www.rfc-editor.org/rfc/rfc7797' },
  { name: 'enc', source: jwe },
  { name: 'zip', source: jwe },
  {
    name: 'nonce',
    form: 'opaque',
    occursIn: v1,
    source: 'https://github.com/MicrosoftDocs/azure-docs/issues/80018',
  },
]);

const claimRows = rowsOf([
  { name: 'iss', occursIn: every, source: access },
  {
    name: 'aud',
    occursIn: every,
    source: access,
  },
  {
    name: 'azp',
    occursIn: ['access-v2', 'b2c'],
    source: access,
  },
  { name: 'appid', occursIn: v1, source: access },
  { name: 'tid', occursIn: entra, source: access },
  { name: 'ver', occursIn: every, source: access },
  { name: 'iat', form: 'time', occursIn: every, source: access },
  { name: 'nbf', form: 'time', occursIn: every, source: access },
  { name: 'exp', form: 'time', occursIn: every, source: access },
  {
    name: 'scp',
    form: 'scopes',
    occursIn: ['access-v1', 'access-v2', 'b2c'],
    source: access,
  },
  {
    name: 'roles',
    form: 'list',
    occursIn: entra,
    source: access,
  },
  { name: 'sub', personal: true, occursIn: every, source: access },
  {
    name: 'oid',
    personal: true,
    occursIn: ['access-v1', 'access-v2', 'id', 'b2c'],
    source: access,
  },
  { name: 'name', personal: true, occursIn: entra, source: access },
  {
    name: 'preferred_username',
    personal: true,
    occursIn: ['access-v2', 'id'],
    source: access,
  },
  { name: 'upn', personal: true, occursIn: ['access-v1'], source: access },
  { name: 'unique_name', personal: true, occursIn: v1AndId, source: access },
  { name: 'email', personal: true, occursIn: ['id'], source: id },
  { name: 'given_name', personal: true, occursIn: ['access-v1', 'id', 'b2c'], source: access },
  { name: 'family_name', personal: true, occursIn: ['access-v1', 'id', 'b2c'], source: access },
  { name: 'nickname', personal: true, occursIn: v1, source: access },
  { name: 'ipaddr', personal: true, occursIn: v1, source: access },
  {
    name: 'onprem_sid',
    personal: true,
    occursIn: v1,
    source: access,
  },
  { name: 'in_corp', form: 'flag', occursIn: v1, source: access },
  { name: 'pwd_exp', form: 'time', personal: true, occursIn: v1, source: access },
  { name: 'pwd_url', occursIn: v1, source: access },
  {
    name: 'idp',
    occursIn: ['access-v1', 'access-v2', 'id', 'b2c'],
    source: access,
  },
  { name: 'idtyp', occursIn: v1And2, source: optional },
  {
    name: 'appidacr',
    occursIn: v1,
    source: access,
  },
  {
    name: 'azpacr',
    occursIn: v2,
    source: access,
  },
  {
    name: 'acr',
    occursIn: ['access-v1', 'b2c'],
    source: access,
  },
  { name: 'amr', form: 'list', occursIn: v1AndId, source: access },
  { name: 'acrs', form: 'list', occursIn: v1And2, source: optional },
  { name: 'auth_time', form: 'time', occursIn: ['id', 'b2c'], source: optional },
  {
    name: 'groups',
    form: 'list',
    occursIn: entra,
    source: access,
  },
  { name: 'hasgroups', form: 'flag', occursIn: entra, source: access },
  { name: 'wids', form: 'list', occursIn: entra, source: access },
  { name: '_claim_names', occursIn: entra, source: access },
  { name: '_claim_sources', occursIn: entra, source: access },
  { name: 'uti', form: 'opaque', occursIn: entra, source: access },
  { name: 'jti', form: 'opaque', source: jwt },
  { name: 'aio', form: 'opaque', occursIn: entra, source: access },
  { name: 'rh', form: 'opaque', occursIn: entra, source: access },
  {
    name: 'xms_cc',
    form: 'list',
    occursIn: v1And2,
    source: access,
  },
  { name: 'sid', form: 'opaque', occursIn: idTokens, source: optional },
  {
    name: 'nonce',
    form: 'opaque',
    occursIn: ['id', 'b2c'],
    source: id,
  },
  {
    name: 'at_hash',
    form: 'opaque',
    occursIn: ['id', 'b2c'],
    source: id,
  },
  {
    name: 'c_hash',
    form: 'opaque',
    occursIn: ['id', 'b2c'],
    source: id,
  },
  { name: 'tfp', occursIn: onlyB2c, source: b2c },
  {
    name: 'emails',
    form: 'list',
    personal: true,
    occursIn: onlyB2c,
    source: 'https://learn.microsoft.com/azure/active-directory-b2c/user-profile-attributes',
  },
  { name: 'acct', occursIn: entra, source: optional },
  { name: 'ctry', personal: true, occursIn: entra, source: optional },
  { name: 'fwd', personal: true, occursIn: entra, source: optional },
  { name: 'login_hint', personal: true, occursIn: entra, source: optional },
  { name: 'tenant_ctry', occursIn: entra, source: optional },
  { name: 'tenant_region_scope', occursIn: entra, source: optional },
  {
    name: 'verified_primary_email',
    form: 'list',
    personal: true,
    occursIn: entra,
    source: optional,
  },
  {
    name: 'verified_secondary_email',
    form: 'list',
    personal: true,
    occursIn: entra,
    source: optional,
  },
  { name: 'vnet', occursIn: entra, source: optional },
  { name: 'xms_edov', form: 'flag', occursIn: entra, source: optional },
  { name: 'xms_pdl', occursIn: entra, source: optional },
  { name: 'xms_pl', personal: true, occursIn: entra, source: optional },
  { name: 'xms_tpl', occursIn: entra, source: optional },
  { name: 'ztdid', personal: true, occursIn: entra, source: optional },
  {
    name: 'xms_mirid',
    occursIn: v1,
    source: 'https://github.com/smallstep/certificates (authority/provisioner/azure.go)',
  },
  { name: 'xms_act_fct', form: 'scopes', occursIn: v1And2, source: agent },
  { name: 'xms_sub_fct', form: 'scopes', occursIn: v1And2, source: agent },
  { name: 'xms_tnt_fct', form: 'scopes', occursIn: v1And2, source: agent },
  { name: 'xms_idrel', form: 'scopes', occursIn: v1And2, source: agent },
  { name: 'xms_par_app_azp', occursIn: v1And2, source: agent },
  { name: 'xms_ftd', form: 'opaque', occursIn: v1And2, source: agent },
  { name: 'phone_number', personal: true, source: openid },
  { name: 'address', personal: true, source: openid },
  { name: 'birthdate', personal: true, source: openid },
  { name: 'middle_name', personal: true, source: openid },
  { name: 'picture', personal: true, source: openid },
  { name: 'profile', personal: true, source: openid },
  { name: 'email_verified', form: 'flag', source: openid },
  { name: 'scope', form: 'scopes', source: rfc8693 },
  { name: 'client_id', source: rfc8693 },
]);

export type HeaderName = (typeof headerRows)[number]['name'];

export type ClaimName = (typeof claimRows)[number]['name'];

const usual = { form: 'text', personal: false, occursIn: [] } as const;

/** Members of the header and claims, each in the order in which people look for them. */
export const claimFacts: readonly ClaimFacts[] = [
  ...headerRows.map(row => ({ ...usual, ...row, part: 'header' as const })),
  ...claimRows.map(row => ({ ...usual, ...row, part: 'claims' as const })),
];
