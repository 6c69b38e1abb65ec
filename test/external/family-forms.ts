// Hand-written cases about the text of a token: what people paste and what clients send, signed and encrypted.
import { createCipheriv, createHmac } from 'node:crypto';
import { deflateRawSync } from 'node:zlib';
import type { Question } from './ask-oracle.js';
import { now } from './choices.js';
import { askJwt, encode, key, writeOddToken, type KeyName, type Odd } from './family-parts.js';

const texts: Readonly<Record<string, (token: string) => string>> = {
  space: () => ' ',
  'line break': () => '\n',
  word: () => 'opaque',
  guid: () => '5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21',
  'one dot': () => '.',
  'word and a dot': () => 'opaque.',
  'dot and a word': () => '.opaque',
  'two dots': () => '..',
  'three dots': () => '...',
  'four dots': () => '....',
  'five dots': () => '.....',
  'a.b': () => 'a.b',
  'a.b.c': () => 'a.b.c',
  'a.b.c.d': () => 'a.b.c.d',
  'a.b.c.d.e': () => 'a.b.c.d.e',
  'a.b.c.d.e.f': () => 'a.b.c.d.e.f',
  Bearer: token => `Bearer ${token}`,
  'Bearer twice': token => `Bearer Bearer ${token}`,
  'bearer with colon': token => `Bearer: ${token}`,
  'double quotes': token => `"${token}"`,
  'single quotes': token => `'${token}'`,
  'space in front': token => ` ${token}`,
  'space behind': token => `${token} `,
  'line feed behind': token => `${token}\n`,
  'carriage return and line feed behind': token => `${token}\r\n`,
  'line feed in front': token => `\n${token}`,
  'tab behind': token => `${token}\t`,
  'byte order mark': token => `\ufeff${token}`,
  'zero width space': token => `${token}\u200b`,
  'no-break space': token => `${token}\u00a0`,
  'comma behind': token => `${token},`,
  'semicolon behind': token => `${token};`,
  'dot behind': token => `${token}.`,
  'dot in front': token => `.${token}`,
  'two dots behind': token => `${token}..`,
  'ellipsis behind': token => `${token}...`,
  'cut to sixty': token => token.slice(0, 60),
  'cut in the claims': token => token.slice(0, token.indexOf('.') + 30),
  'cut before the signature': token => token.slice(0, token.lastIndexOf('.')),
  'cut after the last dot': token => token.slice(0, token.lastIndexOf('.') + 1),
  'without header': token => token.slice(token.indexOf('.') + 1),
  'header empty': token => token.slice(token.indexOf('.')),
  'claims empty': token => token.replace(/\..*\./, '..'),
  'without dots': token => token.replaceAll('.', ''),
  'dots as spaces': token => token.replaceAll('.', ' '),
  'dots doubled': token => token.replaceAll('.', '..'),
  wrapped: token => token.replace(/(.{76})/g, '$1\n'),
  'wrapped with spaces': token => token.replace(/(.{76})/g, '$1 '),
  twice: token => token + token,
  'twice with comma': token => `${token},${token}`,
  'twice with dot': token => `${token}.${token}`,
  'four parts': token => `${token}.AAAA`,
  'five parts': token => `${token}.AAAA.AAAA`,
  'six parts': token => `${token}.AAAA.AAAA.AAAA`,
  'upper case': token => token.toUpperCase(),
  percent: token => encodeURIComponent(token),
  'base64 of it all': token => Buffer.from(token).toString('base64'),
  'plain base64': token => token.replaceAll('-', '+').replaceAll('_', '/'),
  'header padded': token => token.replace('.', '=.'),
  'header padded twice': token => token.replace('.', '==.'),
  'claims padded': token => token.replace(/\.([^.]*)$/, '=.$1'),
  'claims padded twice': token => token.replace(/\.([^.]*)$/, '==.$1'),
  'header with space': token => token.replace('.', ' .'),
  'claims with space': token => token.replace(/\.([^.]*)$/, ' .$1'),
  'claims with line break inside': token => `${token.slice(0, 70)}\n${token.slice(70)}`,
  'header with letter more': token => token.replace('.', 'A.'),
  'claims with letter more': token => token.replace(/\.([^.]*)$/, 'A.$1'),
  'claims with letter less': token => token.replace(/.\.([^.]*)$/, '.$1'),
  'claims with exclamation': token => token.replace(/\.([^.]*)$/, '!.$1'),
  'umlaut in the header': token => `ä${token.slice(1)}`,
  decoded: token =>
    token
      .split('.')
      .slice(0, 2)
      .map(part => Buffer.from(part, 'base64url').toString())
      .join('.'),
  'JSON of a token answer': token => JSON.stringify({ access_token: token }),
  'header name': token => `Authorization: Bearer ${token}`,
  'too long': token => `${token}${'A'.repeat(256000)}`,
  'just too long': token => `${token}${'A'.repeat(256001 - token.length)}`,
  'just short enough': token => `${token}${'A'.repeat(256000 - token.length)}`,
};

