// Throwaway certificates: made when a test runs, gone with its folder.
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import tls from 'node:tls';
import { ensurePrograms } from '../../scripts/install-system.mjs';
import { mustRun, run } from '../../scripts/run-command.mjs';

/** Where Linux systems keep the authorities that they trust. */
const systemBundles = ['/etc/ssl/certs/ca-certificates.crt', '/etc/pki/tls/certs/ca-bundle.crt', '/etc/ssl/cert.pem'];

/**
 * Makes a certificate authority, and a certificate of it for `hosts`, in `folder`.
 * Gives the server's key and certificate, and `bundle`: a file with the system's authorities and this one, for SSL_CERT_FILE.
 */
export async function makeCertificates(folder, hosts) {
  await ensurePrograms({ openssl: 'openssl' });
  const file = name => path.join(folder, name);
  const openssl = (...args) => mustRun(run('openssl', args, { cwd: folder }), `openssl ${args[0]}`);
  const subject = name => ['-subj', `/CN=${name}`];
  const newKey = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
  await openssl(
    'req',
    '-x509',
    ...newKey,
    '-keyout',
    'authority.key',
    '-out',
    'authority.pem',
    '-days',
    '2',
    ...subject('Throwaway test authority'),
  );
  await openssl('req', ...newKey, '-keyout', 'server.key', '-out', 'server.csr', ...subject(hosts[0]));
  writeFileSync(file('server.ext'), `subjectAltName=${hosts.map(host => `DNS:${host}`).join(',')}\n`);
  const authority = ['-CA', 'authority.pem', '-CAkey', 'authority.key', '-CAcreateserial'];
  await openssl('x509', '-req', '-in', 'server.csr', ...authority, '-out', 'server.pem', '-days', '2', '-extfile', 'server.ext');
  const system = systemBundles.find(existsSync);
  writeFileSync(
    file('bundle.pem'),
    [system ? readFileSync(system, 'utf8') : tls.rootCertificates.join('\n'), readFileSync(file('authority.pem'), 'utf8')].join('\n'),
  );
  return { key: readFileSync(file('server.key')), cert: readFileSync(file('server.pem')), bundle: file('bundle.pem') };
}
