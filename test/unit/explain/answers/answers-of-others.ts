import { answersOf, type Answer } from './answer.js';

/** What other backends, their libraries and public APIs write. */
export const answersOfOthers: readonly Answer[] = [
  ...answersOf('https://github.com/auth0/node-jsonwebtoken', 'backend', /Node.js with jsonwebtoken/, [
    ['JsonWebTokenError: jwt audience invalid. expected: api://orders', /jwt\.verify/],
    ['TokenExpiredError: jwt expired', /jwt\.verify/],
    ['{"name":"X","message":"jwt issuer invalid. expected: https://login.example"}', /jwt\.verify/],
  ]),
  ...answersOf('https://github.com/panva/jose', 'backend', /Node.js with jose/, [
    ['JWTExpired: x { code: "ERR_JWT_EXPIRED" }', /jwtVerify/],
    ['JWKSNoMatchingKey: no applicable key found in the JSON Web Key Set', /jwtVerify/],
  ]),
  ...answersOf('https://github.com/coreos/go-oidc', 'backend', /Go with go-oidc/, [
    ['oidc: expected audience "orders" got ["api://orders"]', /ClientID/],
    ['oidc: id token issued by a different provider, expected "https://a.example" got "https://b.example"', /ClientID/],
  ]),
  ...answersOf(
    'https://docs.aws.amazon.com/apigateway/latest/developerguide/supported-gateway-response-types.html',
    'backend',
    /Amazon API Gateway/,
    [
      ['{"message":"Missing Authentication Token"}', /unknown routes/],
      ['{"message":"The incoming token has expired"}', /renew the token/],
      ['HTTP/1.1 403 Forbidden\nx-amzn-errortype: x\n\n{"message":"Missing Authentication Token"}', /IAM/],
    ],
  ),
  ...answersOf('https://docs.aws.amazon.com/AmazonS3/latest/API/ErrorResponses.html', 'backend', /an Amazon API/, [
    [
      '<Message>The request signature we calculated does not match the signature you provided. Check your key and signing method.</Message>',
      /breaks the signature/,
    ],
    ['{"message":"The security token included in the request is invalid."}', /keys or the signature/],
  ]),
  ...answersOf('https://developer.salesforce.com/docs/atlas.en-us.api_rest.meta/api_rest/errorcodes.htm', 'backend', /Salesforce/, [
    ['[{"message":"Session expired or invalid","errorCode":"INVALID_SESSION_ID"}]', /instance/],
  ]),
  ...answersOf('public reports', 'backend', /ServiceNow/, [
    [
      '{"error":{"message":"User Not Authenticated","detail":"Required to provide Auth information"},"status":"failure"}',
      /authentication-basic/,
    ],
  ]),
  ...answersOf('public reports', 'backend', /Jira or Confluence/, [
    ['{"errorMessages":["Client must be authenticated to access this resource."]}', /Atlassian API token/],
  ]),
  ...answersOf('https://docs.stripe.com/api/authentication', 'backend', /Stripe/, [
    ['{"error":{"message":"Invalid API Key provided: x","type":"invalid_request_error"}}', /secret key/],
  ]),
  ...answersOf('https://docs.anthropic.com/en/api/errors', 'backend', /Anthropic/, [
    ['{"type":"error","error":{"type":"authentication_error","message":"invalid x-api-key"}}', /x-api-key/],
  ]),
  ...answersOf('public reports', 'backend', /Elasticsearch/, [
    [
      '{"error":{"type":"security_exception","reason":"missing authentication credentials for REST request [/orders]"},"status":401}',
      /JWT realm/,
    ],
  ]),
  ...answersOf('https://github.com/laravel/framework', 'backend', /Laravel/, [['{"message":"Unauthenticated."}', /guard/]]),
  ...answersOf('https://github.com/hasura/graphql-engine', 'backend', /Hasura/, [
    ['{"errors":[{"extensions":{"code":"invalid-jwt"},"message":"Could not verify JWT: JWTExpired"}]}', /HASURA_GRAPHQL_JWT_SECRET/],
  ]),
  ...answersOf('https://cloud.google.com/iap/docs/faq', 'backend', /Identity-Aware Proxy of Google Cloud/, [
    ['Invalid IAP credentials: empty token', /OAuth client id/],
  ]),
  ...answersOf('https://distribution.github.io/distribution/spec/api', 'backend', /a container registry/, [
    ['{"errors":[{"code":"UNAUTHORIZED","message":"authentication required","detail":null}]}', /Exchange/],
  ]),
  ...answersOf('https://github.com/apache/httpd', 'backend', /Apache HTTP Server/, [
    [
      '<title>401 Unauthorized</title>\n<p>This server could not verify that you\nare authorized to access the document\nrequested.',
      /AuthType/,
    ],
  ]),
  ...answersOf('https://github.com/spring-projects/spring-boot', 'backend', /Spring Boot/, [
    ['{"timestamp":"2026-11-28T10:00:00.000+00:00","status":401,"error":"Unauthorized","path":"/orders"}', /DEBUG/],
  ]),
];
