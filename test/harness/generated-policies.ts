import fc from 'fast-check';

/** The made-up world of the generated policies and tokens. */
export const world = {
  tenant: 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11',
  otherTenant: '0c9be7a2-6d1b-4b0f-8a55-94f2c1f0ab77',
  api: '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21',
  client: 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff',
  otherClient: 'aaaaaaaa-cccc-4ddd-8eee-ffffffffffff',
  namedValues: {
    tenant: 'b7a1c6de-02f3-4c57-9d0e-5a1d7d0e4c11',
    api: '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21',
    client: 'bbbbbbbb-cccc-4ddd-8eee-ffffffffffff',
  } as Readonly<Record<string, string>>,
} as const;

/** A generated document and what was put into it. */
export interface GeneratedPolicy {
  readonly text: string;
  /** What stands before and after the token policy. */
  readonly before: string;
  readonly after: string;
  /** Comments, expressions and other texts inside the element that have to survive letter by letter. */
  readonly comments: readonly string[];
  readonly texts: readonly string[];
  readonly hasClients: boolean;
  readonly hasBackend: boolean;
}

interface Claim {
  readonly name: string;
  readonly match: string | null;
  readonly separator: string | null;
  readonly values: readonly string[];
}

interface Style {
  readonly unit: string;
  readonly newline: string;
  readonly quote: string;
  readonly selfClose: string;
  readonly oneLine: boolean;
  readonly attributeLines: boolean;
}

const style: fc.Arbitrary<Style> = fc.record({
  unit: fc.constantFrom('  ', '    ', '\t'),
  newline: fc.constantFrom('\n', '\r\n'),
  quote: fc.constantFrom('"', '"', "'"),
  selfClose: fc.constantFrom(' />', '/>'),
  oneLine: fc.boolean(),
  attributeLines: fc.boolean(),
});

/** What fits mostly, something else now and then: policies that accept nothing would prove little. */
export const mostly = <T>(fitting: fc.Arbitrary<T>, other: fc.Arbitrary<T>): fc.Arbitrary<T> =>
  fc.oneof({ weight: 7, arbitrary: fitting }, { weight: 2, arbitrary: other });

const tenantId = mostly(
  fc.constantFrom<string>(world.tenant, world.tenant, '{{tenant}}'),
  fc.constantFrom<string>(
    world.tenant.toUpperCase(),
    '{{unknown-tenant}}',
    '${tenant_id}',
    '{tenant-id}',
    'contoso.onmicrosoft.com',
    `https://login.microsoftonline.com/${world.tenant}`,
    `https://login.microsoftonline.com/${world.tenant}/`,
    'https://contoso.onmicrosoft.com',
  ),
);

const expressions = [
  '@((string)context.Variables["x"])',
  '@(context.Variables.GetValueOrDefault("a", ")"))',
  "@(context.Request.Headers.GetValueOrDefault('x'))",
];

const attributes = (quote: string): fc.Arbitrary<Record<string, string>> =>
  fc
    .record(
      {
        'header-name': mostly(fc.constantFrom('Authorization', 'X-Token'), fc.constantFrom('authorization', '{{header}}')),
        'query-parameter-name': fc.constant('access_token'),
        'token-value': fc.constantFrom(
          '@(context.Request.Headers.GetValueOrDefault(&quot;Authorization&quot;, &quot;&quot;).Replace(&quot;Bearer &quot;, &quot;&quot;))',
          '@((string)context.Variables[&quot;token&quot;])',
        ),
        'authentication-endpoint': fc.constantFrom(
          'https://login.microsoftonline.com',
          'login.microsoftonline.com/',
          'https://login.microsoftonline.us',
        ),
        'failed-validation-httpcode': fc.constantFrom('401', '403', '@(context.Variables.ContainsKey(&quot;x&quot;) ? 401 : 403)'),
        'failed-validation-error-message': fc.constantFrom('No entry &amp; no way', '{{message}}', '@(&quot;x&quot; + context.RequestId)'),
        'output-token-variable-name': fc.constant('jwt'),
        'allow-proof-of-possession-tokens': fc.constant('false'),
        'require-scheme': fc.constantFrom('Bearer', 'Bearer'),
        id: fc.constant('check-token'),
      },
      { requiredKeys: [] },
    )
    .map(values => {
      // One place of the token; several are a mistake with a rule of its own.
      const sources = ['header-name', 'query-parameter-name', 'token-value'].filter(name => name in values);
      const dropped = sources.slice(1);
      return Object.fromEntries(Object.entries(values).filter(([name, value]) => !dropped.includes(name) && !value.includes(quote)));
    });

