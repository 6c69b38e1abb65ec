// One VS Code with the packaged extension, a browser that shows it, and a network of the test's own.
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { vsixFile } from '../../scripts/package.mjs';
import { root } from '../../scripts/run-command.mjs';
import { installVsix, makeProfile, startServer, writeSettings } from '../../scripts/vscode-server.mjs';
import { openBrowser, plainSettings } from './browser.mjs';
import { plantCanary } from './canary.mjs';
import { makeCertificates } from './certificates.mjs';
import { writeLanguagePack } from './language-pack.mjs';
import { startMetadataServer } from './metadata-server.mjs';
import { Workbench } from './workbench.mjs';

const screenshots = path.join(root, 'screenshots');

/** VS Code asks nothing at the start, and trusts the folder or does not. */
const trustSettings = restricted => ({
  'security.workspace.trust.enabled': restricted,
  'security.workspace.trust.startupPrompt': 'never',
  'security.workspace.trust.banner': 'never',
});

function installProduct(profile) {
  if (!existsSync(vsixFile)) throw new Error('Pack the extension first: npm run package.');
  return installVsix(profile, vsixFile);
}

/**
 * Starts it on a folder with `files` (path → text). `documents`: what the login hosts serve. `settings`: the user's;
 * `workspaceSettings`: the folder's. `canary`: plants the canary, too, and VS Code logs at trace level. `restricted`: the folder is not trusted.
 * `language`: the one that VS Code is shown in. `install`: puts an extension into the profile, the product where nothing is said. `name`: the beginning of the screenshots' names.
 */
export async function startSession({
  name,
  files,
  documents = {},
  settings = {},
  workspaceSettings,
  canary = false,
  restricted = false,
  language,
  install = installProduct,
}) {
  const profile = makeProfile();
  const ending = [() => rmSync(profile.dir, { recursive: true, force: true, maxRetries: 3 })];
  const stop = async () => {
    while (ending.length > 0) await ending.pop()();
  };
  try {
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(path.dirname(path.join(profile.workspace, file)), { recursive: true });
      writeFileSync(path.join(profile.workspace, file), text);
    }
    if (workspaceSettings) {
      mkdirSync(path.join(profile.workspace, '.vscode'));
      writeFileSync(path.join(profile.workspace, '.vscode/settings.json'), JSON.stringify(workspaceSettings));
    }
    const certificateFolder = path.join(profile.dir, 'certificates');
    mkdirSync(certificateFolder);
    const certificates = await makeCertificates(certificateFolder, [
      ...new Set(Object.keys(documents).map(address => new URL(address).host)),
      'login.microsoftonline.com',
    ]);
    const metadata = await startMetadataServer(certificates, documents);
    ending.push(() => metadata.stop());
    writeSettings(profile, { ...plainSettings, ...trustSettings(restricted), 'http.proxy': metadata.proxy, ...settings });
    if (canary) await plantCanary(profile);
    await install(profile);
    if (language) writeLanguagePack(profile, language);
    const more = [
      ...(language ? ['--locale', language] : []),
      ...(restricted ? [] : ['--disable-workspace-trust']),
      ...(canary ? ['--log', 'trace'] : []),
    ];
    // With NODE_EXTRA_CA_CERTS, Node's `https` would trust the authority, but not its `fetch`.
    const server = await startServer(profile, { more, env: { SSL_CERT_FILE: certificates.bundle } });
    ending.push(() => server.stop());
    const { context, page, foreign } = await openBrowser(path.join(profile.dir, 'browser'));
    ending.push(() => context.close());
    const workbench = new Workbench(page);
    await workbench.open(server.address(profile.workspace));
    mkdirSync(screenshots, { recursive: true });
    return {
      profile,
      metadata,
      server,
      page,
      foreign,
      workbench,
      /** Ends browser and server, and keeps the profile's files. */
      async halt() {
        while (ending.length > 2) await ending.pop()();
      },
      stop,
      screenshot: step => page.screenshot({ path: path.join(screenshots, `${name}-${step}.png`) }),
    };
  } catch (error) {
    await stop();
    throw error;
  }
}
