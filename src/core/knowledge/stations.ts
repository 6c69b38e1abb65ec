/** Policies that end a request by an answer of their own, always. */
export const answeringPolicies: ReadonlySet<string> = new Set(['return-response', 'mock-response']);

/**
 * Policies that may answer a request by themselves, whatever its token is: limits, tests of address, header, certificate and content, a
 * preflight request, a kept answer. Source: the policy reference of API Management, "Usage" and "Error handling" of each.
 */
export const mayAnswerPolicies: ReadonlySet<string> = new Set([
  'azure-openai-token-limit',
  'cache-lookup',
  'check-header',
  'cors',
  'ip-filter',
  'limit-concurrency',
  'llm-content-safety',
  'llm-token-limit',
  'quota',
  'quota-by-key',
  'rate-limit',
  'rate-limit-by-key',
  'validate-client-certificate',
  'validate-content',
  'validate-graphql-request',
  'validate-headers',
  'validate-odata-request',
  'validate-parameters',
  'validate-status-code',
]);
