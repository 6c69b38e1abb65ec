import { answersOf, type Answer } from './answer.js';

const aspnet = 'https://github.com/dotnet/aspnetcore, JwtBearerHandler and its tests';
const spring = 'https://github.com/spring-projects/spring-security';
const node = 'https://github.com/auth0/express-jwt';
const mcp = 'https://github.com/modelcontextprotocol/typescript-sdk, bearerAuth';

const challenge = (description: string): string => `WWW-Authenticate: Bearer error="invalid_token", error_description="${description}"`;
const springError = (description: string): string =>
  challenge(`An error occurred while attempting to decode the Jwt: ${description}`) +
  ', error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"';

/** What frameworks of own backends write. */
export const answersOfFrameworks: readonly Answer[] = [
  ...answersOf(aspnet, 'backend', /ASP\.NET Core/, [
    [challenge("The audience 'api://orders' is invalid"), /another audience/],
    [challenge("The audience '(null)' is invalid"), /does not mean/],
    [challenge('The audience is invalid'), /another audience/],
    [challenge("The issuer 'https://a.example' is invalid"), /another issuer/],
    [challenge('The issuer is invalid'), /another issuer/],
    [challenge("The token expired at '11/28/2026 08:00:00'"), /expired/],
    [challenge('The token is expired'), /expired/],
    [challenge("The token is not valid before '11/28/2026 08:00:00'"), /clock/],
    [challenge('The token is not valid yet'), /clock/],
    [challenge("The token lifetime is invalid; NotBefore: '11/28/2026 08:00:00', Expires: '11/28/2026 07:00:00'"), /exp and nbf/],
    [challenge('The token lifetime is invalid'), /exp and nbf/],
    [challenge('The token has no expiration'), /exp and nbf/],
    [challenge('The signature key was not found'), /does not know the key/],
    [challenge('The signature is invalid'), /verify its signature/],
    [
      "info: Microsoft.AspNetCore.Authentication.JwtBearer.JwtBearerHandler[1]\n      Failed to validate the token.\n      IDX10214: Audience validation failed. Audiences: 'a'.",
      /own validation/,
    ],
  ]),
  ...answersOf(aspnet, 'backend', /framework/, [['WWW-Authenticate: Bearer error="invalid_token"', /let the token pass/]]),
  ...answersOf(spring, 'backend', /Spring/, [
    [springError('Signed JWT rejected: Another algorithm expected, or no matching key(s) found'), /no key/],
    [springError('Jwt expired at 2026-11-28T08:00:00Z'), /60 seconds/],
    [springError('Jwt used before 2026-11-28T08:00:00Z'), /60 seconds/],
    [springError('The iss claim is not valid'), /another issuer/],
    [springError('Signed JWT rejected: Invalid signature'), /verify its signature/],
    [springError('Malformed token'), /read or verify/],
    [
      'HTTP/1.1 403\nWWW-Authenticate: Bearer error="insufficient_scope", error_description="The request requires higher privileges than provided by the access token.", error_uri="https://tools.ietf.org/html/rfc6750#section-3.1"',
      /lacks an authority/,
    ],
  ]),
  ...answersOf(node, 'backend', /Node\.js/, [
    ['UnauthorizedError: No authorization token was found', /no Authorization header/],
    ['{"code":"credentials_required"}', /no Authorization header/],
    ['UnauthorizedError: Format is Authorization: Bearer [token]', /one space/],
    ['{"code":"credentials_bad_format"}', /one space/],
    ['authentication failed due to: In Strategy.prototype.jwtVerify: cannot verify token', /passport-azure-ad/],
    ['In Strategy.prototype.jwtVerify: none of the scopes in token is accepted', /passport-azure-ad/],
  ]),
  ...answersOf(node, 'backend', /OAuth library/, [
    ['WWW-Authenticate: Bearer error="insufficient_scope", scope="read"', /scope is missing/],
  ]),
  ...answersOf(mcp, 'backend', /MCP server/, [
    [challenge('Missing Authorization header'), /got no token/],
    [challenge("Invalid Authorization header format, expected 'Bearer TOKEN'"), /got no token/],
    [challenge('Token was not issued for this resource'), /another resource/],
    [challenge('Token has no expiration time'), /no exp/],
    [challenge('Token has expired'), /expired/],
    ['WWW-Authenticate: Bearer error="insufficient_scope", error_description="Insufficient scope", scope="tools"', /lacks a scope/],
    ['{"error":"invalid_token","error_description":"Missing Authorization header"}', /got no token/],
    ['{"error":"invalid_token","error_description":"Token has no expiration time"}', /no exp/],
    ['{"error":"insufficient_scope","error_description":"Insufficient scope"}', /lacks a scope/],
  ]),
];
