import { existsSync, readFileSync, readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { bundles } from '../../esbuild.mjs';
import { tools } from '../../src/agent/tools.js';
import { commandId, commandNames } from '../../src/extension/command-names.js';
import { toolPrefix, toolTitles } from '../../src/extension/tools/tool-names.js';

interface Setting {
  readonly type: string;
  readonly scope?: string;
  readonly default?: unknown;
  readonly markdownDescription?: string;
}

interface Step {
  readonly id: string;
  readonly description: string;
  readonly media: { readonly markdown?: string; readonly image?: string; readonly svg?: string };
  readonly completionEvents?: readonly string[];
}

interface ModelTool {
  readonly name: string;
  readonly displayName: string;
  readonly modelDescription: string;
  readonly toolReferenceName: string;
  readonly when: string;
  readonly inputSchema: unknown;
}

interface Manifest {
  readonly name: string;
  readonly main: string;
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly repository: { readonly url: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: {
      readonly supported: unknown;
      readonly description: string;
      readonly restrictedConfigurations: readonly string[];
    };
    readonly virtualWorkspaces: { readonly supported: unknown; readonly description: string };
  };
  readonly contributes: {
    readonly languages?: unknown;
    readonly commands: readonly { readonly command: string; readonly category: string; readonly title: string }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string; readonly when: string }[]>>;
    readonly configuration: { readonly properties: Readonly<Record<string, Setting>> };
    readonly grammars: readonly {
      readonly language?: string;
      readonly scopeName: string;
      readonly path: string;
      readonly injectTo: readonly string[];
    }[];
    readonly walkthroughs: readonly { readonly steps: readonly Step[] }[];
    readonly languageModelTools: readonly ModelTool[];
  };
}

const words = JSON.parse(readFileSync('package.nls.json', 'utf8')) as Readonly<Record<string, string>>;
const placeholder = /^%(.+)%$/;

/** As VS Code reads it: what stands between percent signs is looked up. */
const manifest = JSON.parse(readFileSync('package.json', 'utf8'), (_, value: unknown) => {
  const [, name] = typeof value === 'string' ? (placeholder.exec(value) ?? []) : [];
  return name === undefined ? value : words[name];
}) as Manifest;
const { contributes, capabilities } = manifest;
const settings = contributes.configuration.properties;

/** Every source file under a folder, as one text each. */
function sources(folder: string): { file: string; text: string }[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter(file => file.endsWith('.ts'))
    .map(file => ({ file, text: readFileSync(path.join(folder, file), 'utf8') }));
}

const extensionSource = sources('src/extension')
  .map(({ text }) => text)
  .join('\n');

describe('the words of the manifest', () => {
  const written = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
  const texts: { readonly name: string; readonly text: string }[] = [];
  // What a tool takes is told to the model, not to people.
  const languageModelTools = written.contributes.languageModelTools.map(tool => ({ ...tool, inputSchema: {} }));
  JSON.parse(JSON.stringify([{ ...written.contributes, languageModelTools }, written.capabilities]), (name, value: unknown) => {
    if (typeof value === 'string') texts.push({ name, text: value });
    return value;
  });

  it('stand in package.nls.json, each once, and none is there that nobody names', () => {
    const named = texts.flatMap(({ text }) => placeholder.exec(text)?.[1] ?? []);
    expect(named.length).toBeGreaterThan(50);
    expect([...new Set(named)].sort()).toEqual(Object.keys(words).sort());
  });

  it('stand nowhere else', () => {
    const shown = texts.filter(({ name }) =>
      /^(?:title|category|label|description|displayName|userDescription|markdownDescription|patternErrorMessage)$/.test(name),
    );
    expect(shown.filter(({ text }) => !placeholder.test(text)).map(({ text }) => text)).toEqual(['APIM Token Doctor']);
  });
});

describe('the tools for language models', () => {
  it('are those of the server, each with its own question, in trusted workspaces alone', () => {
    const known = tools.map(({ name, description, inputSchema }) => ({
      name: `${toolPrefix}${name}`,
      modelDescription: description,
      inputSchema,
    }));
    expect(contributes.languageModelTools.length).toBe(3);
    expect(contributes.languageModelTools).toMatchObject(known);
    expect(Object.keys(toolTitles)).toEqual(tools.map(({ name }) => name));
    for (const { name, toolReferenceName, when } of contributes.languageModelTools) {
      expect(name).toMatch(/^[\w-]+$/);
      expect(toolReferenceName).toMatch(/^apim\w+$/);
      expect(when).toBe('isWorkspaceTrusted');
    }
  });
});

