import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/core/index.js';
import { claimFacts } from '../../../src/core/knowledge/claims.js';
import { complete } from '../../../src/core/language/complete.js';

/** Completes at `|` and returns the labels, and the text after each edit with `|` where the cursor goes. */
function completeAt(marked: string, namedValues: readonly string[] = []) {
  const offset = marked.indexOf('|');
  const text = marked.slice(0, offset) + marked.slice(offset + 1);
  const completions = complete(text, offset, namedValues);
  const after = (label: string): string => {
    const completion = completions.find(each => each.label === label);
    if (!completion) throw new Error(`${label} is not offered, but ${completions.map(each => each.label).join(', ')}`);
    const caret = completion.edit.start + (completion.caret ?? completion.edit.text.length);
    const result = applyEdits(text, [completion.edit, ...(completion.also ?? [])]);
    return `${result.slice(0, caret)}|${result.slice(caret)}`;
  };
  return { labels: completions.map(each => each.label), after };
}

const inbound = (inner: string): string => `<policies>\n  <inbound>\n    ${inner}\n  </inbound>\n</policies>\n`;

describe('token policies', () => {
  test('are offered in the inbound section, and come with what they cannot do without', () => {
    const { labels, after } = completeAt(inbound('<|'));
    expect(labels).toEqual(['validate-jwt', 'validate-azure-ad-token']);
    expect(after('validate-azure-ad-token')).toBe(
      inbound('<validate-azure-ad-token tenant-id="|">\n      \n    </validate-azure-ad-token>'),
    );
    expect(after('validate-jwt')).toBe(
      inbound('<validate-jwt header-name="Authorization" require-scheme="Bearer">\n      |\n    </validate-jwt>'),
    );
  });

  test('replace the name that is half typed, also one without its bracket', () => {
    expect(completeAt(inbound('vali|')).after('validate-jwt')).toContain('    <validate-jwt header-name');
    expect(completeAt(inbound('<vali|')).after('validate-jwt')).toContain('    <validate-jwt header-name');
  });

  test('are offered in fragments and branches, but neither outside a section nor in another policy', () => {
    expect(completeAt('<fragment><|</fragment>').labels).toContain('validate-jwt');
    expect(completeAt(inbound('<choose><when condition="@(true)"><|</when></choose>')).labels).toContain('validate-jwt');
    expect(completeAt('<policies><|</policies>').labels).toEqual([]);
    expect(completeAt(inbound('<set-header name="x"><|</set-header>')).labels).toEqual([]);
    expect(completeAt('<policies><outbound><|</outbound></policies>').labels).toEqual([]);
  });
});

describe('elements', () => {
  const jwt = (inner: string): string => inbound(`<validate-jwt header-name="Authorization">${inner}</validate-jwt>`);

  test('in the order of the schema, without those that stand already', () => {
    expect(completeAt(jwt('|')).labels).toEqual([
      'openid-config',
      'issuer-signing-keys',
      'decryption-keys',
      'audiences',
      'issuers',
      'required-claims',
    ]);
    expect(completeAt(jwt('<openid-config url="x" /><|<issuers><issuer>i</issuer></issuers>')).labels).toEqual([
      'openid-config',
      'issuer-signing-keys',
      'decryption-keys',
      'audiences',
    ]);
  });

  test('a list comes with its first item', () => {
    expect(completeAt(jwt('\n      <aud|\n    ')).after('audiences')).toContain(
      '      <audiences>\n        <audience>|</audience>\n      </audiences>\n',
    );
    expect(completeAt(jwt('\n      <|\n    ')).after('required-claims')).toContain(
      '      <required-claims>\n        <claim name="|">\n          <value></value>\n        </claim>\n      </required-claims>\n',
    );
  });

  test('an address comes with its quotes', () => {
    expect(completeAt(jwt('<|')).after('openid-config')).toContain('<openid-config url="|" /></validate-jwt>');
  });

  test('line ends and indentation are those of the document', () => {
    const crlf = jwt('\n      <|\n    ').replaceAll('\n', '\r\n');
    expect(completeAt(crlf).after('audiences')).toContain('<audiences>\r\n        <audience>|</audience>\r\n      </audiences>');
  });

  test('closing tags name the innermost open element', () => {
    const { labels, after } = completeAt(inbound('<validate-jwt header-name="Authorization"><audiences></|'));
    expect(labels).toEqual(['/audiences>']);
    expect(after('/audiences>')).toContain('<audiences></audiences>|');
  });
});

