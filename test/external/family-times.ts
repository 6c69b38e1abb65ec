// Hand-written cases about the times of a token, and how they may be written.
import type { Question } from './ask-oracle.js';
import { now } from './choices.js';
import { askJwt, type Odd } from './family-parts.js';

function listTimes(): Record<string, Odd> {
  const odds: Record<string, Odd> = {};
  const skews = [
    'clock-skew="0"',
    'clock-skew="60"',
    'clock-skew="300"',
    'clock-skew="86400"',
    'clock-skew="0" require-expiration-time="false"',
  ];
  const offsets = [-90000, -86400, -3600, -301, -300, -299, -61, -60, -59, -1, 0, 1, 59, 60, 61, 299, 300, 301, 3600, 90000];
  const add = (name: string, claims: Record<string, unknown>, attributes: readonly string[] = skews): void => {
    for (const attribute of attributes) odds[`${name}, ${attribute}`] = { claims, attributes: attribute };
  };
  for (const offset of offsets) {
    add(`exp ${String(offset)}`, { exp: now + offset, nbf: undefined });
    add(`exp ${String(offset)}, nbf before`, { exp: now + offset, nbf: now + offset - 10 });
    add(`exp ${String(offset)}, nbf the same`, { exp: now + offset, nbf: now + offset });
    add(`exp ${String(offset)}, nbf after`, { exp: now + offset, nbf: now + offset + 1 });
    add(`nbf ${String(offset)}`, { nbf: now + offset, exp: now + offset + 100000 });
    add(`nbf ${String(offset)}, no exp`, { nbf: now + offset, exp: undefined });
  }
  const odd: Record<string, unknown> = {
    absent: undefined,
    null: null,
    true: true,
    false: false,
    empty: '',
    blank: ' ',
    word: 'never',
    text: String(now + 50),
    'text with spaces': ` ${String(now + 50)} `,
    'text with fraction': `${String(now + 50)}.7`,
    'text with exponent': '1.9e9',
    'text with fraction past': `${String(now - 50)}.7`,
    'text of a day': '2027-01-01',
    'text of a date as scripts write it': '/Date(1198908717056)/',
    'text with comma': '1,900,000,000',
    'text with plus': `+${String(now + 50)}`,
    'text in hexadecimal': '0x7fffffff',
    'text of a date': '2027-01-01T00:00:00Z',
    list: [now + 50],
    'list empty': [],
    object: {},
    fraction: now + 50.7,
    'half a second': now + 0.5,
    'half a second before': now - 0.5,
    'a bit less': now - 0.4,
    'a bit more': now + 0.4,
    'a second and a half': now + 1.5,
    zero: 0,
    'minus zero': -0,
    negative: -1,
    'very negative': -1e12,
    milliseconds: (now + 50) * 1000,
    'milliseconds past': (now - 500) * 1000,
    microseconds: (now + 50) * 1e6,
    'end of 31 bits': 2147483647,
    'behind 31 bits': 2147483648,
    'end of 32 bits': 4294967295,
    'end of the calendar': 253402300799,
    'behind the calendar': 253402300800,
    'largest exact': Number.MAX_SAFE_INTEGER,
    'end of 63 bits': 9.2e18,
    'behind 63 bits': 1e19,
    huge: 1e300,
    'small fraction': 1e-9,
  };
  for (const [name, value] of Object.entries(odd)) {
    const attributes = ['clock-skew="0"', 'clock-skew="0" require-expiration-time="false"'];
    add(`exp ${name}`, { exp: value }, attributes);
    add(`exp ${name}, no nbf`, { exp: value, nbf: undefined }, attributes);
    add(`nbf ${name}`, { nbf: value }, attributes);
    add(`nbf ${name}, no exp`, { nbf: value, exp: undefined }, attributes);
    add(`iat ${name}`, { iat: value }, attributes);
    add(`both ${name}`, { exp: value, nbf: value }, attributes);
  }
  const numbers = ['1.798003e9', '1798003000.0', '1798003000.000000001', '17980030e2', '1798003000e0', '1E10', '-0', '1e400', '0.1e11'];
  for (const text of [...numbers, '99999999999999999999', '9223372036854775807', '9223372036854775808', '1798003000.9999999999999']) {
    odds[`exp written ${text}`] = { front: `"exp":${text}`, claims: { exp: undefined } };
    odds[`nbf written ${text}`] = { front: `"nbf":${text}`, claims: { nbf: undefined } };
    odds[`iat written ${text}`] = { front: `"iat":${text}` };
    odds[`other claim written ${text}`] = { front: `"x":${text}` };
  }
  odds['unknown key, expired'] = { header: { kid: 'nope' }, claims: { exp: now - 10 } };
  return odds;
}

export function askAboutTimes(): Question[] {
  return Object.entries(listTimes()).map(([name, odd]) => askJwt(`times/${name}`, odd));
}
