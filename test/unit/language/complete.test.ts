import { describe, expect, test } from 'vitest';
import { applyEdits } from '../../../src/core/index.js';
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
    const result = applyEdits(text, [completion.edit]);
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

test('at every column of a document there is an answer, and its edit stays around the cursor', () => {
  const text = inbound(
    `<validate-jwt header-name="Authorization" >\n      <openid-config url='x'/>\n      <audiences><audience>a</audience></audiences>\n    </validate-jwt>`,
  );
  for (let offset = 0; offset <= text.length; offset++) {
    for (const { edit, caret } of complete(text, offset)) {
      expect(edit.start).toBeLessThanOrEqual(offset);
      expect(edit.end).toBeGreaterThanOrEqual(offset);
      expect(caret ?? 0).toBeLessThanOrEqual(edit.text.length);
    }
  }
});
