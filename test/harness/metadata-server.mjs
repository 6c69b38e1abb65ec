// An https server that stands in the place of Microsoft's login hosts, and the proxy that leads an editor to it.
import http from 'node:http';
import https from 'node:https';
import net from 'node:net';

const listen = server => new Promise(resolve => server.listen(0, '127.0.0.1', () => resolve(server.address().port)));

/**
 * Serves `documents` (address → JSON, or bytes as they stand) over https, under the hosts of their addresses.
 * `proxy`: the address for the editor's setting http.proxy. `port`: where the server itself listens on this machine. `asked`: every address that was asked for, in order; for a host that has
 * no document, `https://host:port/` alone: the proxy refuses it, so that nothing leaves this machine.
 */
export async function startMetadataServer(certificates, documents) {
  const asked = [];
  const known = new Set(Object.keys(documents).map(address => new URL(address).host));
  const web = https.createServer({ key: certificates.key, cert: certificates.cert }, (request, response) => {
    const address = `https://${request.headers.host}${request.url}`;
    asked.push(address);
    const document = documents[address];
    response.writeHead(document === undefined ? 404 : 200, { 'content-type': 'application/json' });
    response.end(Buffer.isBuffer(document) ? document : JSON.stringify(document ?? {}));
  });
  const webPort = await listen(web);

  const sockets = new Set();
  const keep = socket => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket)).on('error', () => socket.destroy());
  };
  const proxy = http.createServer((request, response) => {
    asked.push(request.url ?? '');
    response.writeHead(403).end();
  });
  proxy.on('connect', (request, client, head) => {
    keep(client);
    const [host, port] = request.url.split(':');
    if (!known.has(host) || port !== '443') {
      asked.push(`https://${request.url}/`);
      client.end('HTTP/1.1 403 Forbidden\r\n\r\n');
      return;
    }
    const target = net.connect(webPort, '127.0.0.1', () => {
      client.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      target.write(head);
      target.pipe(client).pipe(target);
    });
    keep(target);
  });
  const proxyPort = await listen(proxy);

  return {
    asked,
    proxy: `http://127.0.0.1:${proxyPort}`,
    port: webPort,
    stop() {
      for (const socket of sockets) socket.destroy();
      web.closeAllConnections();
      web.close();
      proxy.close();
    },
  };
}
