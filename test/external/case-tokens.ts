import { constants, createHmac, sign } from 'node:crypto';
import { CompactEncrypt } from 'jose';
import { oddValues } from './case-claims.js';
import type { Choices, Members } from './choices.js';
import type { PoolKey } from './key-pool.js';

const algorithms = [
  'RS256',
  'RS384',
  'RS512',
  'PS256',
  'PS384',
  'PS512',
  'ES256',
  'ES384',
  'ES512',
  'HS256',
  'HS384',
  'HS512',
  'none',
  'rs256',
  'RS1',
  '',
];

export function writeToken(choices: Choices, signer: PoolKey, claims: Members): string {
  const usual = { RSA: ['RS256', 'RS256', 'PS256', 'RS512', 'RS384'], EC: ['ES256', 'ES384', 'ES512'], HS: ['HS256', 'HS384', 'HS512'] }[
    signer.family
  ];
  const alg = choices.chance(0.96) ? choices.pick(usual) : choices.pick(algorithms);
  const header: Members = { typ: 'JWT', alg };
  if (choices.chance(0.8))
    header['kid'] = choices.chance(0.75)
      ? signer.name
      : choices.pick([signer.name.toUpperCase(), 'shared', 'nope', '', ' ', `${signer.name} `, 'r1']);
  if (choices.chance(0.1)) header['x5t'] = choices.pick([signer.x5t, signer.x5t.toLowerCase(), signer.name, 'zz', '']);
  if (choices.chance(0.03))
    header[choices.pick(['kid', 'typ', 'cty', 'x5t', 'zip', 'enc', 'crit', 'nonce', 'b64'])] = choices.pick(oddValues);
  const first = encode(choices, writeJson(choices, header));
  const second = encode(choices, writeJson(choices, claims));
  const data = `${first}.${second}`;
  if (choices.chance(0.03)) return `${data}.`;
  const signature = makeSignature(signer, alg, data);
  return `${data}.${choices.chance(0.06) ? alterSignature(choices, signature) : signature.toString('base64url')}`;
}

/** A signature as the key would make it, whether or not the algorithm fits. */
export function makeSignature(signer: PoolKey, alg: string, data: string): Buffer {
  const bits = /(?:256|384|512)$/.exec(alg)?.[0] ?? '256';
  if (signer.privateKey === null) return createHmac(`sha${bits}`, signer.secret).update(data).digest();
  if (signer.family === 'EC') return sign(`sha${bits}`, Buffer.from(data), { key: signer.privateKey, dsaEncoding: 'ieee-p1363' });
  const padding = alg.startsWith('PS') ? { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST } : {};
  try {
    return sign(`sha${bits}`, Buffer.from(data), { key: signer.privateKey, ...padding });
  } catch {
    // The key is too small for the algorithm: nobody could have signed so.
    return Buffer.alloc(64, 1);
  }
}

function alterSignature(choices: Choices, signature: Buffer): string {
  const text = signature.toString('base64url');
  const changed = Buffer.from(signature);
  changed[0] = (changed[0] ?? 0) ^ 1;
  return choices.pick([
    changed.toString('base64url'),
    text.slice(0, 40),
    `${text}=`,
    `${text}==`,
    `${text}\n`,
    `${text} `,
    `${text}!`,
    // Claims without their last brace are not asked: generation 7 reads on in a buffer that was used before, so its answer depends on chance.
    signature.toString('base64'),
    'A',
    '====',
  ]);
}

/** JSON as somebody may write it who does not use a library. */
function writeJson(choices: Choices, members: Members): string {
  const text = JSON.stringify(members);
  if (choices.chance(0.97)) return text;
  const body = text.slice(1, -1);
  return choices.pick([
    ...spellNumbers(choices, text),
    ` ${text}\n`,
    `${text}x`,
    `${text}/*x*/`,
    `${text}\0`,
    `${text},`,
    `{/*x*/${body}}`,
    `{${body},}`,
    text.replaceAll('"', "'"),
    text.replace(/"(\w+)":/g, '$1:'),
    `{${body},"d":NaN}`,
    `{${body},"d":01}`,
    `{${body},"d":"a\tb"}`,
    `{${body},"d":"\\ud800"}`,
    `{${body},"d":${'['.repeat(63)}${']'.repeat(63)}}`,
    `{${body},"d":${'['.repeat(64)}${']'.repeat(64)}}`,
    `{"iss":"first","kid":"first",${body}}`,
    `\ufeff${text}`,
    `[${text}]`,
    // Claims without their last brace are not asked: generation 7 reads on in a buffer that was used before, so its answer depends on chance.
    '{}',
    'null',
  ]);
}

