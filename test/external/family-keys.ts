// Hand-written cases about keys and signatures: which key is picked, which counts at all, what an algorithm may do with it.
import { generateKeyPairSync } from 'node:crypto';
import type { Question } from './ask-oracle.js';
import { askJwt, jwk, key, type KeyName, type Odd } from './family-parts.js';

const okp = { ...generateKeyPairSync('ed25519').publicKey.export({ format: 'jwk' }), kid: 'ed', use: 'sig' };
const oct = { kty: 'oct', k: key('s32').secret.toString('base64url'), kid: 's32', use: 'sig' };
const certified = (name: KeyName, more: Record<string, unknown> = {}): Record<string, unknown> =>
  jwk(name, { x5c: [key(name).certificate], x5t: key(name).x5t, ...more });
const onlyCertificate = (name: KeyName, more: Record<string, unknown> = {}): Record<string, unknown> =>
  certified(name, { n: undefined, e: undefined, ...more });

/** The same bytes, with a bit set that no byte has. */
const bump = (text: string): string => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1);
const plain = (name: KeyName, member: string): string =>
  Buffer.from(String(key(name).jwk[member]), 'base64url')
    .toString('base64')
    .replace(/=+$/, '');

/** Which keys a set holds, and how the token names one. */
function listSets(): Record<string, Odd> {
  const sets: Record<string, readonly Record<string, unknown>[]> = {
    one: [jwk('r1')],
    two: [jwk('r2'), jwk('r1')],
    'same kid, right one first': [jwk('r1', { kid: 'x' }), jwk('r2', { kid: 'x' })],
    'same kid, right one last': [jwk('r2', { kid: 'x' }), jwk('r1', { kid: 'x' })],
    'same kid, right one is elliptic': [jwk('e256', { kid: 'x' }), jwk('r1', { kid: 'x' })],
    'no kid': [jwk('r1', { kid: undefined })],
    'no kid, two': [jwk('r2', { kid: undefined }), jwk('r1', { kid: undefined })],
    'no kid before the named': [jwk('r2', { kid: undefined }), jwk('r1')],
    'empty kid': [jwk('r1', { kid: '' })],
    'kid null': [jwk('r1', { kid: null })],
    'no use': [jwk('r1', { use: undefined })],
    'use null': [jwk('r1', { use: null })],
    'use enc': [jwk('r1', { use: 'enc' })],
    'use SIG': [jwk('r1', { use: 'SIG' })],
    'use empty': [jwk('r1', { use: '' })],
    'use enc beside another': [jwk('r1', { use: 'enc' }), jwk('r2')],
    'use enc beside the same': [jwk('r1', { use: 'enc' }), jwk('r1')],
    'alg of another': [jwk('r1', { alg: 'RS512' })],
    'alg for encryption': [jwk('r1', { alg: 'RSA-OAEP' })],
    'key_ops without verify': [jwk('r1', { key_ops: ['encrypt'] })],
    'key_ops with verify': [jwk('r1', { key_ops: ['verify'] })],
    'no kty': [jwk('r1', { kty: undefined })],
    'kty in lower case': [jwk('r1', { kty: 'rsa' })],
    'kty unknown': [jwk('r1', { kty: 'XYZ' })],
    'kty EC for an RSA key': [jwk('r1', { kty: 'EC' })],
    'no n': [jwk('r1', { n: undefined })],
    'no e': [jwk('r1', { e: undefined })],
    'n padded': [jwk('r1', { n: `${String(key('r1').jwk['n'])}==` })],
    'n as plain base64': [jwk('r1', { n: plain('r1', 'n') })],
    'n with a line break': [jwk('r1', { n: plain('r1', 'n').replace(/(.{64})/g, '$1\n') })],
    'n with a leading zero': [
      jwk('r1', { n: Buffer.concat([Buffer.alloc(1), Buffer.from(String(key('r1').jwk['n']), 'base64url')]).toString('base64url') }),
    ],
    'n with white space': [jwk('r1', { n: `${String(key('r1').jwk['n'])} ` })],
    'e padded': [jwk('r1', { e: 'AQAB' + '' })],
    'e with leading zero': [jwk('r1', { e: 'AAEAAQ' })],
    'x as plain base64': [jwk('e256', { x: plain('e256', 'x'), y: plain('e256', 'y') })],
    'x padded': [jwk('e256', { x: `${String(key('e256').jwk['x'])}=` })],
    'x with white space': [jwk('e256', { x: ` ${String(key('e256').jwk['x'])}` })],
    'n as plain base64, padded': [jwk('r1', { n: `${plain('r1', 'n')}==` })],
    'n half and half': [jwk('r1', { n: `${plain('r1', 'n').slice(0, 170)}${String(key('r1').jwk['n']).slice(170)}` })],
    'n not canonical': [jwk('r1', { n: bump(String(key('r1').jwk['n'])) })],
    'x not canonical': [jwk('e256', { x: bump(String(key('e256').jwk['x'])) })],
    'e not canonical': [jwk('r1', { e: 'AQABA' })],
    'n padded wrongly': [jwk('r1', { n: `${String(key('r1').jwk['n'])}=` })],
    'd of an elliptic key made up': [jwk('e256', { d: 'AQAB' })],
    'private key published': [{ ...key('r1').privateKey?.export({ format: 'jwk' }), kid: 'r1' }],
    'private elliptic key published': [{ ...key('e256').privateKey?.export({ format: 'jwk' }), kid: 'e256' }],
    'private parts published, without primes': [jwk('r1', { d: key('r1').privateKey?.export({ format: 'jwk' }).d })],
    'private parts of another key': [jwk('r1', { ...key('r2').privateKey?.export({ format: 'jwk' }), n: key('r1').jwk['n'] })],
    'private parts made up': [jwk('r1', { d: 'AQAB', p: 'AQAB', q: 'AQAB' })],
    'only p made up': [jwk('r1', { p: 'AQAB' })],
    'only d made up': [jwk('r1', { d: 'AQAB' })],
    'd empty': [jwk('r1', { d: '' })],
    'd null': [jwk('r1', { d: null })],
    'certificate and numbers': [certified('r1')],
    'certificate only': [onlyCertificate('r1')],
    'certificate only, no kid': [onlyCertificate('r1', { kid: undefined })],
    'certificate only, no x5t': [onlyCertificate('r1', { x5t: undefined })],
    'certificate of another key': [jwk('r1', { x5c: [key('r2').certificate] })],
    'certificate of another key, after a good one': [jwk('r1'), jwk('r1', { x5c: [key('r2').certificate], n: undefined })],
    'certificate no base64': [jwk('r1', { x5c: ['###'] })],
    'certificate no certificate': [jwk('r1', { x5c: ['AAAA'] })],
    'certificates empty': [jwk('r1', { x5c: [] })],
    'certificates empty, no numbers': [jwk('r1', { x5c: [], n: undefined })],
    'certificate with line breaks': [jwk('r1', { x5c: [key('r1').certificate.replace(/(.{64})/g, '$1\n')], n: undefined })],
    'only oct': [oct],
    'oct beside RSA': [oct, jwk('r1')],
    'oct with the kid of the token': [{ ...oct, kid: 'r1' }, jwk('r1', { kid: 'other' })],
    'only OKP': [okp],
    'OKP with the kid of the token': [{ ...okp, kid: 'r1' }, jwk('r1', { kid: 'other' })],
    'elliptic beside RSA': [jwk('e256'), jwk('r1')],
    'elliptic with the kid of the token': [jwk('e256', { kid: 'r1' }), jwk('r1', { kid: 'other' })],
    'elliptic only': [jwk('e256')],
    'elliptic off its curve': [jwk('e256', { kid: 'r1', x: 'AAAA', y: 'AAAA' }), jwk('r1', { kid: 'other' })],
    'elliptic without y': [jwk('e256', { kid: 'r1', y: undefined }), jwk('r1', { kid: 'other' })],
    'curve unknown': [jwk('e256', { kid: 'r1', crv: 'P-999' }), jwk('r1', { kid: 'other' })],
    'curve secp256k1': [jwk('e256', { kid: 'r1', crv: 'secp256k1' })],
    empty: [],
    'kid in other case': [jwk('r1', { kid: 'R1' })],
    'certificate with kid in other case': [onlyCertificate('r1', { kid: 'R1' })],
    many: [...Array.from({ length: 20 }, (_, index) => jwk('r2', { kid: `k${String(index)}` })), jwk('r1')],
    'many without the right one': Array.from({ length: 5 }, (_, index) => jwk('r2', { kid: `k${String(index)}` })),
    small: [jwk('small', { kid: 'r1' })],
    'members unknown': [jwk('r1', { issuer: 'https://idp.example', foo: { bar: 1 } })],
  };
  const named: Record<string, Record<string, unknown>> = {
    kid: {},
    'kid x': { kid: 'x' },
    'kid nope': { kid: 'nope' },
    'no kid': { kid: undefined },
    'empty kid': { kid: '' },
    'null kid': { kid: null },
    x5t: { kid: undefined, x5t: key('r1').x5t },
    'kid nope and x5t': { kid: 'nope', x5t: key('r1').x5t },
    'x5t as kid': { kid: key('r1').x5t },
    'kid r1 and x5t of another': { x5t: key('r2').x5t },
    'x5t with the name': { kid: undefined, x5t: 'r1' },
    'kid r2 and x5t with the name': { kid: 'r2', x5t: 'r1' },
    'kid x and x5t with the name': { kid: 'x', x5t: 'r2' },
  };
  const odds: Record<string, Odd> = {};
  for (const [set, keys] of Object.entries(sets))
    for (const [name, header] of Object.entries(named)) odds[`set ${set}, ${name}`] = { keySets: [keys], header };
  return odds;
}

