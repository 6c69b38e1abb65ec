import { answersOf, guid, other, type Answer } from './answer.js';

const appService = 'https://learn.microsoft.com/azure/app-service/configure-authentication-provider-aad';
const openAi = 'https://learn.microsoft.com/azure/ai-services/authentication';
const graph = 'https://learn.microsoft.com/azure/app-service/tutorial-auth-aad';
const arm = 'https://github.com/microsoft/azure-tools-for-java/issues/2077';
const storage = 'https://github.com/Azure/azure-sdk-for-js (recorded answers of storage-blob)';
const vault = 'https://github.com/Azure/azure-sdk-for-net (recorded answers of Key Vault)';
const bus = 'https://learn.microsoft.com/azure/service-bus-messaging/service-bus-sas';
const logic = 'https://github.com/Azure/apim-lab/issues/106';
const cosmos = 'https://learn.microsoft.com/troubleshoot/azure/cosmos-db/error-unauthorized';
const power = 'https://learn.microsoft.com/troubleshoot/power-platform/dataverse/environment-app-access/user-not-member-organization';

const authorize = `https://login.windows.net/${guid}/oauth2/authorize`;
const page = 'You do not have permission to view this directory or page.';

/** What Azure's services write behind the gateway. */
export const answersOfAzure: readonly Answer[] = [
  ...answersOf(appService, 'backend', /App Service/, [
    [
      `HTTP/1.1 401 Unauthorized\nContent-Length: 58\nContent-Type: text/html\nWWW-Authenticate: Bearer realm="contoso.azurewebsites.net"\n\n${page}`,
      /allowed token audiences/,
    ],
    [
      `HTTP/1.1 401 Unauthorized\nContent-Type: text/html\nWWW-Authenticate: Bearer realm="contoso.azurewebsites.net" authorization_uri="${authorize}" resource_id="${other}"\n\n${page}`,
      /resource_id is the audience/,
    ],
    [
      `HTTP/1.1 401 Unauthorized\nServer: Kestrel\nContent-Length: 0\nWWW-Authenticate: Bearer realm="contoso.azurewebsites.net" authorization_uri="${authorize}" resource_id="${other}"\n\n`,
      /resource_id is the audience/,
    ],
    [page, /Allow requests from specific client applications/],
    [
      `JWT validation failed: Issuer validation failure - Expected: https://login.microsoftonline.com/${guid}/v2.0; Token: https://${guid}.ciamlogin.com/${guid}/v2.0`,
      /issuer URL/,
    ],
  ]),
  ...answersOf('https://learn.microsoft.com/azure/application-gateway/json-web-token-overview', 'in-front', /Application Gateway/, [
    [
      '<html><head><title>403 Forbidden</title></head><body><h1>403 Forbidden</h1><hr>Microsoft-Azure-Application-Gateway/v2</body></html>',
      /firewall/,
    ],
  ]),
  ...answersOf(openAi, 'backend', /Azure OpenAI/, [
    [
      '{ "statusCode": 401, "message": "Unauthorized. Access token is missing, invalid, audience is incorrect (https://cognitiveservices.azure.com), or have expired." }',
      /authentication-managed-identity/,
    ],
    [
      '{"error":{"code":"401","message":"Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource."}}',
      /api-key/,
    ],
    [
      '{ "statusCode": 401, "message": "Access denied due to invalid subscription key or wrong API endpoint. Make sure to provide a valid key for an active subscription and use a correct regional API endpoint for your resource." }',
      /not the subscription key of the gateway/,
    ],
    [
      '{"error":{"code":"PermissionDenied","message":"Principal does not have access to API/Operation."}}',
      /Cognitive Services OpenAI User/,
    ],
  ]),
  ...answersOf(graph, 'backend', /Microsoft Graph/, [
    ['{"error":{"code":"InvalidAuthenticationToken","message":"Access token is empty."}}', /no token/],
    ['{"error":{"code":"InvalidAuthenticationToken","message":"Access token validation failure. Invalid audience."}}', /on-behalf-of/],
    ['{"error":{"code":"InvalidAuthenticationToken","message":"CompactToken parsing failed with error code: 80049217"}}', /not a JWT/],
    ['{"error":{"code":"InvalidAuthenticationToken","message":"Lifetime validation failed, the token is expired."}}', /comma/],
    ['{"error":{"code":"Authorization_RequestDenied","message":"Insufficient privileges to complete the operation."}}', /consent/],
  ]),
  ...answersOf(arm, 'backend', /Resource Manager/, [
    [
      `{"error":{"code":"AuthenticationFailed","message":"Authentication failed. The 'Authorization' header is missing."}}`,
      /no Authorization header/,
    ],
    [
      `{"error":{"code":"InvalidAuthenticationTokenAudience","message":"The access token has been obtained for wrong audience or resource 'api://${guid}'. It should exactly match with one of the allowed audiences 'https://management.core.windows.net/','https://management.azure.com'."}}`,
      /management\.azure\.com/,
    ],
    [
      `The access token has been obtained from wrong audience or resource 'x'. It should exactly match (including forward slash) with one of the allowed audiences 'https://batch.core.windows.net/'`,
      /audience that the text lists/,
    ],
    [
      `{"error":{"code":"InvalidAuthenticationTokenTenant","message":"The access token is from the wrong issuer 'https://sts.windows.net/${guid}/'. It must match the tenant 'https://sts.windows.net/${other}/' associated with this subscription."}}`,
      /tenant of the subscription/,
    ],
    ['{"error":{"code":"ExpiredAuthenticationToken","message":"The access token expiry UTC time is earlier than now."}}', /new token/],
    ['{"error":{"code":"InvalidAuthenticationToken","message":"The access token is invalid."}}', /cannot read the token/],
    [
      `{"error":{"code":"AuthorizationFailed","message":"The client 'x' with object id '${guid}' does not have authorization to perform action 'Microsoft.Web/sites/read' over scope '/'"}}`,
      /Assign a role/,
    ],
  ]),
  ...answersOf(
    'https://learn.microsoft.com/azure/azure-app-configuration/rest-api-authentication-azure-ad',
    'backend',
    /App Configuration/,
    [
      [
        'WWW-Authenticate: HMAC-SHA256, Bearer error="invalid_token", error_description="The access token has expired"',
        /App Configuration/,
      ],
    ],
  ),
  ...answersOf(storage, 'backend', /Storage/, [
    [
      '<?xml version="1.0"?><Error><Code>InvalidAuthenticationInfo</Code><Message>Server failed to authenticate the request. Please refer to the information in the www-authenticate header.</Message><AuthenticationErrorDetail>Audience validation failed. Audience did not match.</AuthenticationErrorDetail></Error>',
      /storage\.azure\.com/,
    ],
    [
      '<Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.</Message><AuthenticationErrorDetail>Issuer validation failed. Issuer did not match.</AuthenticationErrorDetail></Error>',
      /another tenant/,
    ],
    [
      '<Error><Code>AuthenticationFailed</Code><Message>Server failed to authenticate the request. Make sure the value of Authorization header is formed correctly including the signature.</Message></Error>',
      /x-ms-version/,
    ],
    ['HTTP/1.1 401\nx-ms-error-code: InvalidAuthenticationInfo\n\n', /x-ms-version/],
    ['Audience validation failed. Audience did not match.', /did not match/],
    [`WWW-Authenticate: Bearer authorization_uri=${authorize} resource_id=https://storage.azure.com`, /x-ms-version/],
    [
      '<Error><Code>AuthorizationPermissionMismatch</Code><Message>This request is not authorized to perform this operation using this permission.</Message></Error>',
      /Storage Blob Data/,
    ],
    [
      '<Error><Code>AuthorizationFailure</Code><Message>This request is not authorized to perform this operation.</Message></Error>',
      /firewall/,
    ],
  ]),
  ...answersOf(vault, 'backend', /Key Vault/, [
    ['{"error":{"code":"Unauthorized","message":"AKV10000: Request is missing a Bearer or PoP token."}}', /first step/],
    [
      `{"error":{"code":"Unauthorized","message":"AKV10022: Invalid audience. Expected https://vault.azure.net, found: api://${guid}."}}`,
      /without a slash/,
    ],
    [
      `{"error":{"code":"Unauthorized","message":"AKV10032: Invalid issuer. Expected one of https://sts.windows.net/${guid}/, found https://sts.windows.net/${other}/."}}`,
      /last address/,
    ],
    [
      `{"error":{"code":"Forbidden","message":"Caller is not authorized to perform action on resource.\\r\\nCaller: appid=${guid};oid=${other}\\r\\nAction: 'x'\\r\\nAssignment: (not found)","innererror":{"code":"ForbiddenByRbac"}}}`,
      /Key Vault Secrets User/,
    ],
    [
      `WWW-Authenticate: Bearer authorization="https://login.windows.net/${guid}", resource="https://vault.azure.net"`,
      /no token for itself/,
    ],
  ]),
  ...answersOf(bus, 'backend', /Service Bus/, [
    ['40103: Invalid authorization token signature, Resource:sb://contoso.servicebus.windows.net/orders. TrackingId:x', /wrong key/],
    ["SubCode=40100: Unauthorized : Unauthorized access for 'Send'", /right to send/],
    ['InvalidAudience: Invalid authorization token audience.', /servicebus\.azure\.net/],
  ]),
  ...answersOf(logic, 'backend', /Logic Apps/, [
    [
      '{"error":{"code":"DirectApiAuthorizationRequired","message":"The request must be authenticated only by Shared Access scheme."}}',
      /exists-action="delete"/,
    ],
    ['{"error":{"code":"DirectApiRequestHasMoreThanOneAuthorization"}}', /exists-action="delete"/],
    [
      "The request has both SAS authentication scheme and 'Bearer' authorization scheme. Only one scheme should be used.",
      /exists-action="delete"/,
    ],
    [
      '{"error":{"code":"MisMatchingOAuthClaims","message":"One or more claims either missing or does not match with the open authentication access control policy."}}',
      /final slash/,
    ],
    ['{"error":{"code":"OAuthAccessPolicyNotFound","message":"No policy."}}', /authorization policy/],
  ]),
  ...answersOf(cosmos, 'backend', /Cosmos DB/, [
    [
      `{"code":"Unauthorized","message":"The input authorization token can't serve the request. Please check that the expected payload is built as per the protocol, and check the key being used. Server used the following payload to sign: 'get\\ndbs\\n'"}`,
      /rewrite-uri/,
    ],
  ]),
  ...answersOf(power, 'backend', /Dataverse/, [
    ['{"error":{"code":"0x80072560","message":"The user is not a member of the organization."}}', /application user/],
    [`HTTP Error 401 - Unauthorized: Access is denied\nWWW-Authenticate: Bearer authorization_uri=${authorize}`, /dynamics\.com/],
  ]),
  ...answersOf(power, 'backend', /Dynamics 365/, [
    [`HTTP/1.1 401 Unauthorized\nWWW-Authenticate: Bearer authorization_uri=${authorize}\n\n`, /dynamics\.com/],
  ]),
  ...answersOf('https://learn.microsoft.com/azure/databricks/dev-tools/auth', 'backend', /Databricks/, [
    ['{"error_code":401,"message":"Credential was not sent or was of an unsupported type for this API."}', /2ff814a6/],
    ['{"error_code":403,"message":"Invalid access token."}', /another audience/],
  ]),
  ...answersOf('https://learn.microsoft.com/sharepoint/dev/solution-guidance/security-apponly-azuread', 'backend', /SharePoint/, [
    ['{"error_description":"Unsupported app only token."}', /certificate/],
  ]),
  ...answersOf('https://learn.microsoft.com/rest/api/storageservices/status-and-error-codes2', 'backend', /storage service with XML/, [
    ['<?xml version="1.0"?><Error><Code>SomethingElse</Code><Message>No.</Message></Error>', /storage\.azure\.com/],
  ]),
  ...answersOf('https://learn.microsoft.com/graph/errors', 'backend', /Microsoft Graph/, [
    ['{"message":"Access token is empty."}', /token for Microsoft Graph/],
  ]),
  ...answersOf(arm, 'backend', /Resource Manager/, [['{"error":{"code":"AuthorizationFailed","message":"No."}}', /role/]]),
  ...answersOf(arm, 'undecided', /Azure service/, [['{"error":{"code":"Unauthorized","message":"No."}}', /BackendResponseCode/]]),
];