const clientId = mostly(
  fc.constantFrom<string>(world.client, '{{client}}'),
  fc.constantFrom<string>(world.client.toUpperCase(), world.otherClient, '{{unknown-client}}', '${client_id}'),
);
const audience = mostly(
  fc.constantFrom<string>(world.api, `api://${world.api}`, '{{api}}'),
  fc.constantFrom<string>(`api://${world.api}/`, '{{unknown-api}}', '${api}', 'https://api.example', expressions[0] ?? ''),
);
const claim = mostly(
  fc.constantFrom<Claim>(
    { name: 'roles', match: 'any', separator: null, values: ['Orders.Read', 'Orders.Write'] },
    { name: 'scp', match: 'any', separator: ' ', values: ['Orders.Read'] },
    { name: 'tid', match: null, separator: null, values: [world.tenant] },
    { name: 'iat', match: null, separator: null, values: [] },
  ),
  fc.record<Claim>({
    name: fc.constantFrom('roles', 'scp', 'azp', 'appid', 'ver', 'tid', 'idtyp', 'aud'),
    match: fc.constantFrom(null, 'all', 'any'),
    separator: fc.constantFrom(null, ' ', ','),
    values: fc.array(
      fc.constantFrom(
        'Orders.Read',
        'Orders.Write',
        'app',
        '1.0',
        '2.0',
        world.tenant,
        world.client,
        world.api,
        '{{role}}',
        expressions[1] ?? '',
      ),
      { maxLength: 3 },
    ),
  }),
);

/** Mostly absent, so that what is not certain does not hide the rest. */
const rarely = <T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 6, arbitrary: fc.constant(null) }, { weight: 1, arbitrary });

const shape = fc.record({
  clients: fc.option(fc.array(clientId, { minLength: 1, maxLength: 3 })),
  backend: rarely(fc.array(fc.constantFrom(world.api, world.api.toUpperCase(), '{{api}}'), { minLength: 1, maxLength: 2 })),
  audiences: fc.option(fc.array(audience, { minLength: 1, maxLength: 3 }), { freq: 4 }),
  claims: fc.option(fc.array(claim, { minLength: 1, maxLength: 3 }), { freq: 2 }),
  decryption: rarely(fc.constant(true)),
  order: fc.shuffledSubarray([0, 1, 2, 3, 4], { minLength: 5 }),
  comments: fc.array(fc.constantFrom('a note', 'who calls: {{x}}', '<validate-jwt>', 'multi\nline'), { maxLength: 4 }),
  blanks: fc.boolean(),
  place: fc.constantFrom('inbound', 'inbound', 'choose', 'fragment'),
});

/** Policy documents with one validate-azure-ad-token: every attribute and child, every kind of value, all ways to lay it out. */
export const generatedPolicy: fc.Arbitrary<GeneratedPolicy> = fc
  .tuple(style, shape, tenantId)
  .chain(([look, parts, tenant]) =>
    fc.tuple(fc.constant(look), fc.constant(parts), fc.constant(tenant), attributes(look.quote), fc.nat({ max: 9 })),
  )
  .map(([look, parts, tenant, others, position]) => writeDocument(look, parts, tenant, others, position));

type Parts = typeof shape extends fc.Arbitrary<infer T> ? T : never;