/** The same text with its times, or a further claim, in numbers that JavaScript would write otherwise, or does not hold. */
function spellNumbers(choices: Choices, text: string): string[] {
  const spell = (digits: string): string =>
    choices.pick([
      `${digits}.0`,
      `${digits}.000`,
      `${digits}e0`,
      `${digits}0e-1`,
      `${digits.slice(0, 1)}.${digits.slice(1)}E+${String(digits.length - 1)}`,
      '9007199254740993',
      '9223372036854775807',
      '18446744073709551616',
      '1e400',
      '-0',
      '-0.0',
      `-${digits}`,
      `0${digits}`,
      `+${digits}`,
    ]);
  return ['exp', 'nbf', 'iat'].map(name =>
    text.replace(new RegExp(`"${name}":(\\d+)`), (_, digits: string) => `"${name}":${spell(digits)}`),
  );
}

function encode(choices: Choices, text: string): string {
  const plain = Buffer.from(text).toString('base64url');
  if (choices.chance(0.985)) return plain;
  return choices.pick([
    `${plain}=`,
    `${plain}==`,
    `${plain} `,
    ` ${plain}`,
    `${plain}\n`,
    `${plain}A`,
    Buffer.from(text).toString('base64'),
    plain.slice(0, -1),
  ]);
}

export function spoil(choices: Choices, token: string): string {
  return choices.pick([
    `Bearer ${token}`,
    `"${token}"`,
    ` ${token}`,
    `${token} `,
    `${token}\n`,
    `${token}.`,
    token.slice(0, 60),
    `${token.slice(0, 60)}...`,
    token.replaceAll('.', ''),
    token + token,
    `${token},${token}`,
    '...',
    'opaque',
    token.replace('.', '..'),
  ]);
}

/** An encrypted token with one or two of its parts changed: which of them is read first decides what is reported. */
export function spoilParts(choices: Choices, token: string): string {
  const parts = token.split('.');
  for (const _ of choices.pick([[0], [0, 1]])) {
    const index = Math.floor(choices.next() * parts.length);
    const part = parts[index] ?? '';
    parts[index] = choices.pick(['', 'A', 'AA', 'x', '!', 'ü', part.slice(1), `${part}A`, `${part}=`, 'e30']);
  }
  return parts.join('.');
}

export async function encrypt(choices: Choices, text: string, key: PoolKey): Promise<string> {
  const sizes = { 'A128CBC-HS256': 32, 'A192CBC-HS384': 48, 'A256CBC-HS512': 64, A256GCM: 32 } as const;
  const wraps = { A128KW: 16, A192KW: 24, A256KW: 32 } as const;
  const enc = choices.pick(['A128CBC-HS256', 'A192CBC-HS384', 'A256CBC-HS512', 'A256GCM'] as const);
  const alg = choices.chance(0.8) ? 'dir' : choices.pick(['A128KW', 'A192KW', 'A256KW'] as const);
  const length = alg === 'dir' ? sizes[enc] : wraps[alg];
  const bytes = key.secret.length >= length ? key.secret.subarray(0, length) : Buffer.alloc(length, 7);
  const header = {
    alg,
    enc,
    ...(choices.chance(0.3) ? { kid: choices.pick([key.name, 'shared', 'nope']) } : {}),
    ...(choices.chance(0.5) ? { cty: 'JWT' } : {}),
  };
  return new CompactEncrypt(new TextEncoder().encode(text)).setProtectedHeader(header).encrypt(bytes);
}
