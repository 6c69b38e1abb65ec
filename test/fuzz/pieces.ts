// What the texts are made of.

const markup = [
  ...['<', '>', '</', '/>', '"', "'", '=', ' ', '\n', '\r', '\t', '\0', '&', '&amp;', '&quot;', '&#0;', '&#x110000;', '&#65;', ']]>'],
  ...['<!--', '-->', '<![CDATA[', '<?', '?>', '<!DOCTYPE a [', '{{', '}}', '{{x}}', '{{deep}}', '${', '%{', '}', '\u00a0', '\u200b'],
  ...['\ufeff', '\ud800', '𝒳', '\u2028', '\u202e', '<a>', '</a>', '<constructor/>', ' __proto__="1"', ' hasOwnProperty="x"'],
];

/** Of C#. */
export const csharp = [
  ...['@(', '@{', ')', '}', '{', '[', ']', '"', '""', '"""', "'", '\\', '\\"', '@"', '$"', '$@"', '@$"', '$$"""', '{{', '}}', ':', '//'],
  ...[
    '/*',
    '*/',
    '@*',
    '*@',
    '@:',
    '#',
    '\n',
    '\r',
    '&quot;',
    '&#34;',
    '&apos;',
    '&amp;',
    '<',
    '>',
    ' ',
    ';',
    'x',
    '.',
    '\u2028',
    '\u0085',
  ],
];

/** Of policy documents. */
export const policy = [
  ...markup,
  ...csharp.slice(0, 24),
  ...['<policies>', '</policies>', '<fragment>', '<inbound>', '</inbound>', '<backend>', '<outbound>', '<on-error>', '<base />'],
  ...['<choose><when condition="@(true)">', '</when><otherwise>', '</otherwise></choose>', '<return-response/>', '<cors/>'],
  ...[
    '<validate-jwt header-name="Authorization">',
    '<validate-jwt ',
    '</validate-jwt>',
    '<validate-azure-ad-token ',
    '</validate-azure-ad-token>',
  ],
  ...[' tenant-id="11111111-2222-3333-4444-555555555555"', ' tenant-id="common"', ' tenant-id="{{tenant-id}}"', ' header-name="a"'],
  ...[
    ' token-value="@(x)"',
    ' query-parameter-name="q"',
    ' clock-skew="-1"',
    ' require-scheme="Bearer"',
    ' failed-validation-httpcode="x"',
  ],
  ...[
    '<audiences>',
    '</audiences>',
    '<audience>a,b</audience>',
    '<audience/>',
    '<audience> 66666666-7777-8888-9999-aaaaaaaaaaaa</audience>',
  ],
  ...[
    '<issuers>',
    '</issuers>',
    '<issuer>https://sts.windows.net/x/</issuer>',
    '<issuer>https://login.microsoftonline.com/{tenantid}/v2.0</issuer>',
  ],
  ...[
    '<required-claims>',
    '</required-claims>',
    '<claim name="scp" match="any">',
    '<claim name="__proto__">',
    '</claim>',
    '<value>a b</value>',
  ],
  ...['<client-application-ids>', '</client-application-ids>', '<application-id>x</application-id>', '<backend-application-ids>'],
  ...['<issuer-signing-keys><key>AAAA</key></issuer-signing-keys>', '<decryption-keys>', '<key n="AQAB" e="AQAB"/>'],
  ...[
    '<openid-config url="https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0/.well-known/openid-configuration" />',
    '<openid-config url="http://[::1"/>',
    '<openid-config url="https://11111111-2222-3333-4444-555555555555.ciamlogin.com/11111111-2222-3333-4444-555555555555/v2.0/.well-known/openid-configuration"/>',
  ],
  ...['<set-header name="Authorization" exists-action="delete"/>', '@(context.LastError.Message)', '.AsJwt()'],
  ...['<!-- apim-token-doctor-disable-next-line no-audience -->\n'],
];

/** Around a token, and of its parts. `e30` is an empty object in base64url. */
export const paste = [
  ...['.', '..', 'e30', 'Bearer ', 'bearer', '"', "'", '\n', '\r\n', ' ', '\t', '%2E', '%252E', '%20', '\\n', '\\u002e', '&#46;', '&amp;'],
  ...['{"access_token":"', '"}', 'Authorization: ', 'curl -H "', 'Cookie: a=', 'id_token=', '#access_token=', '…', '...', '> ', '^', '`'],
  ...['\u200b', '\ufeff', '\u00a0', '\u202e', '=', '==', '-', '_', '+', '/', ',', ';', ':', '{{', '}}', '\ud800', '\0', 'A'.repeat(43)],
];

/** Of what a gateway says. */
export const trace = [
  ...[
    'IDX10205: ',
    'IDX10214: ',
    'IDX10223: ',
    'IDX10501: ',
    'IDX40001: ',
    'IDX99999',
    'idx 10500',
    'aka.ms/IDX10511',
    '\\n',
    '\\u0027',
    "'",
  ],
  ...[
    '\\',
    '"',
    '\\"',
    '&#39;',
    '&amp;#39;',
    '‘',
    ' ',
    '\n',
    '.',
    ', ',
    "Issuer: '",
    "'. Did not match: ",
    "ValidIssuers: '",
    "ValidIssuer: '",
  ],
  ...[
    "' or validationParameters.",
    "Audiences: '",
    "ValidAudiences: '",
    "kid: '",
    "ValidTo (UTC): '",
    "Current time (UTC): '",
    "NotBefore: '",
  ],
  ...["12/23/2026 04:26:41'", 'null', 'api://', 'https://login.microsoftonline.com/', 'Claim value mismatch: aud=', 'JWT not present'],
  ...['{"statusCode": 401, "message": "', 'Exceptions caught:\n', 'AsJwt()', 'ValidationFailed', 'PII is hidden', 'policyId: "', '\u202e'],
];

/** Of JSON, and of metadata. */
export const json = [
  ...[
    '{',
    '}',
    '[',
    ']',
    '"',
    ':',
    ',',
    'null',
    'true',
    '1e999',
    '-0',
    '"__proto__":',
    '"constructor":',
    '"issuer":',
    '"jwks_uri":',
    '"keys":',
  ],
  ...['"kty":"RSA"', '"kid":"x"', '"n":"AQAB"', '"e":"AQAB"', '"x5c":["AAAA"]', '"use":"sig"', '"alg":"RS256"', '"crv":"P-256"', '\\u0000'],
  ...['"https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0"', '[[[[[[[[', '{"a":{"a":{"a":', '\ud800'],
];
