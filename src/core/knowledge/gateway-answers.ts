// By which texts one knows that the gateway itself answered, or one of its policies that is no token policy.
// Sources: Microsoft's pages on error handling in policies and on each policy, and its support article on unauthorized errors ("documented");
// public reports and samples ("observed"). `…` in a text stands for what differs; see `explain/match-answers.ts` for how they are compared.

export const gatewayAnswers = {
  'subscription-key-missing': {
    who: 'gateway',
    service: 'subscription key',
    certainty: 'documented',
    texts: ['Access denied due to missing subscription key', 'Make sure to include subscription key when making requests to'],
    words: ['SubscriptionKeyNotFound'],
  },
  'subscription-key-invalid': {
    who: 'gateway',
    service: 'subscription key',
    certainty: 'documented',
    texts: ['Access denied due to invalid subscription key'],
    words: ['SubscriptionKeyInvalid'],
    without: [
      'or wrong API endpoint',
      'use a correct regional API endpoint',
      'Make sure you are subscribed to an API you are trying to call',
    ],
    others: ['an older Azure AI service behind the gateway, which has the same text'],
  },
  'subscription-key-challenge': {
    who: 'gateway',
    service: 'subscription key',
    certainty: 'documented',
    texts: ['AzureApiManagementKey realm'],
    words: ['AzureApiManagementKey'],
    rank: 'general',
  },
  'operation-not-found': {
    who: 'gateway',
    service: 'routing',
    certainty: 'documented',
    texts: ['Unable to match incoming request to an operation'],
    words: ['OperationNotFound'],
  },
  'resource-not-found': {
    who: 'gateway',
    service: 'routing',
    certainty: 'inferred',
    texts: ['statusCode: 404, message: Resource not found'],
    rank: 'weak',
  },
  'expression-failed': {
    who: 'policy',
    service: 'policy expression',
    certainty: 'documented',
    texts: ['Expression evaluation failed'],
    words: ['ExpressionValueEvaluationFailure'],
    without: ['AsJwt', 'invalid CRLF characters'],
    rank: 'general',
  },
  'backend-not-reached': {
    who: 'gateway',
    service: 'backend connection',
    certainty: 'documented',
    words: ['BackendConnectionFailure'],
  },
  'client-went-away': {
    who: 'gateway',
    service: 'client connection',
    certainty: 'documented',
    words: ['ClientConnectionFailure'],
  },
  'header-not-found': {
    who: 'policy',
    service: 'check-header',
    certainty: 'documented',
    texts: ['Header … was not found in the request. Access denied'],
    words: ['HeaderNotFound'],
  },
  'header-value-not-allowed': {
    who: 'policy',
    service: 'check-header',
    certainty: 'documented',
    texts: ['Header … value of … is not allowed. Access denied'],
    words: ['HeaderValueNotAllowed'],
  },
  'caller-ip-refused': {
    who: 'policy',
    service: 'ip-filter',
    certainty: 'documented',
    texts: [
      'Caller IP address … is not allowed. Access denied',
      'Caller IP address is blocked. Access denied',
      'Failed to establish IP address for the caller',
    ],
    words: ['CallerIpNotAllowed', 'CallerIpBlocked', 'FailedToParseCallerIP'],
  },
  'quota-exceeded': {
    who: 'policy',
    service: 'quota',
    certainty: 'documented',
    texts: ['Out of call volume quota', 'Out of bandwidth quota'],
    words: ['QuotaExceeded'],
  },
  'rate-limit-exceeded': {
    who: 'policy',
    service: 'rate-limit',
    certainty: 'documented',
    texts: ['statusCode: 429, message: Rate limit is exceeded', 'Rate limit is exceeded. Try again in'],
    words: ['RateLimitExceeded'],
    others: ['an Azure AI service behind the gateway, which was seen with the same text'],
    without: ['API version', 'pricing tier'],
  },
  'client-certificate-refused': {
    who: 'policy',
    service: 'client certificate check',
    // The text of Microsoft's sample of a `choose` over context.Request.Certificate.
    certainty: 'documented',
    texts: ['403 Invalid client certificate', 'statusCode: 403, message: Invalid client certificate'],
  },
  'resource-metadata-own': {
    who: 'policy',
    service: 'return-response',
    certainty: 'inferred',
    texts: [
      'resource_metadata=https://….azure-api.net/',
      'resource_metadata=http://….azure-api.net/',
      'resource_metadata=https://….azure-api.us/',
      'resource_metadata=https://….azure-api.cn/',
    ],
    rank: 'general',
  },
  'credential-manager': {
    who: 'policy',
    service: 'get-authorization-context',
    certainty: 'observed',
    texts: ['Permission denied. Double check that the access policy', 'sending request to authorization provider gateway'],
  },
  'managed-identity-endpoint': {
    who: 'token-request',
    service: "The managed identity endpoint of the client's host",
    certainty: 'observed',
    texts: ['ManagedIdentityCredential authentication failed', 'the requested identity has not been assigned to this resource'],
    without: ['AADSTS'],
  },
  'managed-identity-token-failed': {
    who: 'policy',
    service: 'authentication-managed-identity',
    certainty: 'observed',
    texts: ['Obtaining managed identity token … failed', 'authentication-managed-identity … errorResponse: {'],
    without: ['AADSTS'],
  },
} as const;

/** What a trace says of authentication-managed-identity where it replaces the caller's token (observed). */
export const identityAddedText = 'Managed identity token is added to Authorization header';
