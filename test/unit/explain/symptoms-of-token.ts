// Why a gateway answers 401, as users met it: audiences, claims, times and forms.
import { tenant, api, text, audience, type Symptom } from './symptom.js';

export const symptomsOfToken: readonly Symptom[] = [
  {
    row: 20,
    symptom: 'the audience in its other form',
    fixtures: ['audience-mismatch/address-form', 'audience-mismatch/two-accepted'],
    texts: [
      text('IDX10214', 'audience', /two names of the same API: list both/, audience(`api://${api}`, api)),
      text('', 'claims', /other form/, `{ "statusCode": 401, "message": "Claim value mismatch: aud=api://${api}." }`),
      text(
        '',
        'audience',
        /other form of its audience/,
        '{"source":"validate-jwt","reason":"TokenAudienceNotAllowed","section":"inbound"}',
      ),
    ],
  },
  {
    row: 21,
    symptom: 'a token for another resource',
    fixtures: ['audience-mismatch/other-api', 'id-token/own-audience', 'graph-token/without-metadata'],
    texts: [
      text('IDX10214', 'audience', /for Microsoft Graph.*scope of your own API/s, audience('00000003-0000-0000-c000-000000000000', api)),
      text('IDX10214', 'audience', /for Azure Resource Manager/, audience('https://management.azure.com/', api)),
      text('IDX10214', 'audience', /without a scope of your API/, audience(`https://login.microsoftonline.com/${tenant}`, api)),
    ],
  },
  {
    row: 22,
    symptom: 'an earlier policy put another token into the header',
    fixtures: ['authorization-overwritten/managed-identity', 'authorization-overwritten/deleted'],
  },
  {
    row: 23,
    symptom: 'white space in the policy',
    fixtures: ['invisible-characters/line-break', 'invisible-characters/space-at-the-end', 'invisible-characters/zero-width'],
    texts: [text('IDX10214', 'audience', /only in white space around it/, audience(api, `\n  ${api}\n`))],
  },
  {
    row: 24,
    symptom: 'a final slash of the audience',
    fixtures: ['audience-mismatch/trailing-slash'],
    texts: [
      text(
        'IDX10214',
        'audience',
        /only in the final slash.*exactly as in the token/s,
        audience('https://orders.example/', 'https://orders.example'),
      ),
    ],
  },
  { row: 25, symptom: 'two rules that no token fits', fixtures: ['unsatisfiable-claims/audience', 'unsatisfiable-claims/azp-and-appid'] },
  {
    row: 26,
    symptom: 'no audience to compare with',
    fixtures: ['empty-list/audiences'],
    texts: [
      text(
        'IDX10208',
        'audience',
        /check whether a named value or an expression there is empty/,
        'IDX10208: Unable to validate audience. validationParameters.ValidAudience is null or whitespace and validationParameters.ValidAudiences is null.',
      ),
    ],
  },
  {
    row: 27,
    symptom: 'azp and appid: which version has which',
    fixtures: [
      'claim-missing/azp-of-version-1',
      'metadata-version/azp-with-version-1',
      'metadata-version/appid-with-version-2',
      'application-mismatch/other-client',
    ],
    texts: [
      text('', 'claims', /azp exists in version 2\.0 tokens only/, 'JWT (token) is missing the following claims: azp. Access denied.'),
      text(
        '',
        'claims',
        /a client that required-claims does not accept.*appid in version 1\.0/s,
        'Claim value mismatch: appid=bbbbbbbb-cccc-dddd-eeee-ffffffffffff.',
      ),
    ],
  },
  {
    row: 28,
    symptom: 'roles against scp',
    fixtures: ['claim-missing/roles-of-a-user', 'claim-missing/scp-of-an-app'],
    texts: [
      text(
        '',
        'claims',
        /user tokens have scp, app-only tokens have roles/,
        '{ "statusCode": 401, "message": "Claim value mismatch: roles=Basic." }',
      ),
      text('', 'claims', /roles is there only if app roles are assigned/, '{"source":"validate-jwt","reason":"TokenClaimNotFound"}'),
    ],
  },
  {
    row: 29,
    symptom: 'several scopes in one text',
    fixtures: ['claim-mismatch/separator', 'claim-separator/one-value', 'claim-separator/several-values'],
    texts: [text('', 'claims', /separator=" "/, 'Claim scp value of Orders.Read Orders.Write is not allowed. Access denied.')],
  },
  {
    row: 30,
    symptom: 'a list with commas as one value',
    fixtures: ['comma-list-in-value/roles'],
    texts: [text('', 'claims', /one <value> for each/, 'Claim value mismatch: roles=Orders.Read.')],
  },
  {
    row: 31,
    symptom: 'groups left out',
    fixtures: ['claim-missing/two-claims'],
    texts: [text('', 'claims', /more than 200 groups.*app roles/s, 'JWT (token) is missing the following claims: groups. Access denied.')],
  },
  {
    row: 32,
    symptom: 'match is all unless it says otherwise',
    fixtures: ['claim-mismatch/match-all', 'unsatisfiable-claims/all-of-two'],
    texts: [text('', 'claims', /match="all", the default/, '{"reason":"TokenClaimValueNotAllowed"}')],
  },
  {
    row: 33,
    symptom: 'an expired token',
    fixtures: ['token-expired/an-hour-ago', 'token-expired/two-minutes-ago', 'token-expired/milliseconds'],
    texts: [
      text(
        'IDX10223',
        'lifetime',
        /60 minutes before.*new token.*clock-skew/s,
        "IDX10223: Lifetime validation failed. The token is expired. ValidTo (UTC): '11/23/2026 15:00:00', Current time (UTC): '11/23/2026 16:00:00'.",
      ),
      text(
        '',
        'lifetime',
        /get a new token before/,
        '{"reason":"TokenExpired","message":"Lifetime validation failed. The token is expired"}',
      ),
    ],
  },
  {
    row: 34,
    symptom: 'a token that is not valid yet',
    fixtures: ['token-not-yet-valid/in-an-hour', 'token-not-yet-valid/in-a-minute'],
    texts: [
      text(
        'IDX10222',
        'lifetime',
        /1 second after.*clock.*clock-skew/s,
        "IDX10222: Lifetime validation failed. The token is not yet valid. ValidFrom (UTC): '11/23/2026 16:00:01', Current time (UTC): '11/23/2026 16:00:00'.",
      ),
    ],
  },
  {
    row: 35,
    symptom: 'a token that does not expire',
    fixtures: ['token-lifetime-missing/no-exp'],
    texts: [
      text(
        'IDX10225',
        'lifetime',
        /require-expiration-time/,
        "IDX10225: Lifetime validation failed. The token is missing an Expiration Time. Tokentype: 'x'.",
      ),
    ],
  },
  {
    row: 36,
    symptom: 'no token where the policy looks',
    fixtures: ['token-malformed/empty', 'token-source/none', 'token-source/several'],
    texts: [
      text('', 'source', /leaving out "Bearer" gives the same answer/, '{ "statusCode": 401, "message": "JWT not present." }'),
      text('', 'source', /header-name/, '{"source":"validate-jwt","reason":"TokenNotPresent","message":"JWT not present.","scope":"api"}'),
    ],
  },
  {
    row: 37,
    symptom: 'the word Bearer in a custom header',
    fixtures: ['scheme-ignored/custom-header', 'token-malformed/scheme-in-custom-header'],
    texts: [
      text(
        'IDX14102',
        'form',
        /any other header.*must have the bare token/,
        "IDX14102: Unable to decode the header 'hidden' as Base64Url encoded string.",
      ),
    ],
  },
  {
    row: 38,
    symptom: 'the word Bearer in token-value',
    fixtures: ['token-source/value-with-scheme'],
    texts: [
      text(
        'IDX12729',
        'form',
        /token-value must have the bare token/,
        "IDX12729: Unable to decode the header 'hidden' as Base64Url encoded string.",
      ),
    ],
  },
  {
    row: 39,
    symptom: 'a text that is no token',
    fixtures: ['token-malformed/quotes', 'token-malformed/cut-off', 'token-malformed/opaque'],
    texts: [
      text('', 'form', /has a code \(IDX…\)/, '{ "statusCode": 401, "message": "Invalid JWT." }'),
      text('IDX12741', 'form', /three parts/, 'IDX12741: JWT must have three segments (JWS) or five segments (JWE).'),
      text('IDX12723', 'form', /cannot be decoded/, "IDX12723: Unable to decode the payload 'hidden' as Base64Url encoded string."),
      text('IDX14100', 'form', /opaque access token/, 'IDX14100: JWT is not well formed, there are no dots (.).'),
    ],
  },
  {
    row: 40,
    symptom: 'an encrypted token',
    fixtures: ['token-encrypted/no-key'],
    texts: [
      text(
        'IDX10603',
        'form',
        /decryption-keys/,
        "IDX10603: Decryption failed. Keys tried: ''.\nExceptions caught:\n ''.\ntoken: 'hidden'",
      ),
      text('IDX10609', 'form', /decryption-keys/, "IDX10609: Decryption failed. No Keys tried: token: 'hidden'."),
    ],
  },
];
