// Puts the extension of test/browser/canary into a profile.
import path from 'node:path';
import { root } from '../../scripts/run-command.mjs';
import { plantExtension } from './plant-extension.mjs';

/** What the extension writes wherever it can. */
export const canary = 'harmless-canary-5f1d';

/** The setting that makes a language client write its messages into the log. `id`: the client's. */
export const traceSetting = id => ({ [`${id}.trace.server`]: 'verbose' });

/** Builds the extension into the profile. To be done before an extension is installed or VS Code started there. */
export const plantCanary = profile => plantExtension(profile, path.join(root, 'test/browser/canary'), ['extension.ts', 'server.ts']);