function writeDocument(look: Style, parts: Parts, tenant: string, others: Record<string, string>, position: number): GeneratedPolicy {
  const { newline, unit, quote } = look;
  const line = (depth: number): string => (look.oneLine ? '' : newline + unit.repeat(depth));
  const [open, close, depth] =
    parts.place === 'fragment'
      ? [`<fragment>${line(1)}`, `${line(0)}</fragment>`, 1]
      : parts.place === 'choose'
        ? [
            `<policies>${line(1)}<inbound>${line(2)}<base />${line(2)}<choose>${line(3)}<when condition=${quote}@(true)${quote}>${line(4)}`,
            `${line(3)}</when>${line(3)}<otherwise>${line(4)}<return-response />${line(3)}</otherwise>${line(2)}</choose>${line(1)}</inbound>${line(0)}</policies>`,
            4,
          ]
        : [
            `<!-- top -->${line(0)}<policies>${line(1)}<inbound>${line(2)}<base />${line(2)}`,
            `${line(2)}<set-variable name=${quote}x${quote} value=${quote}@(1 + 1)${quote} />${line(1)}</inbound>${line(0)}</policies>${newline}`,
            2,
          ];
  const texts: string[] = [];
  const comments: string[] = [];
  const pending = [...parts.comments];
  const note = (at: number): string => {
    const next = pending.pop();
    if (next === undefined) return '';
    const comment = `<!-- ${next.replace('\n', newline)} -->`;
    comments.push(comment);
    return line(at) + comment;
  };
  const attribute = (name: string, value: string): string => `${name}=${quote}${value}${quote}`;
  const list = (name: string, items: readonly string[]): string =>
    `<${name}>${items.map(item => `${line(depth + 2)}${item}`).join('')}${note(depth + 2)}${line(depth + 1)}</${name}>`;
  const keep = (value: string): string => {
    if (/[@{$]/.test(value)) texts.push(value);
    return value;
  };
  const children = [
    parts.backend === null
      ? null
      : list(
          'backend-application-ids',
          parts.backend.map(id => `<application-id>${keep(id)}</application-id>`),
        ),
    parts.clients === null
      ? null
      : list(
          'client-application-ids',
          parts.clients.map(id => `<application-id>${keep(id)}</application-id>`),
        ),
    parts.audiences === null
      ? null
      : list(
          'audiences',
          parts.audiences.map(value => `<audience>${keep(value)}</audience>`),
        ),
    parts.claims === null
      ? null
      : list(
          'required-claims',
          parts.claims.map(item => writeClaim(item, attribute, keep, look, line, depth)),
        ),
    parts.decryption === null ? null : list('decryption-keys', [`<key ${attribute('certificate-id', 'cert')}${look.selfClose}`]),
  ];
  const ordered = parts.order.flatMap(index => children[index] ?? []);
  const entries = Object.entries(others);
  entries.splice(position % (entries.length + 1), 0, ['tenant-id', tenant]);
  for (const [name, value] of entries)
    if (name !== 'tenant-id' && name !== 'authentication-endpoint' && /[@{]/.test(value)) texts.push(value);
  const gap = look.attributeLines && !look.oneLine ? newline + unit.repeat(depth + 1) : ' ';
  const tag = `<validate-azure-ad-token${entries.map(([name, value]) => gap + attribute(name, value)).join('')}`;
  const body = ordered
    .map((child, index) => note(depth + 1) + (parts.blanks && index > 0 && !look.oneLine ? newline : '') + line(depth + 1) + child)
    .join('');
  const element = ordered.length === 0 ? tag + look.selfClose : `${tag}>${body}${note(depth + 1)}${line(depth)}</validate-azure-ad-token>`;
  return {
    text: open + element + close,
    before: open,
    after: close,
    comments,
    texts,
    hasClients: parts.clients !== null,
    hasBackend: parts.backend !== null,
  };
}

function writeClaim(
  { name, match, separator, values }: Claim,
  attribute: (name: string, value: string) => string,
  keep: (value: string) => string,
  look: Style,
  line: (depth: number) => string,
  depth: number,
): string {
  const head = `<claim ${attribute('name', name)}${match === null ? '' : ` ${attribute('match', match)}`}${separator === null ? '' : ` ${attribute('separator', separator)}`}`;
  if (values.length === 0) return head + look.selfClose;
  return `${head}>${values.map(value => `${line(depth + 3)}<value>${keep(value)}</value>`).join('')}${line(depth + 2)}</claim>`;
}