describe('the name of an element that is there', () => {
  test('is replaced with its closing tag, and keeps what the element holds', () => {
    const { labels, after } = completeAt(
      inbound('<validate-jwt header-name="x"><aud|ence>\n<audience>a</audience></audence></validate-jwt>'),
    );
    expect(labels).toEqual(['audiences']);
    expect(after('audiences')).toBe(
      inbound('<validate-jwt header-name="x"><audiences|>\n<audience>a</audience></audiences></validate-jwt>'),
    );
  });

  test('only by one that may hold all that', () => {
    expect(completeAt(inbound('<validate-j|wt header-name="x" clock-skew="3"></validate-jwt>')).labels).toEqual(['validate-jwt']);
    expect(completeAt(inbound('<validate-jwt><open|id-config url="x" /></validate-jwt>')).labels).toEqual(['openid-config']);
  });

  test('and one that holds nothing is written anew', () => {
    for (const empty of ['<aud|></aud>', '<aud|/>', '<aud|>'])
      expect(completeAt(inbound(`<validate-jwt header-name="x">${empty}</validate-jwt>`)).after('audiences')).toContain(
        '<audiences>\n      <audience>|</audience>\n    </audiences></validate-jwt>',
      );
  });
});

test('nothing in the middle of a word, of /> or between a name and its value', () => {
  for (const middle of [
    '<audiences>a|b</audiences>',
    '<openid-config url="x" /|>',
    '<openid-config url=|"x" />',
    '<audiences><audience>|@(x)</audience></audiences>',
  ])
    expect(completeAt(inbound(`<validate-jwt header-name="x">${middle}</validate-jwt>`)).labels).toEqual([]);
});

describe('attributes', () => {
  test('those that are not there yet, required ones first, with the cursor between the quotes', () => {
    const { labels, after } = completeAt(inbound('<validate-azure-ad-token header-name="x" |>'));
    expect(labels[0]).toBe('tenant-id');
    expect(labels).not.toContain('header-name');
    expect(labels).not.toContain('allow-proof-of-possession-tokens');
    expect(after('tenant-id')).toContain('header-name="x" tenant-id="|">');
  });

  test('a name that has a value keeps it', () => {
    expect(completeAt(inbound('<validate-jwt head|="Authorization">')).after('header-name')).toContain(
      '<validate-jwt header-name|="Authorization">',
    );
  });

  test('in a tag that is not closed yet', () => {
    expect(completeAt(inbound('<validate-jwt require-|\n      <audiences />')).after('require-scheme')).toContain(
      '<validate-jwt require-scheme="|"\n',
    );
  });
});

describe('values', () => {
  const tenant = '11111111-2222-4333-8444-555555555555';

  test('what the table allows', () => {
    expect(completeAt(inbound('<validate-jwt><required-claims><claim name="scp" match="|">')).labels).toEqual(['all', 'any']);
    expect(completeAt(inbound('<validate-jwt require-expiration-time="|">')).labels).toEqual(['true', 'false']);
    expect(completeAt(inbound('<validate-jwt><required-claims><claim name="|">')).labels).toContain('azp');
  });

  test('discovery addresses have the tenant of the document', () => {
    const { labels, after } = completeAt(
      inbound(`<validate-azure-ad-token tenant-id="${tenant}" /><validate-jwt><openid-config url="|" /></validate-jwt>`),
    );
    expect(labels).toHaveLength(3);
    expect(after(`https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`)).toContain(
      `<openid-config url="https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration|" />`,
    );
  });

  test.each([
    [`tenant-id='${tenant}'`, `https://login.microsoftonline.com/${tenant}/v2.0/`],
    ['tenant-id="{{tenant}}"', 'https://login.microsoftonline.com/{{tenant}}/v2.0/'],
    ['tenant-id="${var.tenant}"', 'https://login.microsoftonline.com/${var.tenant}/v2.0/'],
    ['tenant-id="contoso.onmicrosoft.com"', 'https://contoso.ciamlogin.com/contoso.onmicrosoft.com/v2.0/'],
    [
      `tenant-id="${tenant}" authentication-endpoint="https://login.microsoftonline.us"`,
      `https://login.microsoftonline.us/${tenant}/v2.0/`,
    ],
    ['tenant-id="organizations"', 'https://login.microsoftonline.com/{tenant-id}/v2.0/'],
  ])('discovery addresses beside %s', (attributes, beginning) => {
    const { labels } = completeAt(
      inbound(`<validate-azure-ad-token ${attributes} /><validate-jwt><openid-config url="|" /></validate-jwt>`),
    );
    expect(labels).toContain(`${beginning}.well-known/openid-configuration`);
  });

  test('named values of the workspace and of the document', () => {
    const { labels, after } = completeAt(inbound('<validate-azure-ad-token tenant-id="{{tenant}}"><audiences><audience>{{ap|</audience>'), [
      'api-id',
    ]);
    expect(labels).toEqual(['{{api-id}}', '{{tenant}}']);
    expect(after('{{api-id}}')).toContain('<audience>{{api-id}}|</audience>');
    const typed = inbound('<validate-jwt><audiences><audience> api:|</audience>');
    expect(completeAt(typed, ['api-id']).after('{{api-id}}')).toContain('<audience> {{api-id}}|</audience>');
  });

  test('a named value half typed is typed over, with the brackets that the editor has closed', () => {
    const values = ['api-id'];
    expect(completeAt(inbound('<validate-azure-ad-token tenant-id="{{|}}">'), values).after('{{api-id}}')).toContain(
      'tenant-id="{{api-id}}|">',
    );
    expect(completeAt(inbound('<validate-azure-ad-token tenant-id="{|}">'), values).after('{{api-id}}')).toContain(
      'tenant-id="{{api-id}}|">',
    );
    const { labels, after } = completeAt(inbound('<validate-jwt><openid-config url="https://host/{{a|}}/x" />'), values);
    expect(labels).toEqual(['{{api-id}}']);
    expect(after('{{api-id}}')).toContain('url="https://host/{{api-id}}|/x"');
    expect(completeAt(inbound('<validate-jwt><audiences><audience>api://{{a|}}</audience>'), values).after('{{api-id}}')).toContain(
      '<audience>api://{{api-id}}|</audience>',
    );
  });
});

