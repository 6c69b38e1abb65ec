import { answersOf, guid, type Answer } from './answer.js';

const github = 'https://github.com';

/** Texts of public threads that no table was made from. */
export const answersOfThreads: readonly Answer[] = [
  ...answersOf(`${github}/AzureAD/microsoft-identity-web/issues/2663`, 'backend', /ASP\.NET/, [
    [`Www-Authenticate: Bearer error="invalid_token", error_description="The issuer '(null)' is invalid"`, /issuer/],
  ]),
  ...answersOf(`${github}/Azure-Samples/active-directory-dotnet-native-aspnetcore/issues/20`, 'backend', /ASP\.NET/, [
    [
      `WWW-Authenticate: Bearer error="invalid_token", error_description="The signature key was not found"\n\nThe full trace info as below\n\nMicrosoft.IdentityModel.Tokens.SecurityTokenSignatureKeyNotFoundException: IDX10501: Signature validation failed. Unable to match keys: \nkid: '[PII is hidden]', \ntoken: '[PII is hidden]'.\n   at Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerHandler.HandleAuthenticateAsync()`,
      /key/,
    ],
  ]),
  ...answersOf(`${github}/abpframework/abp/issues/19776`, 'backend', /framework|OpenIddict/, [
    [
      `WWW-Authenticate: Bearer error="invalid_token", error_description="The token is no longer valid because the user's session expired.", error_uri="https://documentation.openiddict.com/errors/ID2095"`,
      /let the token pass/,
    ],
  ]),
  ...answersOf(`${github}/AzureAD/microsoft-authentication-library-for-js/issues/3450`, 'backend', /passport-azure-ad/, [
    ['www-authenticate: token: false, info: token is not found', /Authorization/],
  ]),
  ...answersOf(`${github}/Azure-Samples/active-directory-aspnetcore-webapp-openidconnect-v2/issues/386`, 'backend', /ASP\.NET/, [
    [
      'info: Microsoft.AspNetCore.Authorization.DefaultAuthorizationService[2]\n      Authorization failed.\ninfo: Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerHandler[12]\n      AuthenticationScheme: Bearer was challenged.\ninfo: Microsoft.AspNetCore.Hosting.Diagnostics[2]\n      Request finished in 14.5141ms 401',
      /own validation/,
    ],
  ]),
  ...answersOf(`${github}/davrous/AzureAgentToM365/issues/3`, 'backend', /Azure AI/, [
    [
      `Status: 401 (PermissionDenied) ErrorCode: PermissionDenied\nContent: {"error":{"code":"PermissionDenied","message":"The principal ${guid} lacks the required data action Microsoft.CognitiveServices/accounts/AIServices/agents/read to perform GET /api/projects/{projectName}/assistants/{assistantId} operation."}}`,
      /role/,
    ],
  ]),
  ...answersOf(`${github}/microsoft/ai-agent-evals/issues/43`, 'backend', /Azure AI/, [
    [
      'azure.core.exceptions.ClientAuthenticationError: (PermissionDenied) The principal `xxxxx` lacks the required data action `Microsoft.CognitiveServices/accounts/AIServices/agents/read` to perform',
      /role/,
    ],
  ]),
  ...answersOf(`${github}/microsoft/semantic-kernel/issues/10020`, 'backend', /Azure AI/, [
    [
      '{"HTTP 401 (PermissionDenied)\\r\\n\\r\\nPrincipal does not have access to API/Operation."} | System.ClientModel.ClientResultException',
      /role/,
    ],
  ]),
  ...answersOf(`${github}/Azure-Samples/azure-search-openai-demo/issues/1617`, 'backend', /Azure AI/, [
    [
      `Web Api response status: 'Forbidden', Web Api response details: '{"error":{"code":"AuthenticationTypeDisabled","message": "Key based authentication is disabled for this resource."}}'`,
      /authentication-managed-identity/,
    ],
  ]),
  ...answersOf(`${github}/Azure-Samples/ai-rag-chat-evaluator/issues/94`, 'backend', /Azure AI/, [
    [
      `openai.BadRequestError: Error code: 400 - {'error': {'code': 'Tenant provided in token does not match resource token', 'message': 'Token tenant ${guid} does not match resource tenant.'}}`,
      /tenant/,
    ],
  ]),
  ...answersOf(`${github}/alex-wolf-ps/dbchatprov2/issues/2`, 'backend', /Azure AI/, [
    [
      'HTTP 429 (429) Requests to the ChatCompletions_Create Operation under Azure OpenAI API version 2024-05-01-preview have exceeded token rate limit of your current OpenAI S0 pricing tier. Please retry after 86400 seconds.',
      /quota|limit/,
    ],
  ]),
  ...answersOf(`${github}/microsoft/Cognitive-Face-Windows/issues/31`, 'backend', /Azure AI/, [
    [
      '{"error":{"code":"Unspecified","message":"Access denied due to invalid subscription key. Make sure you are subscribed to an API you are trying to call and provide the right key."}}',
      /not the subscription key of the gateway/,
    ],
  ]),
  ...answersOf(`${github}/microsoft/sample-app-aoai-chatGPT/issues/624`, 'backend', /Azure AI Search/, [
    [
      `Azure Search Error: 403, message='Server responded with status 403. Error message: {"error":{"code":"","message":"Authorization failed."}}', url=URL('https://srch-xxx.search.windows.net/indexes/all?api-version=2021-04-30-Preview')`,
      /role|Role/,
    ],
  ]),
  ...answersOf(`${github}/MicrosoftLearning/AI-102-AIEngineer/issues/70`, 'backend', /Azure AI Search/, [
    ['Authorization failed. Authentication token failed validation', /token/],
  ]),
  ...answersOf(`${github}/microsoft/foundry-dev-tools/issues/407`, 'backend', /Resource Manager/, [
    [
      `Error type: AuthorizationFailed\nError Message: The client 'x' with object id '${guid}' does not have authorization to perform action 'Microsoft.CognitiveServices/accounts/deployments/write' over scope '/subscriptions/x'`,
      /role/,
    ],
  ]),
  ...answersOf('https://codedump.io (Notification Hubs in Postman)', 'backend', /Service Bus/, [
    [
      '<Error><Code>401</Code><Detail>MalformedToken: The credentials contained in the authorization header are not in the WRAP format..TrackingId:x_G2,TimeStamp:8/13/2015 9:58:26 AM</Detail></Error>',
      /SharedAccessSignature/,
    ],
  ]),
  ...answersOf(
    'https://kalcik.net/2020/04/15/use-managed-identity-in-azure-api-management-to-authenticate-with-an-azure-function/',
    'backend',
    /App Service/,
    [
      [
        `HTTP/1.1 401 Unauthorized\nContent-Length: 58\nContent-Type: text/html\nWWW-Authenticate: Bearer realm="" authorization_uri="" resource_id="${guid}"\nDate: Wed, 15 Apr 2020 14:35:06 GMT\nConnection: close\n\nYou do not have permission to view this directory or page.`,
        /resource_id/,
      ],
    ],
  ),
  ...answersOf(`${github}/MicrosoftDocs/azure-docs/issues/118507`, 'policy', /get-authorization-context/, [
    [
      'Internal Error: "Permission denied. Double check that the access policy..." when sending request to authorization provider gateway.',
      /access policy/,
    ],
  ]),
  ...answersOf(`${github}/davidjrh/dnn.azureadprovider/issues/112`, 'token-request', /Entra/, [
    [
      'WebResponse exception: {"error":"invalid_grant","error_description":"AADSTS9002313: Invalid request. Request is malformed or invalid. Trace ID: x Correlation ID: y","error_codes":[9002313]',
      /raw body/,
    ],
  ]),
  ...answersOf(`${github}/secureworks/TokenMan/issues/1`, 'token-request', /Entra/, [
    [
      `{"error":"invalid_client",\n"error_description":"AADSTS7000218: The request body must contain the following parameter: 'client_assertion' or 'client_secret'.",\n"error_codes":[7000218],"error_uri":"https://login.microsoftonline.com/error?code=7000218"}`,
      /Send the secret/,
    ],
  ]),
  ...answersOf(`${github}/JonathanHolvey/sharepy/issues/73`, 'token-request', /Entra/, [
    ['Message: AADSTS90023: Invalid STS request.', /login\.microsoftonline\.com\/error/],
  ]),
  ...answersOf(`${github}/microsoft/azure-devops-mcp/issues/1381`, 'token-request', /Entra/, [
    [
      "[warning] Error getting token from server metadata:\nServerError: invalid_target (AADSTS9010010):\nThe resource parameter provided in the request doesn't match with the requested scopes.\n\n[info] Connection state: Error 401 status sending message to https://mcp.dev.azure.com/x",
      /MCP/,
    ],
  ]),
  ...answersOf(`${github}/AzureAD/microsoft-authentication-library-for-dotnet/issues/5423`, 'token-request', /managed identity/i, [
    [
      'ManagedIdentityCredential authentication failed: [Managed Identity] Authentication unavailable. Either the requested identity has not been assigned to this resource, or other errors could be present.',
      /Assign/,
    ],
  ]),
  ...answersOf(`${github}/RuiRomano/pbimonitor/issues/66`, 'backend', /Power BI/, [
    [
      'System.Net.Http.HttpRequestException: { "code": "PowerBINotAuthorizedException", "pbi.error": { "code": "PowerBINotAuthorizedException" } }',
      /workspace|service principal/i,
    ],
  ]),
  ...answersOf('https://learn.microsoft.com/power-bi/developer/embedded/troubleshoot-rest-api', 'backend', /Power BI/, [
    ['{"error":{"code":"TokenExpired","message":"Access token has expired, resubmit with a new access token"}}', /new token/],
  ]),
  ...answersOf(`${github}/istio/istio/issues/27292`, 'backend', /Envoy/, [
    ['HTTP/2 403\ncontent-length: 19\ncontent-type: text/plain\nserver: istio-envoy\n\nRBAC: access denied', /AuthorizationPolicy/],
    ['JWT token verification completed with: Jwt is missing', /Authorization/],
  ]),
  ...answersOf(`${github}/istio/istio/issues/22750`, 'backend', /Envoy/, [
    ["Jwks doesn't have key to match kid or alg from Jwt", /jwksUri/],
    ['Jwt is not in the form of Header.Payload.Signature', /Bearer/],
  ]),
  ...answersOf(`${github}/Azure/MCP/issues/26`, 'policy', /validate-azure-ad-token/, [
    [
      'List tools works. Tool call tools/call on https://a.azure-api.net/x-mcp/mcp fails with 401: { "statusCode": 401, "message": "Azure AD JWT not present." } (validate-azure-ad-token at API level)',
      /tools\/call/,
    ],
  ]),
  ...answersOf(`${github}/MicrosoftDocs/azure-docs/issues/51416`, 'policy', /validate-jwt/, [
    ['<validate-jwt>"statusCode": 401, "message": "Unauthorized. Access token is missing or invalid."', /own text/],
  ]),
  ...answersOf('https://github.com/tiangolo/fastapi, https://github.com/encode/django-rest-framework', 'backend', /Python/, [
    ['{"detail":"Not authenticated"}', /no Authorization header/],
    ['{"detail":"Authentication credentials were not provided."}', /no Authorization header/],
    ['{"msg":"Missing Authorization Header"}', /no Authorization header/],
    ['{"detail":"Given token not valid for any token type","code":"token_not_valid"}', /refuses it/],
  ]),
  ...answersOf('https://kubernetes.io/docs/reference/access-authn-authz/authentication', 'backend', /Kubernetes/, [
    ['{"kind":"Status","status":"Failure","message":"Unauthorized","reason":"Unauthorized","code":401}', /cluster/],
  ]),
  ...answersOf('https://nginx.org', 'backend', /nginx/, [
    [
      'HTTP/1.1 401 Unauthorized\nServer: nginx\nContent-Type: text/html\n\n<html>\n<head><title>401 Authorization Required</title></head>',
      /auth_jwt/,
    ],
  ]),
  ...answersOf('public reports', 'backend', /Azure DevOps/, [
    ["TF400813: The user 'x' is not authorized to access this resource.", /organization/],
  ]),
  ...answersOf('https://developer.okta.com/docs/reference/error-codes', 'backend', /Okta/, [
    ['{"errorCode":"E0000011","errorSummary":"Invalid token provided"}', /SSWS/],
  ]),
  ...answersOf('https://docs.github.com/rest', 'backend', /GitHub/, [
    ['{"message":"Bad credentials","documentation_url":"https://docs.github.com/rest","status":"401"}', /GitHub token/],
  ]),
  ...answersOf('https://cloud.google.com/apis/design/errors', 'backend', /Google/, [
    [
      '{"error":{"code":401,"message":"Request had invalid authentication credentials. Expected OAuth 2 access token, login cookie or other valid authentication credential.","status":"UNAUTHENTICATED"}}',
      /Google access token/,
    ],
  ]),
  ...answersOf('https://platform.openai.com/docs/guides/error-codes', 'backend', /OpenAI \(not Azure/, [
    [
      '{"error":{"message":"Incorrect API key provided: x. You can find your API key at https://platform.openai.com/account/api-keys.","code":"invalid_api_key"}}',
      /OpenAI key/,
    ],
  ]),
  ...answersOf('public reports', 'backend', /Cosmos DB/, [
    [
      'Request blocked by Auth contoso : Request for Read DatabaseAccount is blocked because principal [x] does not have required RBAC permissions to perform action [Microsoft.DocumentDB/databaseAccounts/readMetadata] on resource [/].',
      /data role/,
    ],
  ]),
];
