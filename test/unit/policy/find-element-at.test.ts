import { expect, test } from 'vitest';
import { findElementAt, readPolicies } from '../../../src/core/index.js';

const marked =
  '<policies><inbound>\n<val¦idate-jwt header-name="h" x=\'1\'><issuers><issuer>i</issuer></issuers></validate-jwt></inbound></policies>';

/** What stands at the sign `¦`. */
function at(text: string): string | null {
  const found = findElementAt(readPolicies(text.replace('¦', '')).tree, text.indexOf('¦'));
  return (
    found && [...found.ancestors.map(({ name }) => name), found.element.name, found.part, found.attribute?.name ?? ''].join(' ').trim()
  );
}

const move = (place: string): string => marked.replace('¦', '').replace(place.replace('¦', ''), place);

test.each([
  [marked, 'policies inbound validate-jwt name'],
  [move('validate-jwt¦ header'), 'policies inbound validate-jwt name'],
  [move(' ¦header-name'), 'policies inbound validate-jwt attribute-name header-name'],
  [move('header-name¦='), 'policies inbound validate-jwt attribute-name header-name'],
  [move('="¦h"'), 'policies inbound validate-jwt attribute-value header-name'],
  [move('="h¦"'), 'policies inbound validate-jwt attribute-value header-name'],
  [move('"h"¦ x'), 'policies inbound validate-jwt open-tag'],
  [move("'1'¦>"), 'policies inbound validate-jwt open-tag'],
  [move('<issuer>¦i'), 'policies inbound validate-jwt issuers issuer content'],
  [move('<issuer>i¦</'), 'policies inbound validate-jwt issuers issuer close-tag'],
  [move('</valid¦ate-jwt>'), 'policies inbound validate-jwt close-tag'],
  [move('<inbound>¦\n'), 'policies inbound content'],
  [move('</policies>¦'), null],
  ['<root>¦</root>', null],
])('%s', (text, expected) => expect(at(text)).toBe(expected));
