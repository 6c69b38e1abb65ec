/**
 * The members of metadata documents that are kept, in lower case: everything else of a document that was fetched or saved is
 * dropped before it travels. What this product reads is here, and so is every member that the gateway's library reads: one of the
 * wrong kind makes the library refuse the whole document (measured for key sets of 8.23.0, 7.7.3 and 5.7.2 and for configurations of
 * 8.23.0 and 7.7.3), so dropping it would hide why. The library takes names in any case (`Keys` in place of `keys`, measured).
 */

/** Read here: the issuer, where the keys are, and the keys. */
const readHere = ['issuer', 'jwks_uri', 'keys'];

/**
 * Source: the names in OpenIdConnectConfigurationSerializer.cs and OpenIdProviderMetadataNames.cs of
 * https://github.com/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet
 */
const readByLibrary = [
  'acr_values_supported',
  'authorization_details_types_supported',
  'authorization_encryption_alg_values_supported',
  'authorization_encryption_enc_values_supported',
  'authorization_endpoint',
  'authorization_response_iss_parameter_supported',
  'authorization_signing_alg_values_supported',
  'backchannel_authentication_endpoint',
  'backchannel_authentication_request_signing_alg_values_supported',
  'backchannel_token_delivery_modes_supported',
  'backchannel_user_code_parameter_supported',
  'check_session_iframe',
  'claim_types_supported',
  'claims_locales_supported',
  'claims_parameter_supported',
  'claims_supported',
  'code_challenge_methods_supported',
  'device_authorization_endpoint',
  'display_values_supported',
  'dpop_signing_alg_values_supported',
  'end_session_endpoint',
  'frontchannel_logout_session_supported',
  'frontchannel_logout_supported',
  'grant_types_supported',
  'http_logout_supported',
  'id_token_encryption_alg_values_supported',
  'id_token_encryption_enc_values_supported',
  'id_token_signing_alg_values_supported',
  'introspection_endpoint',
  'introspection_endpoint_auth_methods_supported',
  'introspection_endpoint_auth_signing_alg_values_supported',
  'logout_session_supported',
  'microsoft_multi_refresh_token',
  'op_policy_uri',
  'op_tos_uri',
  'prompt_values_supported',
  'pushed_authorization_request_endpoint',
  'registration_endpoint',
  'request_object_encryption_alg_values_supported',
  'request_object_encryption_enc_values_supported',
  'request_object_signing_alg_values_supported',
  'request_parameter_supported',
  'request_uri_parameter_supported',
  'require_pushed_authorization_requests',
  'require_request_uri_registration',
  'response_modes_supported',
  'response_types_supported',
  'revocation_endpoint',
  'revocation_endpoint_auth_methods_supported',
  'revocation_endpoint_auth_signing_alg_values_supported',
  'scopes_supported',
  'service_documentation',
  'subject_types_supported',
  'tls_client_certificate_bound_access_tokens',
  'token_endpoint',
  'token_endpoint_auth_methods_supported',
  'token_endpoint_auth_signing_alg_values_supported',
  'ui_locales_supported',
  'userinfo_encryption_alg_values_supported',
  'userinfo_encryption_enc_values_supported',
  'userinfo_endpoint',
  'userinfo_signing_alg_values_supported',
];

/** The members of a document that are kept. */
export const keptMembers: ReadonlySet<string> = new Set([...readHere, ...readByLibrary]);

/**
 * The members of each key that are kept: those read here, the private parts (where one is published, the library verifies nothing with
 * the key) and those that only the library reads. Source: JsonWebKeySerializer.cs and JsonWebKeyParameterNames.cs, same repository.
 */
export const keptKeyMembers: ReadonlySet<string> = new Set([
  'alg',
  'crv',
  'd',
  'dp',
  'dq',
  'e',
  'k',
  'key_ops',
  'kid',
  'kty',
  'n',
  'oth',
  'p',
  'q',
  'qi',
  'use',
  'x',
  'x5c',
  'x5t',
  'x5t#s256',
  'x5u',
  'y',
]);
