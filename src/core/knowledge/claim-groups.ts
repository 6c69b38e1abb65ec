/**
 * Claims that say the same under several names: which of them a token has depends on its issuer and its version. Data, no logic. Sources:
 * the records in `providers/`, and https://www.rfc-editor.org/rfc/rfc9068 for `client_id`, `scope`, `roles` and `groups`.
 */
export const claimGroups = {
  client: ['azp', 'appid', 'client_id', 'cid'],
  grade: ['azpacr', 'appidacr'],
  caller: ['sub', 'oid', 'uid', 'username'],
  scopes: ['scp', 'scope'],
  roles: ['roles', 'role', 'permissions', 'groups', 'cognito:groups', 'realm_access', 'resource_access'],
  userFlow: ['tfp', 'acr'],
  tenant: ['tid', 'zid', 'app_tid'],
} as const;

/** Claims that are times, numbers of this one token or about the token itself: that a policy's value stands there says nothing. */
export const incidentalClaims: readonly string[] = [
  'iat',
  'nbf',
  'exp',
  'auth_time',
  'jti',
  'uti',
  'rh',
  'aio',
  'nonce',
  'at_hash',
  'c_hash',
  'ver',
  'sid',
];

/** Claims that have one value in a token of Microsoft Entra. */
export const singleClaims: readonly string[] = ['aud', 'azp', 'azpacr', 'appid', 'appidacr', 'tid', 'iss', 'ver', 'oid', 'sub', 'idtyp'];