/** The key sets of several documents, and keys in the policy beside them. */
function listSources(): Record<string, Odd> {
  const inlineRsa = (name: KeyName, id = ''): string => `<key${id} n="${String(key(name).jwk['n'])}" e="${String(key(name).jwk['e'])}" />`;
  const secret = (name: KeyName, id = ''): string => `<key${id}>${key(name).secret.toString('base64')}</key>`;
  const sources: Record<string, Odd> = {
    'two documents, first': { keySets: [[jwk('r1')], [jwk('r2')]] },
    'two documents, second': { keySets: [[jwk('r2')], [jwk('r1')]] },
    'two documents, one empty': { keySets: [[], [jwk('r1')]] },
    'two documents, same kid': { keySets: [[jwk('r2', { kid: 'r1' })], [jwk('r1')]] },
    'two documents, same kid, right first': { keySets: [[jwk('r1')], [jwk('r2', { kid: 'r1' })]] },
    'inline beside the document': { keySets: [[jwk('r2')]], inline: inlineRsa('r1') },
    'inline beside the document, same kid': { keySets: [[jwk('r2', { kid: 'r1' })]], inline: inlineRsa('r1', ' id="r1"') },
    'inline of the same kid, wrong': { keySets: [[jwk('r1')]], inline: inlineRsa('r2', ' id="r1"') },
    'inline without id': { keySets: [], inline: inlineRsa('r1') },
    'inline with id': { keySets: [], inline: inlineRsa('r1', ' id="r1"') },
    'inline with other id': { keySets: [], inline: inlineRsa('r1', ' id="other"') },
    'inline with id in other case': { keySets: [], inline: inlineRsa('r1', ' id="R1"') },
    'inline with empty id': { keySets: [], inline: inlineRsa('r1', ' id=""') },
    'inline wrong one': { keySets: [], inline: inlineRsa('r2') },
    'inline two, second': { keySets: [], inline: inlineRsa('r2') + inlineRsa('r1') },
    'inline two, same id': { keySets: [], inline: inlineRsa('r2', ' id="r1"') + inlineRsa('r1', ' id="r1"') },
    'inline secret for an RSA token': { keySets: [], inline: secret('s32') },
    'inline secret of that name for an RSA token': { keySets: [], inline: secret('s32', ' id="r1"') },
    'inline secret of that name beside RSA': { keySets: [], inline: secret('s32', ' id="r1"') + inlineRsa('r1') },
    'no keys at all': { keySets: [] },
    'inline empty': { keySets: [], inline: '' },
    'inline small': { keySets: [], inline: inlineRsa('small'), signer: 'small' },
    'inline tiny': { keySets: [], inline: inlineRsa('tiny'), signer: 'tiny' },
    'document small': { keySets: [[jwk('small')]], signer: 'small' },
    'document tiny': { keySets: [[jwk('tiny')]], signer: 'tiny' },
  };
  const odds: Record<string, Odd> = {};
  for (const [name, odd] of Object.entries(sources)) {
    odds[`source ${name}`] = odd;
    odds[`source ${name}, kid unknown`] = { ...odd, header: { kid: 'nope' } };
    odds[`source ${name}, no kid`] = { ...odd, header: { kid: undefined } };
    odds[`source ${name}, no kid, x5t`] = { ...odd, header: { kid: undefined, x5t: 'r1' } };
  }
  for (const signer of ['s8', 's16', 's32', 's48', 's64'] as const)
    for (const alg of ['HS256', 'HS384', 'HS512'])
      for (const id of ['', ` id="${signer}"`, ' id="other"'])
        odds[`secret ${signer} ${alg}${id}`] = { signer, alg, keySets: [], inline: secret(signer, id) };
  odds['secret with spaces'] = {
    signer: 's32',
    keySets: [],
    inline: `<key>\n  ${key('s32').secret.toString('base64')}\n</key>`,
  };
  odds['secret published only'] = { signer: 's32', keySets: [[oct]] };
  odds['secret beside published keys'] = { signer: 's32', keySets: [[jwk('r1')]], inline: secret('s32') };
  // Who has the public key can make such a token; nobody may take it.
  odds['public key as secret'] = { signer: 's32', keySets: [[jwk('r1')]] };
  return odds;
}

