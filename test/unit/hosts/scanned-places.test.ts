// Where all that is scanned stands, to the character: also what is odd, half typed or wrong, which no editor spares a reader.
import { expect, test } from 'vitest';
import type { HostField, HostValue } from '../../../src/core/hosts/host-value.js';
import { scanBicep, scanHcl, scanJson } from '../../../src/core/hosts/scan-host.js';
import type { Span } from '../../../src/core/text/span.js';

/** A place, as the offsets it goes from and to. */
const at = ({ start, end }: Span): string => `@${String(start)}-${String(end)}`;

/** All that is known of a value, in a line: text, kind and place of each part. */
function shape(value: HostValue | null): string {
  if (value === null) return 'nothing';
  switch (value.kind) {
    case 'string':
      return `${value.isTemplate ? 'template' : 'string'} ${value.form} ${JSON.stringify(value.text)}${at(value)} of ${at(value.content)}`;
    case 'literal':
      return `${String(value.value)}${at(value)}`;
    case 'reference':
      return `${value.text}${at(value)}`;
    case 'call':
      return `${value.name}(${value.arguments.map(shape).join(', ')})${at(value)}`;
    case 'list':
      return `[${value.items.map(shape).join(', ')}]${at(value)}`;
    case 'expression':
      return `<${value.parts.map(shape).join(' ')}>${at(value)}`;
    case 'object':
      return `{${value.fields.map(shapeField).join('; ')}}${at(value)}`;
  }
}

function shapeField(field: HostField): string {
  const keys = field.keys.map(key => `${key.isString ? JSON.stringify(key.text) : key.text}${at(key)}`).join(' ');
  const decorators = field.decorators.map(each => `@${each} `).join('');
  return `${decorators}${keys} ${field.isBlock ? 'block' : '='} ${shape(field.value)} as ${field.name}${at(field)}`;
}

