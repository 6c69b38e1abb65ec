import { answersOf, guid, other, type Answer } from './answer.js';

const errors = 'https://learn.microsoft.com/azure/api-management/api-management-error-handling-policies';
const unauthorized = 'https://learn.microsoft.com/troubleshoot/azure/api-mgmt/availability/unauthorized-errors-invoke-apis';
const identity = 'https://github.com/MicrosoftDocs/azure-docs/issues/30062';
const certificates = 'https://learn.microsoft.com/azure/api-management/api-management-howto-mutual-certificates-for-clients';
const mcp = 'https://github.com/Azure-Samples/remote-mcp-apim-functions-python';

/** What the gateway itself and its policies write. */
export const answersOfGateway: readonly Answer[] = [
  ...answersOf(unauthorized, 'gateway', /subscription key/, [
    [
      '{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }',
      /Ocp-Apim-Subscription-Key/,
    ],
    [
      'Access denied due to missing subscription key. Make sure to include subscription key when making requests to this API.',
      /not about the token/,
    ],
    [
      '{ "statusCode": 401, "message": "Access denied due to invalid subscription key. Make sure to provide a valid key for an active subscription." }',
      /active subscription/,
    ],
    [
      'WWW-Authenticate: AzureApiManagementKey realm="https://contoso.azure-api.net/orders",name="Ocp-Apim-Subscription-Key",type="header"',
      /address of the API/,
    ],
  ]),
  ...answersOf(errors, 'gateway', /subscription key/, [
    ['{"source":"authorization","reason":"SubscriptionKeyNotFound","section":"inbound"}', /had no key/],
    ['{"source":"authorization","reason":"SubscriptionKeyInvalid","section":"inbound"}', /the key is wrong/],
  ]),
  ...answersOf(errors, 'gateway', /routing/, [
    ['Unable to match incoming request to an operation.', /method and path/],
    ['{"source":"configuration","reason":"OperationNotFound"}', /No operation/],
    ['{ "statusCode": 404, "message": "Resource not found" }', /address/],
  ]),
  ...answersOf(errors, 'policy', /policy expression/, [
    ['{"source":"set-header","reason":"ExpressionValueEvaluationFailure"}', /exception/],
  ]),
  ...answersOf(errors, 'gateway', /connection/, [
    ['{"source":"forward-request","reason":"BackendConnectionFailure"}', /could not connect/],
    ['{"source":"forward-request","reason":"ClientConnectionFailure"}', /closed the connection/],
  ]),
  ...answersOf(errors, 'policy', /check-header/, [
    ['Header X-Tenant was not found in the request. Access denied.', /Send the header/],
    ['{"reason":"HeaderNotFound"}', /Send the header/],
    ['Header Authorization value of Basic abc is not allowed. Access denied.', /validate-jwt/],
    ['{"reason":"HeaderValueNotAllowed"}', /validate-jwt/],
  ]),
  ...answersOf(errors, 'policy', /ip-filter/, [
    ['Caller IP address 203.0.113.7 is not allowed. Access denied.', /ip-filter/],
    ['Caller IP address is blocked. Access denied.', /ip-filter/],
    ['Failed to establish IP address for the caller. Access denied.', /ip-filter/],
    ['{"reason":"CallerIpNotAllowed"}', /ip-filter/],
    ['{"reason":"CallerIpBlocked"}', /ip-filter/],
    ['{"reason":"FailedToParseCallerIP"}', /ip-filter/],
  ]),
  ...answersOf(errors, 'policy', /quota/, [
    ['{ "statusCode": 403, "message": "Out of call volume quota. Quota will be replenished in 23:58:40." }', /quota/],
    ['Out of bandwidth quota. Quota will be replenished in 1.02:00:00.', /quota/],
    ['{"reason":"QuotaExceeded"}', /quota/],
  ]),
  ...answersOf(errors, 'policy', /rate-limit/, [
    ['{ "statusCode": 429, "message": "Rate limit is exceeded. Try again in 27 seconds." }', /Retry-After/],
    ['{"reason":"RateLimitExceeded"}', /Retry-After/],
  ]),
  ...answersOf(errors, 'policy', /rate-limit/, [['{"reason":"x","message":"Rate limit is exceeded"}', /Retry-After/]]),
  ...answersOf(errors, 'gateway', /a policy that failed/, [
    ['{ "statusCode": 500, "message": "Internal server error" }', /LastErrorSource/],
  ]),
  ...answersOf(errors, 'undecided', /NestJS/, [
    ['{ "statusCode": 401, "message": "Not with us." }', /failed-validation-error-message/],
    ['HTTP/1.1 403 Forbidden\nContent-Type: application/json\n\n{"message":"Forbidden resource","statusCode":403}', /BackendResponseCode/],
  ]),
  ...answersOf('https://github.com/MicrosoftDocs/azure-docs/issues/5297', 'client', /test console/, [
    ['Trace is not available because response does not contain Ocp-Apim-Trace-Location header.', /listDebugCredentials/],
  ]),
  ...answersOf(identity, 'policy', /authentication-managed-identity/, [
    [
      `Obtaining managed identity token using clientId:${guid} AAD Authority:https://login.windows.net/${other} for https://orders.example audience succeeded.`,
      /no refusal/,
    ],
    ['Managed identity token is added to Authorization header.', /above authentication-managed-identity/],
  ]),
  ...answersOf(certificates, 'policy', /certificate/, [
    ['HTTP/1.1 403 Invalid client certificate\nContent-Length: 0\n\n', /client certificate/],
  ]),
  ...answersOf(errors, 'policy', /^validate-jwt$/, [
    ['{ "statusCode": 401, "message": "JWT not present." }', /found no token/],
    ['{ "statusCode": 401, "message": "Invalid JWT." }', /Trace the request/],
    ['Claim value mismatch: roles=Orders.Read.', /Orders\.Read/],
  ]),
  ...answersOf(errors, 'policy', /^validate-azure-ad-token$/, [
    ['{ "statusCode": 401, "message": "Azure AD JWT not present." }', /found no token/],
    ['{ "statusCode": 401, "message": "Invalid Azure AD JWT" }', /Trace the request/],
    ['{ "statusCode": 401, "message": "Invalid Azure AD JWT." }', /Trace the request/],
  ]),
  ...answersOf(errors, 'policy', /validate-jwt or validate-azure-ad-token/, [
    ['{ "statusCode": 401, "message": "Unauthorized. Access token is missing or invalid." }', /policy's own text/],
    ['reason: TokenNotPresent', /found no token/],
    ['reason: TokenNotFound', /found no token/],
    ['reason: TokenSignatureInvalid', /signature/],
    ['reason: TokenInvalidSignature', /signature/],
    ['reason: TokenAudienceNotAllowed', /audience/],
    ['reason: TokenIssuerNotAllowed', /issuer/],
    ['reason: TokenExpired', /expired/],
    ['reason: TokenSignatureKeyNotFound', /key/],
    ['reason: TokenClaimNotFound', /lacks a claim/],
    ['reason: TokenClaimValueNotAllowed', /value/],
    ['reason: TokenClaimValueMismatch', /value/],
    ['reason: JwtInvalid', /refused the token/],
    ['JWT Validation Failed: IDX10503: Signature validation failed.', /key|metadata/],
    ['JWT Validation Failed: Lifetime validation failed. The token is expired. ', /expired/],
  ]),
  ...answersOf(identity, 'policy', /authentication-managed-identity/, [
    ['{"message":"Obtaining managed identity token using clientId:x for https://a.example audience failed."}', /attribute resource/],
  ]),
  ...answersOf(identity, 'policy', /^validate-jwt$/, [
    [
      `authentication-managed-identity (0.015 ms)\n{ "message": "Managed identity token is added to Authorization header." }\nvalidate-jwt (1.2 ms)\n{ "message": "JWT Validation Failed: Claim value mismatch: aud=${guid}.." }`,
      /Move the token policy above/,
    ],
  ]),
  ...answersOf(mcp, 'policy', /return-response/, [
    [
      'WWW-Authenticate: Bearer error="invalid_token", resource_metadata="https://contoso.azure-api.net/.well-known/oauth-protected-resource"',
      /MCP client/,
    ],
  ]),
  ...answersOf(mcp, 'undecided', /MCP server/, [
    ['WWW-Authenticate: Bearer resource_metadata="https://mcp.example/.well-known/oauth-protected-resource"', /resource_metadata/],
  ]),
];
