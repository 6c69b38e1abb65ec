import { answersOf, guid, type Answer } from './answer.js';

const github = 'https://github.com';

/** More texts of public threads: what people had in hand when they asked who refused them. */
export const answersOfMoreThreads: readonly Answer[] = [
  ...answersOf(`${github}/MicrosoftDocs/azure-docs/issues/45144`, 'policy', /validate-jwt/, [
    [
      'HTTP/1.1 401 Unauthorized\ncontent-type: application/json\nvary: Origin\n\n{\n    "statusCode": 401,\n    "message": "Unauthorized. Access token is missing or invalid."\n}',
      /message|trace/i,
    ],
  ]),
  ...answersOf(`${github}/Azure/static-web-apps/issues/1581`, 'backend', /Static Web App/, [
    [
      `{ "code": 401, "message": "IDX10205: Issuer validation failed. Issuer: 'https://orders-7.centralus.5.azurestaticapps.net/.auth'. Did not match: validationParameters.ValidIssuer: 'https://orders.5.azurestaticapps.net/.auth'." }`,
      /preview environment/,
    ],
  ]),
  ...answersOf(`${github}/jasontaylordev/CleanArchitecture/issues/93`, 'backend', /ASP\.NET/, [
    [`Bearer error="invalid_token", error_description="The issuer 'https://orders.azurewebsites.net' is invalid"`, /another issuer/],
  ]),
  ...answersOf(`${github}/Azure-Samples/active-directory-b2c-javascript-nodejs-webapi/issues/22`, 'backend', /passport-azure-ad/, [
    ['{"name":"AzureAD: Bearer Strategy","msg":"authentication failed due to: jwt audience is invalid","v":0}', /aud/],
  ]),
  ...answersOf(`${github}/AzureAD/azure-activedirectory-library-for-dotnet/issues/495`, 'backend', /App Service/, [
    [
      `PID[11640] Warning JWT validation failed: IDX10214: Audience validation failed. Audiences: 'https://orders.azurewebsites.net'. Did not match: validationParameters.ValidAudience: '${guid}' or validationParameters.ValidAudiences: 'null'.`,
      /allowed token audiences/,
    ],
  ]),
  ...answersOf(`${github}/stephaneey/azure-apim-extension/issues/138`, 'token-request', /Entra/, [
    [
      `{"error":"invalid_client","error_description":"AADSTS7000216: 'client_assertion', 'client_secret' or 'request' is required for the 'client_credentials' grant type."}`,
      /secret/,
    ],
  ]),
  ...answersOf(`${github}/Azure-Samples/remote-mcp-apim-functions-python/issues/21`, 'backend', /Functions/, [
    [
      'Authorization failed. These requirements were not met:\nHandler assertion should evaluate to true.\nExecuting ForbidResult with authentication schemes (WebJobsAuthLevel, Bearer).\nAuthenticationScheme: WebJobsAuthLevel was forbidden.',
      /x-functions-key/,
    ],
  ]),
  ...answersOf(`${github}/Azure-Samples/openai-python-enterprise-logging/issues/6`, 'backend', /Azure AI/, [
    [
      '{ "error": { "code": "401", "message": "Access denied due to invalid subscription key or wrong API endpoint." } }',
      /service's own key/,
    ],
  ]),
  ...answersOf(`${github}/microsoft/mcp-gateway/issues/17`, 'undecided', /MCP/, [
    [
      'WWW-Authenticate: Bearer realm="https://server.example.com", resource_metadata="https://server.example.com/.well-known/oauth-protected-resource"',
      /served without a token/,
    ],
  ]),
  ...answersOf(`${github}/microsoft/vscode/issues/262278`, 'client', /MCP client/, [
    [
      'Error sending message to https://orders.azure-api.net/mcp: Error: Protected Resource Metadata resource "https://orders.azure-api.net/mcp" does not match MCP server resolved resource "https://orders.azure-api.net/mcp/". The MCP server must follow the OAuth specification.',
      /slash at the end/,
    ],
  ]),
  ...answersOf(`${github}/anthropics/claude-code/issues/76096`, 'token-request', /Entra/, [
    ["AADSTS9010010: The resource parameter provided in the request doesn't match with the requested scopes.", /MCP/],
  ]),
  ...answersOf(`${github}/AzureAD/microsoft-identity-web/issues/1038`, 'backend', /Microsoft\.Identity\.Web/, [
    ['System.UnauthorizedAccessException: IDW10201: Neither scope or roles claim was found in the bearer token.', /scope|role/],
  ]),
  ...answersOf(`${github}/Gibe/Umbraco.Community.AzureSSO/issues/67`, 'policy', /validate/, [
    [
      "SecurityTokenSignatureKeyNotFoundException: IDX10503: Signature validation failed. The token's kid is: '', but did not match any keys in TokenValidationParameters or Configuration. Keys tried: ''. Number of keys in TokenValidationParameters: '0'. Number of keys in Configuration: '12'.",
      /key/,
    ],
  ]),
  ...answersOf(`${github}/AzureAD/passport-azure-ad/issues/456`, 'policy', /validate/, [
    [
      `{"code":400,"message":"IDX10205: Issuer validation failed. Issuer: '[PII is hidden]'. Did not match: validationParameters.ValidIssuer: '[PII is hidden]' or validationParameters.ValidIssuers: '[PII is hidden]'."}`,
      /issuer/,
    ],
  ]),
  ...answersOf(`${github}/AzureAD/azure-activedirectory-identitymodel-extensions-for-dotnet/issues/2031`, 'policy', /validate/, [
    [
      `System.InvalidOperationException: IDX20803: Unable to obtain configuration from: 'https://login.microsoftonline.com/${guid}/v2.0/.well-known/openid-configuration'. Will retry at '09/26/2023 03:33:02 +00:00'.`,
      /address|network/,
    ],
  ]),
];