test.each([
  ['a = x[0].y[1]', '{a@0-1 = x[0].y[1]@4-13 as a@0-13}@0-13'],
  ['a = x [0]', '{a@0-1 = <x@4-5 [0@7-8]@6-9>@4-9 as a@0-9}@0-9'],
  ['a = f (1)', '{a@0-1 = f(1@7-8)@4-9 as a@0-9}@0-9'],
  ['a = (1)', '{a@0-1 = 1@5-6 as a@0-6}@0-7'],
  ['a = (1 + 2)', '{a@0-1 = <1@5-6 2@9-10>@5-10 as a@0-10}@0-11'],
  ['a = f(1)[0]', '{a@0-1 = <f(1@6-7)@4-8>@4-8 as a@0-8}@0-11'],
  ['a = b.c(1)', '{a@0-1 = b.c(1@8-9)@4-10 as a@0-10}@0-10'],
  ['x "y" {\n}\nz = 1', '{x@0-1 "y"@2-5 block {}@6-9 as x@0-9; z@10-11 = 1@14-15 as z@10-15}@0-15'],
  ['a\nb = 1', '{b@2-3 = 1@6-7 as b@2-7}@0-7'],
  ['a "b"\nc = 1', '{a@0-1 "b"@2-5 = nothing as a@0-5; c@6-7 = 1@10-11 as c@6-11}@0-11'],
  [
    'a = {\n b = 1, c : 2\n "d" = 3 }',
    '{a@0-1 = {b@7-8 = 1@11-12 as b@7-12; c@14-15 = 2@18-19 as c@14-19; "d"@21-24 = 3@27-28 as d@21-28}@4-30 as a@0-30}@0-30',
  ],
  ['a = [1\n2,\n3]', '{a@0-1 = [1@5-6, 2@7-8, 3@10-11]@4-12 as a@0-12}@0-12'],
  ['a =\n 1\nb = 2', '{a@0-1 = 1@5-6 as a@0-6; b@7-8 = 2@11-12 as b@7-12}@0-12'],
  ['a = "x" + \n"y"', '{a@0-1 = <string hcl-quoted "x"@4-7 of @5-6>@4-7 as a@0-7}@0-14'],
  ['a = { (b) = 1 }', '{a@0-1 = {}@4-15 as a@0-15}@0-15'],
  ['a = { [b] = 1 }', '{a@0-1 = {}@4-15 as a@0-15}@0-15'],
  [') a = ] 1 }\nb = 2', '{a@2-3 = 1@8-9 as a@2-9; b@12-13 = 2@16-17 as b@12-17}@0-17'],
  ['a = f(1, (2), [3], {d=4})', '{a@0-1 = f(1@6-7, 2@10-11, [3@15-16]@14-17, {d@20-21 = 4@22-23 as d@20-23}@19-24)@4-25 as a@0-25}@0-25'],
  [
    'a = "${f("}${g("x\\"")}")}y"\nb = "${"\nc = "${ {} }"\nd="%{ if x }"',
    '{a@0-1 = template hcl-quoted "${f(\\"}${g(\\"x\\\\\\"\\")}\\")}y"@4-27 of @5-26 as a@0-27; b@28-29 = string hcl-quoted "${"@32-36 of @33-35 as b@28-36; c@37-38 = {}@45-47 as c@37-47; d@51-52 = template hcl-quoted "%{ if x }"@53-64 of @54-63 as d@51-64}@0-64',
  ],
  [
    'a = "${x\nb = "y"',
    '{a@0-1 = string hcl-quoted "${x"@4-8 of @5-8 as a@0-8; b@9-10 = string hcl-quoted "y"@13-16 of @14-15 as b@9-16}@0-16',
  ],
  ['a = b ? "c" : "d"', '{a@0-1 = <b@4-5 string hcl-quoted "c"@8-11 of @9-10 string hcl-quoted "d"@14-17 of @15-16>@4-17 as a@0-17}@0-17'],
  ['a = 1 2\n', '{a@0-1 = <1@4-5 2@6-7>@4-7 as a@0-7}@0-8'],
  ['a = !b', '{a@0-1 = <b@5-6>@5-6 as a@0-6}@0-6'],
  ['a = f(g(1) + 1)', '{a@0-1 = f(<g(1@8-9)@6-10 1@13-14>@6-14)@4-15 as a@0-15}@0-15'],
  ['a = b + 1\n c=2', '{a@0-1 = <b@4-5 1@8-9>@4-9 as a@0-9; c@11-12 = 2@13-14 as c@11-14}@0-14'],
  ['a = ()', '{a@0-1 = <>@4-6 as a@0-6}@0-6'],
  ['a, b = 1', '{b@3-4 = 1@7-8 as b@3-8}@0-8'],
  ['a = f(\n1,\n2\n)\nb = 3', '{a@0-1 = f(1@7-8, 2@10-11)@4-13 as a@0-13; b@14-15 = 3@18-19 as b@14-19}@0-19'],
  ['a = f(1) {b = 2}', '{a@0-1 = <f(1@6-7)@4-8 {b@10-11 = 2@14-15 as b@10-15}@9-16>@4-16 as a@0-16}@0-16'],
  ['a { b = 1 } c = 2', '{a@0-1 block {b@4-5 = 1@8-9 as b@4-9}@2-11 as a@0-11; c@12-13 = 2@16-17 as c@12-17}@0-17'],
  ['/* x */ a = 1 // b\n# c = 2\nd = /* */ 3', '{a@8-9 = 1@12-13 as a@8-13; d@27-28 = 3@37-38 as d@27-38}@0-38'],
  [
    'a = "\\U0001F600\\u00e9\\U00110000\\uZZ\\',
    '{a@0-1 = string hcl-quoted "\ud83d\ude00\u00e9\\\\U00110000\\\\uZZ\\\\"@4-36 of @5-36 as a@0-36}@0-36',
  ],
  ['a = "\\', '{a@0-1 = string hcl-quoted "\\\\"@4-6 of @5-6 as a@0-6}@0-6'],
  ['a = "%%{x}$${y}$$z%%"', '{a@0-1 = string hcl-quoted "%{x}${y}$$z%%"@4-21 of @5-20 as a@0-21}@0-21'],
  ['a = "b\nc = "d"', '{a@0-1 = string hcl-quoted "b"@4-6 of @5-6 as a@0-6; c@7-8 = string hcl-quoted "d"@11-14 of @12-13 as c@7-14}@0-14'],
  ['a = "b\\\nc = 1', '{a@0-1 = string hcl-quoted "b\\\\"@4-7 of @5-7 as a@0-7; c@8-9 = 1@12-13 as c@8-13}@0-13'],
  [
    'a = f(1]\nb = [2)\nc = (3}\nd = 4',
    '{a@0-1 = f(<1@6-7 b@9-10 [2@14-15, <c@17-18 3@22-23>@17-23]@13-24>@6-24)@4-24 as a@0-24; d@25-26 = 4@29-30 as d@25-30}@0-30',
  ],
  ['a = { b c }', '{a@0-1 = {b@6-7 c@8-9 = nothing as b@6-9}@4-11 as a@0-11}@0-11'],
])('Terraform: %j', (text, expected) => {
  expect(shape(scanHcl(text))).toBe(expected);
});