describe('the files that the manifest names', () => {
  const files = [
    manifest.icon,
    ...contributes.grammars.map(grammar => grammar.path),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => Object.values(media))),
  ];

  it.each(files)('%s exists', file => {
    expect(statSync(file).size).toBeGreaterThan(0);
  });

  it('exist for the panel, too', () => {
    const named = [...extensionSource.matchAll(/joinPath\(media, '([^']+)'\)/g)].map(match => `media/${match[1] ?? ''}`);
    expect(named).toContain('media/panel.css');
    expect(named.filter(file => !existsSync(file))).toEqual([]);
  });

  it('pictures of the walkthrough and of README.md exist, and are small', () => {
    const pages = ['README.md', ...contributes.walkthroughs.flatMap(({ steps }) => steps.flatMap(({ media }) => Object.values(media)))];
    const pictures = pages.flatMap(page =>
      [...readFileSync(page, 'utf8').matchAll(/!\[[^\]]+\]\((?!https:)([^)]+)\)/g)].map(([, name = '']) =>
        path.join(path.dirname(page), name),
      ),
    );
    expect(pictures.length).toBeGreaterThan(6);
    for (const picture of pictures) expect(statSync(picture).size, picture).toBeLessThan(60 * 1024);
  });

  it('are built where they are entries', () => {
    const built = bundles.map(({ outfile }) => outfile);
    for (const bundle of [manifest.main.replace(/^\.\//, ''), 'dist/webview.js', 'dist/server/server.js', 'dist/client.cjs'])
      expect(built).toContain(bundle);
  });

  it('the icon is a PNG of 128 by 128', () => {
    const png = readFileSync(manifest.icon);
    expect(png.subarray(0, 8)).toEqual(Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]));
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([128, 128]);
  });
});

describe('commands', () => {
  const declared = contributes.commands.map(({ command }) => command);

  it('are declared exactly as they are registered', () => {
    expect([...declared].sort()).toEqual(commandNames.map(commandId).sort());
  });

  it('stand under one category, without it in their titles', () => {
    expect(new Set(contributes.commands.map(({ category }) => category))).toEqual(new Set(['APIM Token Doctor']));
    expect(contributes.commands.filter(({ title }) => title.includes('APIM Token Doctor'))).toEqual([]);
  });

  it('are declared where menus and the walkthrough use them', () => {
    const used = [
      ...Object.values(contributes.menus).flatMap(items => items.map(({ command }) => command)),
      ...contributes.walkthroughs.flatMap(({ steps }) =>
        steps.flatMap(step => [
          ...[...step.description.matchAll(/\(command:([^)?]+)/g)].map(match => match[1] ?? ''),
          ...(step.completionEvents ?? []).flatMap(event => /^onCommand:(.*)/.exec(event)?.[1] ?? []),
        ]),
      ),
    ];
    expect(used.length).toBeGreaterThan(8);
    expect(used.filter(command => !declared.includes(command))).toEqual([]);
  });

  it('and clicks alike tick every step of the walkthrough', () => {
    for (const { completionEvents = [] } of contributes.walkthroughs.flatMap(({ steps }) => steps)) {
      const done = completionEvents.flatMap(
        event => /^onContext:apimTokenDoctor\.did\.(\w+) && apimTokenDoctor\.tellsSteps$/.exec(event)?.[1] ?? [],
      );
      expect(done).toHaveLength(1);
      for (const step of done) expect(extensionSource).toContain(`tickStep('${step}')`);
    }
  });

  it('are shown under conditions that the extension sets', () => {
    const conditions = Object.values(contributes.menus).flatMap(items => items.map(({ when }) => when));
    const keys = new Set(conditions.flatMap(when => when.match(/apimTokenDoctor\.\w+/g) ?? []));
    expect(keys.size).toBeGreaterThan(0);
    for (const key of keys) expect(extensionSource, key).toContain(`'setContext', '${key}'`);
  });
});

