import { readFileSync } from 'node:fs';
import path from 'node:path';
import { openNodeIo } from './node-io.js';
import { run } from './run.js';

// The bundle is CommonJS and stands in dist, beside the manifest's folder.
const manifest = JSON.parse(readFileSync(path.join(__dirname, '..', 'package.json'), 'utf8')) as { readonly version: string };

void run(openNodeIo(process.argv.slice(2), manifest.version)).then(code => {
  process.exitCode = code;
});