test.each([
  [
    'var a = az.f(sys.g(1), xaz.h(2), x.az.k(3))',
    '{var@0-3 a@4-5 = f(g(1@19-20)@13-21, xaz.h(2@29-30)@23-31, x.az.k(3@40-41)@33-42)@8-43 as var@0-43}@0-43',
  ],
  [
    "@sys.description('x')\n@secure()\nparam a string",
    '{@description @secure param@32-37 a@38-39 string@40-46 = nothing as param@32-46}@0-46',
  ],
  ['@a\n@b\nvar c = 1\nvar d = 2', '{@a @b var@6-9 c@10-11 = 1@14-15 as var@6-15; var@16-19 d@20-21 = 2@24-25 as var@16-25}@0-25'],
  [
    "var a = 'x${f('}${g('\\'')}')}y'\nvar b = '${'\nvar c = '${ {} }'",
    '{var@0-3 a@4-5 = template bicep-quoted "x${f(\'}${g(\'\\\\\'\')}\')}y"@8-31 of @9-30 as var@0-31; var@32-35 b@36-37 = string bicep-quoted "${"@40-44 of @41-43 as var@32-44; var@45-48 c@49-50 = template bicep-quoted "${ {} }"@53-62 of @54-61 as var@45-62}@0-62',
  ],
  [
    "var a = '\\u{1F600}\\u{110000}\\$\\{\\q\\",
    '{var@0-3 a@4-5 = string bicep-quoted "\ud83d\ude00\\\\u{110000}$\\\\{\\\\q\\\\"@8-35 of @9-35 as var@0-35}@0-35',
  ],
  ["var a = '\\${x}\\n$'", '{var@0-3 a@4-5 = string bicep-quoted "${x}\\n$"@8-18 of @9-17 as var@0-18}@0-18'],
  [
    "var a = $'''${x}$$'''\nvar b = $$'''${x}$${y}''''",
    '{var@0-3 a@4-5 = template bicep-multiline-interpolated "${x}$$"@8-21 of @12-18 as var@0-21; var@22-25 b@26-27 = template bicep-multiline-interpolated "${x}$${y}\'"@30-48 of @35-45 as var@22-48}@0-48',
  ],
  [
    "var a = '''\r\nx'''\nvar b = '''",
    '{var@0-3 a@4-5 = string bicep-multiline "x"@8-17 of @13-14 as var@0-17; var@18-21 b@22-23 = string bicep-multiline ""@26-29 of @29-29 as var@18-29}@0-29',
  ],
  ["var a = '''x''''''", "{var@0-3 a@4-5 = string bicep-multiline \"x'''\"@8-18 of @11-15 as var@0-18}@0-18"],
  ['var a = b\n  .c\n\n  .d', '{var@0-3 a@4-5 = <b@8-9 c@13-14>@8-14 as var@0-14}@0-20'],
  [
    "var a = { 'b-c': 1, d: 2\n e: 3 }",
    '{var@0-3 a@4-5 = {"b-c"@10-15 = 1@17-18 as b-c@10-18; d@20-21 = 2@23-24 as d@20-24; e@26-27 = 3@29-30 as e@26-30}@8-32 as var@0-32}@0-32',
  ],
  [
    "resource a 'b' = [for x in y: {\n c: 1\n}]",
    '{resource@0-8 a@9-10 "b"@11-14 = [<for@18-21 x@22-23 in@24-26 y@27-28 {c@33-34 = 1@36-37 as c@33-37}@30-39>@18-39]@17-40 as resource@0-40}@0-40',
  ],
  ["var a = b.?c!.d::e[0]['f']", "{var@0-3 a@4-5 = b.?c!.d::e[0]['f']@8-26 as var@0-26}@0-26"],
  ['// x\nvar a = 1 /* b */ #c\n', '{var@5-8 a@9-10 = 1@13-14 as var@5-14}@0-26'],
  [
    "var a = 'b\nvar c = 'd'",
    '{var@0-3 a@4-5 = string bicep-quoted "b"@8-10 of @9-10 as var@0-10; var@11-14 c@15-16 = string bicep-quoted "d"@19-22 of @20-21 as var@11-22}@0-22',
  ],
  [
    "var a = 'b\\\nvar c = 1",
    '{var@0-3 a@4-5 = string bicep-quoted "b\\\\"@8-11 of @9-11 as var@0-11; var@12-15 c@16-17 = 1@20-21 as var@12-21}@0-21',
  ],
])('Bicep: %j', (text, expected) => {
  expect(shape(scanBicep(text))).toBe(expected);
});

