// What must take steps in proportion to its length. A family is a piece, again and again, that somebody could make the product look at
// twice: add here whatever turns out to grow faster.

/** Texts by their size: how often the piece is repeated. */
export type Families = Readonly<Record<string, (size: number) => string>>;

export const ids = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};
const config = `<openid-config url="https://login.microsoftonline.com/${ids.tenant}/v2.0/.well-known/openid-configuration" />`;
const inbound = (content: string): string => `<policies>\n<inbound>\n${content}</inbound>\n</policies>\n`;
const jwt = (content: string): string => inbound(`<validate-jwt header-name="Authorization">\n${config}\n${content}</validate-jwt>\n`);
const many = (count: number, write: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => write(index)).join('');

/** Beginnings without an end: each could be searched for its end as far as the text goes. */
const openings = [
  '@(/*',
  '@{/*',
  '@(@*',
  '@(//',
  '@("',
  '@(@"',
  '@("""',
  '@($"',
  '@($"{',
  '@($@"{',
  '@($$"""{{',
  "@('",
  '@(#',
  '@(&quot;',
  '@(x',
  '${',
  '%{',
];

/** What stands behind `<policies>`. */
export const hostileMarkup: Families = {
  'deep nesting': size => '<a>'.repeat(size),
  'deep nesting, closed': size => '<a>'.repeat(size) + '</a>'.repeat(size),
  'deep choose': size => '<choose><when><validate-jwt/>'.repeat(size),
  'token policies in each other': size => '<validate-jwt><audiences><audience>'.repeat(size),
  'open expressions in attributes': size => '<a b="@(x"/>\n'.repeat(size),
  'open expressions in texts': size => '<a>@{x<'.repeat(size),
  'brackets in brackets': size => `<a b="${'@('.repeat(size)}"/>`,
  'brackets in brackets, not at the start': size => `<a b="x${'@('.repeat(size)}"/>`,
  'open templates': size => `<a b="${'${'.repeat(size)}"/>`,
  'interpolation in interpolation': size => `<a>@(${'$"{'.repeat(size)}`,
  quotes: size => `<a b="@(${'"'.repeat(size)}`,
  'less-than signs': size => '<'.repeat(size),
  'quotes that never close': size => '<a b="<a c=\''.repeat(size),
  ampersands: size => `<a b="${'&#'.repeat(size)}`,
  attributes: size => `<a ${Array.from({ length: size }, (_, i) => `a${i}="1"`).join(' ')}>`,
  'the same attribute': size => `<a ${'b="1" '.repeat(size)}>`,
  spaces: size => `<a b${' '.repeat(size)}`,
  'stray closing tags': size => '</a>'.repeat(size),
  'mismatched closing tags': size => '<a></b>'.repeat(size),
  'open CDATA sections': size => '<![CDATA['.repeat(size),
  'open doctypes': size => '<!D'.repeat(size),
  'open instructions': size => '<?'.repeat(size),
  'open comments': size => '<!-- -- '.repeat(size),
  braces: size => `<a b="${'{'.repeat(size)}"/>`,
  'open named values': size => '<a>{{'.repeat(size),
  'half tags': size => '<a '.repeat(size),
  'carriage returns': size => '\r'.repeat(size),
  'control characters': size => '\0'.repeat(size),
  ...Object.fromEntries(
    openings.flatMap(opening => [
      [`${opening} in attributes`, (size: number) => `<a b="${opening}" />`.repeat(size)],
      [`${opening} in the attributes of one tag`, (size: number) => `<a ${`b="${opening}" `.repeat(size)}`],
      [`${opening} in texts`, (size: number) => `<a>${opening}`.repeat(size)],
      [`${opening} in itself`, (size: number) => `<a b="${opening.repeat(size)}`],
    ]),
  ),
  'pairs of quotes in a verbatim string': size => `<a b="@($@"${'""'.repeat(size)}`,
  'pairs of quotes in a format': size => `<a b="@($@"{x:${'""'.repeat(size)}`,
};