describe('settings', () => {
  const scopes = {
    'apimTokenDoctor.rules': 'resource',
    'apimTokenDoctor.causeAtLineEnd': 'resource',
    'apimTokenDoctor.codeLens': 'resource',
    'apimTokenDoctor.hosts': 'window',
    'apimTokenDoctor.namedValues': 'resource',
    'apimTokenDoctor.values': 'resource',
    'apimTokenDoctor.valueSet': 'resource',
    'apimTokenDoctor.namedValueFiles': 'machine',
    'apimTokenDoctor.identityHosts': 'application',
    'apimTokenDoctor.metadata.allowedHosts': 'application',
    'apimTokenDoctor.metadata.savedDocuments': 'machine',
    'apimTokenDoctor.token.forgetAfterMinutes': 'application',
  };

  it('have the scopes that keep a workspace from naming hosts, files or a life time of the token', () => {
    expect(Object.fromEntries(Object.entries(settings).map(([name, { scope }]) => [name, scope]))).toEqual(scopes);
  });

  it('have a default and a description', () => {
    for (const [name, setting] of Object.entries(settings)) {
      expect(setting.default, name).toBeDefined();
      expect(setting.markdownDescription, name).toBeTruthy();
    }
  });

  it('are read by the extension or the server, and no other is', () => {
    const names = Object.keys(settings).map(name => name.replace('apimTokenDoctor.', ''));
    const source = [...sources('src/extension'), ...sources('src/server')].map(({ text }) => text).join('\n');
    for (const name of names) expect(source, name).toMatch(new RegExp(`['"\`.\\s]${name.replaceAll('.', '\\.')}\\b`));
    const read = [...source.matchAll(/settings\.get\('([^']+)'\)/g)].map(match => match[1] ?? '');
    expect(read.filter(name => !names.includes(name))).toEqual([]);
  });

  it('offer no trace of the messages between editor and server', () => {
    expect(Object.keys(settings).filter(name => /trace/i.test(name))).toEqual([]);
  });
});

describe('trust', () => {
  it('is limited where the workspace is not trusted, and every setting that reaches out is restricted there', () => {
    const { untrustedWorkspaces } = capabilities;
    expect(untrustedWorkspaces.supported).toBe('limited');
    expect(untrustedWorkspaces.description).toBeTruthy();
    expect([...untrustedWorkspaces.restrictedConfigurations].sort()).toEqual([
      'apimTokenDoctor.identityHosts',
      'apimTokenDoctor.metadata.allowedHosts',
      'apimTokenDoctor.metadata.savedDocuments',
      'apimTokenDoctor.namedValueFiles',
    ]);
    expect(untrustedWorkspaces.restrictedConfigurations.every(name => name in settings)).toBe(true);
  });

  it('says what a virtual workspace lacks', () => {
    expect(capabilities.virtualWorkspaces).toMatchObject({ supported: 'limited', description: expect.stringContaining('disk') as unknown });
  });
});

describe('the place beside other extensions', () => {
  it('wakes for policies, what they are templated in, and a panel of an earlier session; never for a language that may be about anything', () => {
    expect([...manifest.activationEvents].sort()).toEqual([
      'onLanguage:apim-policy',
      'onLanguage:aspnetcorerazor',
      'onLanguage:bicep',
      'onLanguage:razor',
      'onLanguage:terraform',
      'onLanguage:xml',
      'onWebviewPanel:apimTokenDoctor.tokenPanel',
      'workspaceContains:**/*.tftpl',
      'workspaceContains:**/*.tmpl',
      'workspaceContains:**/*.tpl',
      'workspaceContains:**/apiInformation.json',
      'workspaceContains:**/namedValueInformation.json',
    ]);
    expect(readFileSync('src/extension/panel/token-panel.ts', 'utf8')).toContain("'apimTokenDoctor.tokenPanel'");
  });

  it('contributes no language and labels none anew', () => {
    expect(contributes.languages).toBeUndefined();
    expect(JSON.stringify(contributes)).not.toContain('"extensions"');
    expect(contributes.grammars.every(grammar => grammar.language === undefined && grammar.injectTo.length > 0)).toBe(true);
  });

  it('injects each grammar under the name that its file has', () => {
    for (const { path: file, scopeName } of contributes.grammars) {
      expect((JSON.parse(readFileSync(file, 'utf8')) as { scopeName: string }).scopeName).toBe(scopeName);
    }
  });

  it('is compiled against the oldest VS Code that it runs in', () => {
    expect(manifest.engines.vscode.replace(/^\^/, '')).toBe(manifest.devDependencies['@types/vscode']);
  });
});