test.each([
  [
    '{"a":"\\u0041\\uD83D\\uDE00\\/\\b\\f\\n\\r\\t\\"\\\\\\q","b":-1.5e3,"c":[true,false,null,x],}',
    '{"a"@1-4 = string json "A\ud83d\ude00/\\b\\f\\n\\r\\t\\"\\\\"@5-43 of @6-42 as a@1-43; "b"@44-47 = -1500@48-54 as b@44-54; "c"@55-58 = [true@60-64, false@65-70, null@71-75, x@76-77]@59-78 as c@55-78}@0-80',
  ],
  ['{"a', '{}@0-3'],
  ['{"a\n":1}', '{"a"@1-3 ":1}"@4-8 = nothing as a@1-8}@0-8'],
  ['{"a\\\n":1}', '{"a"@1-4 ":1}"@5-9 = nothing as a@1-9}@0-9'],
  ['{"a":"b\\', '{"a"@1-4 = string json "b"@5-8 of @6-8 as a@1-8}@0-8'],
  ['/*x*/{/*', '{}@5-8'],
  ['[1,[2],{"a":{}}]', '[1@1-2, [2@4-5]@3-6, {"a"@8-11 = {}@12-14 as a@8-14}@7-15]@0-16'],
  ['1', '1@0-1'],
  ['// x', 'nothing'],
  ['{"a" "b":1}', '{"a"@1-4 "b"@5-8 = 1@9-10 as a@1-10}@0-11'],
  ['{a:1}', '{a@1-2 = 1@3-4 as a@1-4}@0-5'],
  ['"a" "b"', '<string json "a"@0-3 of @1-2 string json "b"@4-7 of @5-6>@0-7'],
  ['\ufeff{"a":1}', '{"a"@2-5 = 1@6-7 as a@2-7}@1-8'],
  ['{"a":1 2}', '{"a"@1-4 = <1@5-6 2@7-8>@5-8 as a@1-8}@0-9'],
])('JSON: %j', (text, expected) => {
  expect(shape(scanJson(text))).toBe(expected);
});
