import type { Generation } from './signing-key.js';

/** What a member of a configuration has to be: a text, a list of texts, a boolean, or a boolean that may be written as text. */
export type MemberKind = 'text' | 'texts' | 'boolean' | 'written-boolean';

/** What the gateway's library wants of members of a configuration. */
interface MemberGroup {
  readonly kind: MemberKind;
  /** The oldest generation that reads them. */
  readonly since: Generation;
  readonly names: readonly string[];
}

/**
 * Every member of an OpenID configuration that the gateway's library reads, beside `issuer` and `jwks_uri`. Measured with 8.23.0, 7.7.3 and
 * 5.7.2, member by member and kind by kind. Source of the names: OpenIdConnectConfigurationSerializer.cs and OpenIdProviderMetadataNames.cs of
 * https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet
 */
export const configurationMembers: readonly MemberGroup[] = [
  {
    kind: 'text',
    since: 5,
    names: [
      'authorization_endpoint',
      'check_session_iframe',
      'end_session_endpoint',
      'op_policy_uri',
      'op_tos_uri',
      'registration_endpoint',
      'service_documentation',
      'token_endpoint',
      'userinfo_endpoint',
    ],
  },
  {
    kind: 'text',
    since: 7,
    names: ['backchannel_authentication_endpoint', 'introspection_endpoint', 'pushed_authorization_request_endpoint'],
  },
  {
    kind: 'text',
    since: 8,
    names: ['device_authorization_endpoint', 'revocation_endpoint'],
  },
  {
    kind: 'texts',
    since: 5,
    names: [
      'acr_values_supported',
      'claim_types_supported',
      'claims_locales_supported',
      'claims_supported',
      'display_values_supported',
      'grant_types_supported',
      'id_token_encryption_alg_values_supported',
      'id_token_encryption_enc_values_supported',
      'id_token_signing_alg_values_supported',
      'request_object_encryption_alg_values_supported',
      'request_object_encryption_enc_values_supported',
      'request_object_signing_alg_values_supported',
      'response_modes_supported',
      'response_types_supported',
      'scopes_supported',
      'subject_types_supported',
      'token_endpoint_auth_methods_supported',
      'token_endpoint_auth_signing_alg_values_supported',
      'ui_locales_supported',
      'userinfo_encryption_alg_values_supported',
      'userinfo_encryption_enc_values_supported',
      'userinfo_signing_alg_values_supported',
    ],
  },
  {
    kind: 'texts',
    since: 7,
    names: [
      'backchannel_authentication_request_signing_alg_values_supported',
      'backchannel_token_delivery_modes_supported',
      'dpop_signing_alg_values_supported',
      'introspection_endpoint_auth_methods_supported',
      'introspection_endpoint_auth_signing_alg_values_supported',
      'prompt_values_supported',
    ],
  },
  {
    kind: 'texts',
    since: 8,
    names: [
      'authorization_details_types_supported',
      'authorization_encryption_alg_values_supported',
      'authorization_encryption_enc_values_supported',
      'authorization_signing_alg_values_supported',
      'code_challenge_methods_supported',
      'revocation_endpoint_auth_methods_supported',
      'revocation_endpoint_auth_signing_alg_values_supported',
    ],
  },
  {
    kind: 'boolean',
    since: 5,
    names: [
      'claims_parameter_supported',
      'http_logout_supported',
      'logout_session_supported',
      'request_parameter_supported',
      'request_uri_parameter_supported',
      'require_request_uri_registration',
    ],
  },
  {
    kind: 'boolean',
    since: 7,
    names: [
      'authorization_response_iss_parameter_supported',
      'backchannel_user_code_parameter_supported',
      'require_pushed_authorization_requests',
    ],
  },
  {
    kind: 'boolean',
    since: 8,
    names: ['tls_client_certificate_bound_access_tokens'],
  },
  {
    kind: 'written-boolean',
    since: 5,
    names: ['frontchannel_logout_session_supported', 'frontchannel_logout_supported'],
  },
];

/** The members of a key that have to be texts. Source: JsonWebKeySerializer.cs and JsonWebKeyParameterNames.cs, same repository; measured as above. */
export const keyTexts: readonly string[] = [
  'alg',
  'crv',
  'd',
  'dp',
  'dq',
  'e',
  'k',
  'kid',
  'kty',
  'n',
  'p',
  'q',
  'qi',
  'use',
  'x',
  'x5t',
  'x5t#s256',
  'x5u',
  'y',
];

/** The members of a key that have to be lists of texts. */
export const keyLists: readonly string[] = ['key_ops', 'oth', 'x5c'];