/** Algorithms against keys, and what headers may ask. */
function listAlgorithms(): Record<string, Odd> {
  const odds: Record<string, Odd> = {};
  const families = { r1: ['RS', 'PS'], small: ['RS', 'PS'], e256: ['ES'], e384: ['ES'], e521: ['ES'] } as const;
  for (const [signer, heads] of Object.entries(families) as [KeyName, readonly string[]][])
    for (const head of heads)
      for (const bits of ['256', '384', '512'])
        for (const header of [{}, { kid: 'nope' }, { kid: undefined }])
          odds[`alg ${signer} ${head}${bits} ${JSON.stringify(header)}`] = {
            signer,
            alg: head + bits,
            keySets: [[jwk(signer)]],
            header,
          };
  for (const alg of ['rs256', 'RS256 ', 'RS1', 'EdDSA', 'ES256K', 'none', 'NONE', 'None', '', 'HS256', 'ES256', 'PS256', 'dir', 'RSA-OAEP'])
    for (const header of [{}, { kid: 'nope' }, { kid: undefined }]) {
      odds[`alg changed to ${alg} ${JSON.stringify(header)}`] = { header: { alg, ...header } };
      odds[`alg changed to ${alg} ${JSON.stringify(header)}, signature gone`] = { header: { alg, ...header }, signature: () => '' };
      odds[`alg changed to ${alg} ${JSON.stringify(header)}, unsigned allowed`] = {
        header: { alg, ...header },
        signature: () => '',
        attributes: 'clock-skew="0" require-signed-tokens="false"',
      };
    }
  odds['alg missing'] = { header: { alg: undefined } };
  odds['alg null'] = { header: { alg: null } };
  odds['alg missing, signature gone'] = { header: { alg: undefined }, signature: () => '' };
  const headers: Record<string, Record<string, unknown>> = {
    nonce: { nonce: 'abc' },
    'crit unknown': { crit: ['x'], x: 1 },
    'crit empty': { crit: [] },
    'crit exp': { crit: ['exp'] },
    'b64 false': { b64: false, crit: ['b64'] },
    'b64 true': { b64: true },
    'typ at+jwt': { typ: 'at+jwt' },
    'typ missing': { typ: undefined },
    'typ JOSE': { typ: 'JOSE' },
    'typ empty': { typ: '' },
    'cty JWT': { cty: 'JWT' },
    jku: { jku: 'https://evil.example/keys' },
    jwk: { jwk: jwk('r2') },
    x5c: { x5c: [key('r2').certificate] },
    x5u: { x5u: 'https://evil.example/cert' },
    'zip DEF': { zip: 'DEF' },
    enc: { enc: 'A256GCM' },
    'x5t#S256': { 'x5t#S256': 'abc' },
    epk: { epk: {} },
    custom: { custom: { deep: [1, 2, { x: null }] } },
    'unicode kid': { kid: 'clé' },
    'kid with quotes': { kid: 'a"b\'c' },
    'kid with a line break': { kid: 'r1\n' },
    'kid with a tab': { kid: '\tr1' },
    'long kid': { kid: 'k'.repeat(5000) },
    'kid is a number': { kid: 1 },
    'kid is a list': { kid: ['r1'] },
    'kid is an object': { kid: { a: 1 } },
    'kid is true': { kid: true },
    'x5t is a number': { x5t: 1 },
    'alg is a number': { alg: 1 },
    'typ is a number': { typ: 1 },
  };
  for (const [name, header] of Object.entries(headers)) {
    odds[`header ${name}`] = { header };
    odds[`header ${name}, other key`] = { header, keySets: [[jwk('r2', { kid: 'r1' })]] };
    odds[`header ${name}, unknown key`] = { header, keySets: [[jwk('r2')]] };
  }
  return odds;
}