/** Documents with so many of something. */
export const wideDocuments: Families = {
  'token policies': count =>
    inbound(
      many(
        count,
        index => `<validate-jwt header-name="A">${config}<audiences><audience>${String(index)}</audience></audiences></validate-jwt>\n`,
      ),
    ),
  'token policies in branches': count =>
    inbound(
      many(
        count,
        () =>
          '<choose><when condition="@(x)"><validate-jwt header-name="A" /></when><otherwise><validate-jwt header-name="B" /></otherwise></choose>\n',
      ),
    ),
  'branches of one choose': count =>
    inbound(`<choose>\n${many(count, () => '<when condition="@(x)"><validate-jwt header-name="A" /></when>\n')}</choose>\n`),
  'audiences that are named values': count =>
    jwt(`<audiences>${many(count, index => `<audience>{{name-${String(index)}}}</audience>\n`)}</audiences>\n`),
  'named values in one audience': count =>
    jwt(`<audiences><audience>${many(count, index => `{{name-${String(index)}}}`)}</audience></audiences>\n`),
  'required claims': count =>
    jwt(
      `<required-claims>${many(count, index => `<claim name="c${String(index)}" match="any"><value>a</value></claim>\n`)}</required-claims>\n`,
    ),
  'values of one claim': count =>
    jwt(
      `<required-claims><claim name="scp" match="any">${many(count, index => `<value>v${String(index)}</value>\n`)}</claim></required-claims>\n`,
    ),
  'signing keys': count =>
    jwt(`<issuer-signing-keys>${'<key>c2VjcmV0LXNlY3JldC1zZWNyZXQtc2VjcmV0LXNlY3JldA==</key>\n'.repeat(count)}</issuer-signing-keys>\n`),
  'unknown elements': count => jwt(many(count, index => `<audience-list-${String(index)} />\n`)),
  expressions: count =>
    jwt('') + inbound(many(count, index => `<set-variable name="v" value="@(context.Variables["x${String(index)}"] + ")" && a < b)" />\n`)),
  'suppression comments': count => jwt('<!-- apim-token-doctor-disable-next-line no-audience -->\n'.repeat(count)),
  'attributes of one tag': count => inbound(`<validate-jwt ${many(count, index => `a${String(index)}="x" `)}>${config}</validate-jwt>\n`),
  'misspelt elements': count => jwt('<audiencess><audience>x</audience></audiencess>'.repeat(count)),
  'audiences with commas': count => jwt(`<audiences>${many(count, index => `<audience>a,b${String(index)}</audience>`)}</audiences>`),
  'audiences that nobody sees whole': count =>
    jwt(`<audiences>${many(count, index => `<audience>a\u200b${String(index)}</audience>`)}</audiences>`),
  'token policies of the other kind, on one line': count =>
    `<policies><inbound>${many(count, index => `<validate-azure-ad-token tenant-id="${ids.tenant}"><audiences><audience>a${String(index)}</audience></audiences></validate-azure-ad-token>`)}</inbound></policies>`,
  'token policies of the other kind among expressions': count =>
    inbound(
      many(
        count,
        () =>
          `<validate-azure-ad-token tenant-id="${ids.tenant}"><audiences><audience>a</audience></audiences></validate-azure-ad-token><set-header name="x"><value>@(x)</value></set-header>\n`,
      ),
    ),
};

/** What a gateway is said to have said. */
export const errorTexts: Families = {
  backslashes: size => `IDX10214: ${'\\'.repeat(size)}"`,
  'backslashes in a value': size => `IDX10214: Audiences: '${'\\'.repeat(size)}x`,
  'lists of audiences': size =>
    `IDX10214: Audiences: '${'a, '.repeat(size)}'. Did not match: validationParameters.ValidAudience: 'null' or validationParameters.ValidAudiences: '${'A, '.repeat(size)}'.`,
  'different audiences': size =>
    `IDX10214: Audiences: '${many(size, index => `a${String(index)}, `)}'. Did not match: validationParameters.ValidAudience: 'null' or validationParameters.ValidAudiences: '${many(size, index => `A${String(index)}, `)}'.`,
  'lists of issuers': size =>
    `IDX10205: Issuer: 'a'. Did not match: validationParameters.ValidIssuer: 'null' or validationParameters.ValidIssuers: '${many(size, index => `b${String(index)}, `)}'.`,
  slashes: size => `IDX10214: Audiences: '${'/'.repeat(size)}x'. Did not match: validationParameters.ValidAudience: 'b' or `,
  'spaces behind a moment': size => `IDX10223: ValidTo (UTC): '12/23/2026 04:26:41${' '.repeat(size)}x', Current time (UTC): '1'.`,
  'line breaks': size => `${'\n'.repeat(size)}x`,
  'spaces behind a claim': size => `JWT (token) is missing the following claims: x${' '.repeat(size)}y`,
  codes: size => many(size, index => `IDX${String(10_000 + (index % 80_000))}: `),
  apostrophes: size => `IDX10205: Issuer: ${"'".repeat(size)}`,
  'words of a code': size => `IDX10205: ${"Issuer: '".repeat(size)}`,
  ampersands: size => `IDX10205: ${'&amp;'.repeat(size)}`,
  'escaped ampersands': size => `IDX10205: &${'amp;'.repeat(size)}`,
  'beginnings of an answer': size => "The audience '".repeat(size),
  'codes of token requests': size => many(size, index => `AADSTS${String(50_000 + (index % 10_000))}: `),
  'responses without an end': size => 'HTTP/1.1 401 Unauthorized\nWWW-Authenticate: '.repeat(size),
  'columns of a log': size => `${'ResponseCode\t'.repeat(size)}\n${'401\t'.repeat(size)}`,
  'columns without a row': size => 'ResponseCode BackendResponseCode\n'.repeat(size),
  dependencies: size => '{"itemType":"dependency",'.repeat(size),
};

/** What is pasted as a token. */
export const pastes: Families = {
  ...Object.fromEntries(
    Object.entries({
      dots: '.',
      spaces: ' ',
      'line breaks': '\n',
      words: 'ey ',
      backslashes: '\\',
      'percent signs': '%25',
      quotes: '"',
      schemes: 'Bearer ',
      prose: 'It is not here. Nor is it there, is it? ',
      'beginnings of a token': `${encode('{"a')}.`,
      'beginnings and blanks': `${encode('{"alg')}${' '.repeat(11)}`,
      'beginnings and breaks': `${encode('{"alg')}${'\n\t'.repeat(6)}`,
      headers: `${encode('{"alg":"none"}')}.`,
      equals: '=',
      references: '&#46;',
    }).map(([name, piece]) => [name, (size: number) => `x${piece.repeat(size)}y`]),
  ),
  tokens: size => `${encode('{"alg":"none"}')}.${encode('{}')}.\n`.repeat(size),
  'different tokens': size => many(size, index => `${encode('{"alg":"none"}')}.${encode(`{"index":${String(index)}}`)}. and `),
};

function encode(text: string): string {
  return Buffer.from(text).toString('base64url');
}