test('nothing inside expressions, comments and foreign policies', () => {
  expect(completeAt(inbound('<validate-jwt token-value="@(context.|)" />')).labels).toEqual([]);
  expect(completeAt(inbound('<!-- <validate-jwt |> -->')).labels).toEqual([]);
  expect(completeAt(inbound('<set-header |>')).labels).toEqual([]);
});

test('at every column of a document', () => {
  const text = `<policies>
  <inbound>
    <validate-jwt header-name="Authorization" >
      <openid-config url='x'/>
      <audiences>
        <audience>a</audience>
      </audiences>
      <required-claims><claim name="scp" match=""/></required-claims>
    </validate-jwt>
  </inbound>
</policies>`;
  /** Each stretch of columns that offer the same: the text on which they lie, and what is offered; long lists by their first two. */
  const stretches: [string, string][] = [];
  let last = '';
  for (let offset = 0; offset <= text.length; offset++) {
    const labels = complete(text, offset, ['api']).map(({ label }) => label);
    const offered = labels.length > 3 ? `${labels.slice(0, 2).join(', ')} … ${String(labels.length)}` : labels.join(', ');
    const stretch = stretches.at(-1);
    if (offered === last && stretch !== undefined) stretch[0] += text.slice(offset, offset + 1);
    else stretches.push([text.slice(offset, offset + 1), offered]);
    last = offered;
  }
  const claims = claimFacts.filter(({ part }) => part === 'claims').map(({ name }) => name);
  const discovery = ['/v2.0', ''].map(
    version => `https://login.microsoftonline.com/{tenant-id}${version}/.well-known/openid-configuration`,
  );
  // A column stands left of its sign: what is offered before the "<" of an element is what may be written in front of it.
  expect(stretches.map(([on, offered]) => [on.replace(/\s+/g, ' ').trim(), offered])).toEqual([
    ['<policies> <inbound>', ''],
    ['<', 'validate-jwt, validate-azure-ad-token'],
    ['validate-jwt', 'validate-jwt'],
    ['header-name=', 'header-name, query-parameter-name … 11'],
    ['"', ''],
    ['Authorization"', 'Authorization, {{api}}'],
    ['>', 'query-parameter-name, token-value … 10'],
    ['<openid-config', 'openid-config'],
    ['url=', 'url, validate-connectivity'],
    ["'", ''],
    ["x'", `${discovery.join(', ')} … 4`],
    ['/', 'validate-connectivity'],
    ['>', ''],
    ['<', 'openid-config, issuer-signing-keys, decryption-keys'],
    ['audiences>', 'audiences'],
    ['<audience>', 'audience'],
    ['a<', '{{api}}'],
    ['/audience>', '/audience>'],
    ['<', 'audience'],
    ['/audiences>', '/audiences>'],
    ['<', 'issuers'],
    ['required-claims>', 'required-claims'],
    ['<claim', 'claim'],
    ['name=', 'name, separator'],
    ['"', ''],
    ['scp"', `${claims.slice(0, 2).join(', ')} … ${String(claims.length + 1)}`],
    ['', 'separator'],
    ['match=', 'match, separator'],
    ['"', ''],
    ['"', 'all, any, {{api}}'],
    ['/', 'separator'],
    ['>', ''],
    ['<', 'claim'],
    ['/required-claims>', '/required-claims>'],
    ['<', ''],
    ['/validate-jwt>', '/validate-jwt>'],
    ['<', 'validate-jwt, validate-azure-ad-token'],
    ['/inbound> </policies>', ''],
  ]);
});