/** Texts of signatures. */
function listSignatures(): Record<string, Odd> {
  const changes: Record<string, (text: string) => string> = {
    'changed at the end': text => text.slice(0, -4) + 'AAAA',
    'changed in front': text => (text.startsWith('A') ? 'B' : 'A') + text.slice(1),
    'cut by one': text => text.slice(0, -1),
    'cut by two': text => text.slice(0, -2),
    'cut by three': text => text.slice(0, -3),
    'cut to half': text => text.slice(0, text.length / 2),
    longer: text => `${text}AAAA`,
    doubled: text => text + text,
    'one letter': () => 'A',
    'two letters': () => 'AA',
    'with a space': text => `${text.slice(0, 20)} ${text.slice(20)}`,
    'with a line break': text => `${text.slice(0, 64)}\n${text.slice(64)}`,
    'padded once': text => `${text}=`,
    'padded twice': text => `${text}==`,
    'padded three times': text => `${text}===`,
    'with plus': text => text.replaceAll('-', '+').replaceAll('_', '/'),
    'with percent': text => `${text}%3D%3D`,
    'with ellipsis': text => `${text.slice(0, 10)}…`,
    'in hexadecimal': text => Buffer.from(text, 'base64url').toString('hex'),
    'not canonical': text => text.slice(0, -1) + String.fromCharCode(text.charCodeAt(text.length - 1) + 1),
    'only zeros': text => 'A'.repeat(text.length),
    'only a space': () => ' ',
    'only a line break': () => '\n',
    'only padding': () => '==',
  };
  const odds: Record<string, Odd> = {};
  for (const [name, signature] of Object.entries(changes))
    for (const header of [{}, { kid: 'nope' }, { kid: undefined }])
      odds[`signature ${name} ${JSON.stringify(header)}`] = { signature, header };
  return odds;
}

export function askAboutKeys(): Question[] {
  const odds = { ...listSets(), ...listSources(), ...listAlgorithms(), ...listSignatures() };
  return Object.entries(odds).map(([name, odd]) =>
    askJwt(
      `keys/${name}`,
      name.startsWith('set ') && /elliptic key p|of an elliptic key|^set x /.test(name) ? { signer: 'e256', ...odd } : odd,
    ),
  );
}
