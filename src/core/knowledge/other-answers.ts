// By which texts one knows backends that are neither Azure's nor built with the frameworks of framework-answers.ts: Python's frameworks, web
// servers, Kubernetes, libraries of Node and Go, and public APIs. Sources: their own code (FastAPI, Django REST framework, Simple JWT,
// Flask-JWT-Extended, jsonwebtoken, jose, go-oidc, Laravel, Hasura, Apache httpd, Spring Boot) and the
// APIs' public documentation and reports.

export const otherAnswers = {
  'python-no-token': {
    who: 'backend',
    service: 'Python (FastAPI, Django REST framework or Flask)',
    certainty: 'documented',
    texts: ['detail: Not authenticated', 'Authentication credentials were not provided.', 'msg: Missing Authorization Header'],
  },
  'python-token': {
    who: 'backend',
    service: 'Python (Django REST framework or Flask)',
    certainty: 'documented',
    texts: ['Given token not valid for any token type', 'msg: Signature verification failed', 'msg: Token has expired'],
  },
  kubernetes: {
    who: 'backend',
    service: 'Kubernetes',
    certainty: 'observed',
    texts: ['status: Failure, message: Unauthorized, reason: Unauthorized'],
  },
  nginx: {
    who: 'backend',
    service: 'nginx',
    certainty: 'documented',
    texts: ['<title>401 Authorization Required</title>'],
  },
  'azure-devops': {
    who: 'backend',
    service: 'Azure DevOps',
    certainty: 'observed',
    words: ['TF400813'],
  },
  okta: {
    who: 'backend',
    service: "Okta's own API",
    certainty: 'documented',
    words: ['E0000011'],
  },
  github: {
    who: 'backend',
    service: 'GitHub',
    certainty: 'documented',
    texts: ['message: Bad credentials, documentation_url: https://docs.github.com'],
  },
  google: {
    who: 'backend',
    service: 'a Google API',
    certainty: 'documented',
    texts: [
      'Request had invalid authentication credentials. Expected OAuth 2 access token',
      'Request is missing required authentication credential',
    ],
  },
  openai: {
    who: 'backend',
    service: 'OpenAI (not Azure OpenAI)',
    certainty: 'observed',
    texts: ['Incorrect API key provided', 'You can find your API key at https://platform.openai.com'],
  },
  'node-jsonwebtoken': {
    who: 'backend',
    service: 'Node.js with jsonwebtoken',
    certainty: 'documented',
    texts: ['jwt audience invalid. expected:', 'jwt issuer invalid. expected:', 'JsonWebTokenError:'],
    exact: ['TokenExpiredError: jwt expired', 'NotBeforeError: jwt not active'],
  },
  'node-jose': {
    who: 'backend',
    service: 'Node.js with jose',
    certainty: 'documented',
    words: ['ERR_JWT_EXPIRED', 'ERR_JWT_CLAIM_VALIDATION_FAILED', 'ERR_JWKS_NO_MATCHING_KEY', 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    texts: ['no applicable key found in the JSON Web Key Set'],
  },
  'go-oidc': {
    who: 'backend',
    service: 'Go with go-oidc',
    certainty: 'documented',
    texts: ['oidc: expected audience', 'oidc: id token issued by a different provider', 'oidc: token is expired'],
  },
  'aws-gateway': {
    who: 'backend',
    service: 'Amazon API Gateway',
    certainty: 'documented',
    texts: ['message: Missing Authentication Token'],
  },
  'aws-expired': {
    who: 'backend',
    service: 'Amazon API Gateway',
    certainty: 'documented',
    texts: ['The incoming token has expired'],
  },
  'aws-signature': {
    who: 'backend',
    service: 'an Amazon API',
    certainty: 'documented',
    texts: [
      'The security token included in the request is invalid',
      'The request signature we calculated does not match the signature you provided',
    ],
  },
  salesforce: {
    who: 'backend',
    service: 'Salesforce',
    certainty: 'documented',
    words: ['INVALID_SESSION_ID'],
  },
  servicenow: {
    who: 'backend',
    service: 'ServiceNow',
    certainty: 'observed',
    texts: ['message: User Not Authenticated, detail: Required to provide Auth information'],
  },
  atlassian: {
    who: 'backend',
    service: 'Jira or Confluence',
    certainty: 'observed',
    texts: ['Client must be authenticated to access this resource'],
  },
  stripe: {
    who: 'backend',
    service: 'Stripe',
    certainty: 'documented',
    texts: ['You did not provide an API key. You need to provide your API key in the Authorization header', 'Invalid API Key provided:'],
  },
  anthropic: {
    who: 'backend',
    service: 'Anthropic',
    certainty: 'documented',
    texts: ['type: authentication_error, message: invalid x-api-key'],
  },
  elasticsearch: {
    who: 'backend',
    service: 'Elasticsearch',
    certainty: 'observed',
    texts: ['missing authentication credentials for REST request', 'unable to authenticate user … for REST request'],
  },
  laravel: {
    who: 'backend',
    service: 'Laravel',
    certainty: 'documented',
    texts: ['message: Unauthenticated.'],
  },
  hasura: {
    who: 'backend',
    service: 'Hasura',
    certainty: 'documented',
    texts: ['Could not verify JWT:'],
  },
  'google-iap': {
    who: 'backend',
    service: 'Identity-Aware Proxy of Google Cloud',
    certainty: 'documented',
    texts: ['Invalid IAP credentials'],
  },
  'container-registry': {
    who: 'backend',
    service: 'a container registry',
    certainty: 'documented',
    texts: ['code: UNAUTHORIZED, message: authentication required'],
  },
  apache: {
    who: 'backend',
    service: 'Apache HTTP Server',
    certainty: 'documented',
    texts: ['This server could not verify that you are authorized to access the document requested'],
  },
  'spring-boot': {
    who: 'backend',
    service: 'Spring Boot',
    certainty: 'documented',
    texts: ['status: 401, error: Unauthorized, path:', 'status: 401, error: Unauthorized, message:'],
    with: ['timestamp'],
  },
} as const;