/** Encrypts as `dir` with AES in CBC mode, or with content that is chosen. */
function encrypt(
  text: string | Buffer,
  secret: Buffer,
  header: Record<string, unknown>,
  change: (parts: string[]) => string[] = parts => parts,
): string {
  const half = secret.length / 2;
  const bits = half * 8;
  const head = encode(JSON.stringify(header));
  const iv = Buffer.alloc(16, 3);
  const cipher = createCipheriv(`aes-${String(bits)}-cbc`, secret.subarray(half), iv);
  const body = Buffer.concat([cipher.update(Buffer.from(text)), cipher.final()]);
  const length = Buffer.alloc(8);
  length.writeBigUInt64BE(BigInt(head.length * 8));
  const hmac = createHmac(`sha${String(bits * 2)}`, secret.subarray(0, half));
  const tag = hmac.update(head).update(iv).update(body).update(length).digest().subarray(0, half);
  return change([head, '', ...[iv, body, tag].map(part => part.toString('base64url'))]).join('.');
}

const usual = { iss: 'https://idp.example', aud: 'api', sub: 's', nbf: now - 600, exp: now + 3000 };
const write = (name: KeyName, id = ''): string => `<key${id}>${key(name).secret.toString('base64')}</key>`;

function listEncrypted(): Record<string, Odd> {
  const names: Readonly<Record<string, KeyName>> = { 'A128CBC-HS256': 's32', 'A192CBC-HS384': 's48', 'A256CBC-HS512': 's64' };
  const odds: Record<string, Odd> = {};
  const inner = writeOddToken({}, usual);
  for (const [enc, name] of Object.entries(names)) {
    const header = { alg: 'dir', enc, cty: 'JWT' };
    const add = (what: string, token: string, odd: Odd = {}): void => {
      odds[`encrypted ${enc}, ${what}`] = { decryption: write(name), ...odd, token: () => token };
    };
    const { secret } = key(name);
    add('good', encrypt(inner, secret, header));
    add('expired inside', encrypt(writeOddToken({ claims: { exp: now - 400 } }, usual), secret, header));
    add('other audience inside', encrypt(writeOddToken({ claims: { aud: 'x' } }, usual), secret, header));
    add('other issuer inside', encrypt(writeOddToken({ claims: { iss: 'x' } }, usual), secret, header));
    add('wrong signature inside', encrypt(writeOddToken({ signature: text => `A${text.slice(1)}` }, usual), secret, header));
    add('unsigned inside', encrypt(writeOddToken({ header: { alg: 'none' }, signature: () => '' }, usual), secret, header));
    add('claims only inside', encrypt(JSON.stringify(usual), secret, header));
    add('nothing inside', encrypt('', secret, header));
    add('encrypted twice', encrypt(encrypt(inner, secret, header), secret, header));
    add('no keys', encrypt(inner, secret, header), { decryption: undefined as never });
    add('no key in the list', encrypt(inner, secret, header), { decryption: '' });
    add('wrong key', encrypt(inner, secret, header), { decryption: `<key>${Buffer.alloc(secret.length, 9).toString('base64')}</key>` });
    add('wrong key, then right', encrypt(inner, secret, header), {
      decryption: `<key>${Buffer.alloc(secret.length, 9).toString('base64')}</key>${write(name)}`,
    });
    add('short key', encrypt(inner, secret, header), { decryption: write('s16') });
    add('kid fits', encrypt(inner, secret, { ...header, kid: 'd' }), { decryption: write(name, ' id="d"') });
    add('kid of another', encrypt(inner, secret, { ...header, kid: 'd' }), { decryption: write(name, ' id="x"') });
    add('kid of a wrong key', encrypt(inner, secret, { ...header, kid: 'd' }), { decryption: write('s16', ' id="d"') + write(name) });
    add('kid, keys without id', encrypt(inner, secret, { ...header, kid: 'd' }));
    add('no cty', encrypt(inner, secret, { alg: 'dir', enc }));
    add('no enc', encrypt(inner, secret, { alg: 'dir' }));
    add('no alg', encrypt(inner, secret, { enc }));
    add('enc unknown', encrypt(inner, secret, { alg: 'dir', enc: 'X' }));
    add('alg unknown', encrypt(inner, secret, { alg: 'X', enc }));
    add('alg RSA-OAEP', encrypt(inner, secret, { alg: 'RSA-OAEP', enc }));
    add('zip', encrypt(deflateRawSync(inner), secret, { ...header, zip: 'DEF' }));
    add('zip unknown', encrypt(inner, secret, { ...header, zip: 'X' }));
    add(
      'tag changed',
      encrypt(inner, secret, header, parts => parts.map((part, index) => (index === 4 ? `AAAA${part.slice(4)}` : part))),
    );
    add(
      'tag cut',
      encrypt(inner, secret, header, parts => parts.map((part, index) => (index === 4 ? part.slice(4) : part))),
    );
    add(
      'tag empty',
      encrypt(inner, secret, header, parts => parts.map((part, index) => (index === 4 ? '' : part))),
    );
    add(
      'body changed',
      encrypt(inner, secret, header, parts => parts.map((part, index) => (index === 3 ? `AAAA${part.slice(4)}` : part))),
    );
    add(
      'body empty',
      encrypt(inner, secret, header, parts => parts.map((part, index) => (index === 3 ? '' : part))),
    );
    add(
      'vector empty',
      encrypt(inner, secret, header, parts => parts.map((part, index) => (index === 2 ? '' : part))),
    );
    add(
      'vector short',
      encrypt(inner, secret, header, parts => parts.map((part, index) => (index === 2 ? part.slice(4) : part))),
    );
    add(
      'key part filled',
      encrypt(inner, secret, header, parts => parts.map((part, index) => (index === 1 ? 'AAAA' : part))),
    );
    for (const index of [0, 1, 2, 3, 4]) {
      const at = (change: (part: string) => string) => (parts: string[]) =>
        parts.map((part, other) => (other === index ? change(part) : part));
      add(
        `part ${String(index)} padded`,
        encrypt(
          inner,
          secret,
          header,
          at(part => `${part}=`),
        ),
      );
      add(
        `part ${String(index)} with exclamation`,
        encrypt(
          inner,
          secret,
          header,
          at(part => `${part}!`),
        ),
      );
      add(
        `part ${String(index)} with a letter more`,
        encrypt(
          inner,
          secret,
          header,
          at(part => `${part}A`),
        ),
      );
    }
  }
  return odds;
}

export function askAboutForms(): Question[] {
  const questions: Question[] = [];
  for (const [name, token] of Object.entries(texts))
    for (const attributes of ['clock-skew="0"', 'clock-skew="0" require-signed-tokens="false"'])
      questions.push(askJwt(`forms/${name}, ${attributes}`, { token, attributes }));
  for (const [name, odd] of Object.entries(listEncrypted())) questions.push(askJwt(`forms/${name}`, odd));
  return questions;
}
