// Why a gateway answers 401, as users met it: what surrounds the token policy.
import { tenant, externalId, workforce, text, issuer, unknownKey, type Symptom } from './symptom.js';

export const symptomsOfSurroundings: readonly Symptom[] = [
  {
    row: 41,
    symptom: 'elements in another order',
    fixtures: ['element-order/validate-jwt', 'element-order/validate-azure-ad-token'],
    texts: [
      text(
        '',
        null,
        /order openid-config, issuer-signing-keys/,
        "Error in element 'validate-jwt' on line 9, column 6: The element 'validate-jwt' has invalid child element 'openid-config'. List of possible elements expected: 'required-claims'.",
      ),
    ],
  },
  {
    row: 42,
    symptom: 'a policy that is no XML for the format it was sent in',
    texts: [
      text('', null, /rawxml/, 'Data at the root level is invalid. Line 1, position 1.'),
      text('', null, /rawxml/, "Name cannot begin with the '\"' character, hexadecimal value 0x22. Line 16, position 37."),
    ],
  },
  { row: 43, symptom: 'expressions in validate-azure-ad-token: disputed, so nothing is said', fixtures: ['ok/azure-ad-expressions'] },
  { row: 44, symptom: 'client-application-ids left out: disputed, so nothing is said against it', fixtures: ['ok/azure-ad-expressions'] },
  {
    row: 45,
    symptom: 'the portal cannot read the policy',
    fixtures: ['value-unresolved/audience'],
    texts: [text('', null, /named values/, 'Could not load policies. Please try again later.')],
  },
  {
    row: 46,
    symptom: 'a fixed text in the place of the reason',
    fixtures: ['reason-hidden/switched-on'],
    texts: [
      text(
        '',
        null,
        /failed-validation-error-message.*Trace the request.*print the whole token/s,
        '{ "statusCode": 401, "message": "Unauthorized. Access token is missing or invalid." }',
      ),
    ],
  },
  {
    row: 47,
    symptom: 'the subscription key is missing',
    texts: [
      text(
        '',
        null,
        /subscription key, not about the token/,
        '{ "statusCode": 401, "message": "Access denied due to missing subscription key. Make sure to include subscription key when making requests to an API." }',
      ),
      text(
        '',
        null,
        /Ocp-Apim-Subscription-Key/,
        'WWW-Authenticate: AzureApiManagementKey realm="https://contoso.azure-api.net/orders",name="Ocp-Apim-Subscription-Key",type="header"',
      ),
    ],
  },
  {
    row: 48,
    symptom: "the backend's own 401",
    texts: [
      text(
        '',
        null,
        /backendResponseCode.*backend's own validation/s,
        'www-authenticate: Bearer error="invalid_token", error_description="The signature key was not found"',
      ),
      text('', null, /let the token pass/, '{"responseCode":401,"backendResponseCode":401}'),
    ],
  },
  {
    row: 49,
    symptom: 'Logic Apps get two credentials',
    texts: [
      text(
        '',
        null,
        /exists-action="delete"/,
        "The request has both SAS authentication scheme and 'Bearer' authorization scheme. Only one scheme should be used.",
      ),
    ],
  },
  {
    row: 50,
    symptom: 'a proxy in front rewrites host or headers',
    unseen: 'It happens before the gateway: neither policy nor token nor answer shows it. "JWT not present." says to look for a proxy.',
  },
  {
    row: 51,
    symptom: 'a browser reports CORS',
    fixtures: ['cors-after-token/after'],
    texts: [
      text(
        '',
        null,
        /Put cors first/,
        "Access to fetch at 'https://contoso.azure-api.net/orders' from origin 'https://shop.example' has been blocked by CORS policy: Response to preflight request doesn't pass access control check: No 'Access-Control-Allow-Origin' header is present on the requested resource.",
      ),
    ],
  },
  {
    row: 52,
    symptom: 'an empty 200 in the place of a 401',
    unseen: 'The answer is empty, and which origins callers have is not in the policy; the text of row 51 names the cure.',
  },
  {
    row: 53,
    symptom: "LastError's line breaks in a header",
    fixtures: ['last-error-in-header/as-it-is'],
    texts: [
      text(
        '',
        null,
        /Strip carriage return/,
        "Expression value is invalid. Specified value has invalid CRLF characters. (Parameter 'value')",
      ),
    ],
  },
  {
    row: 54,
    symptom: 'AsJwt() of a header with its scheme',
    fixtures: ['as-jwt-with-scheme/direct'],
    texts: [
      text(
        '',
        null,
        /Strip the scheme/,
        'Expression evaluation failed. Object reference not set to an instance of an object. at context.Request.Headers.GetValueOrDefault("Authorization","").AsJwt().Claims',
      ),
    ],
  },
  {
    row: 55,
    symptom: 'a role that was assigned later',
    fixtures: ['claim-missing/roles-of-a-managed-identity'],
    texts: [
      text('', 'claims', /managed identities for up to 24 hours/, 'JWT (token) is missing the following claims: roles. Access denied.'),
    ],
  },
  {
    row: 56,
    symptom: 'the version 1 address of an External ID tenant',
    fixtures: ['metadata-unreachable/external-id-version-1'],
    texts: [
      text(
        'IDX20807',
        'signature',
        /with \/v2\.0\/ in its address/,
        `IDX20807: Unable to retrieve document from: 'https://contoso.ciamlogin.com/${tenant}/.well-known/openid-configuration'. HttpResponseMessage: 'StatusCode: 404', HttpResponseMessage.Content: ''.`,
      ),
    ],
  },
  {
    row: 57,
    symptom: 'one tenant, two key sets',
    fixtures: ['signing-key-not-found/external-id-keys'],
    texts: [text('IDX10503', 'signature', /publishes its keys at ciamlogin\.com/, unknownKey)],
  },
  {
    row: 58,
    symptom: 'an app without a user gets tokens of the workforce endpoint',
    fixtures: ['issuer-mismatch/workforce-with-external-id-metadata'],
    texts: [text('IDX10205', 'issuer', /accept both issuers/, issuer(workforce, `${externalId}/v2.0`))],
  },
];
