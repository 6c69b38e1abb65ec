import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
  type MessageConnection,
  type PublishDiagnosticsParams,
} from 'vscode-languageserver/node';
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest';
import { eventually } from '../../harness/eventually.js';
import { runInMemory } from './memory-io.js';
import { buildCommandLine, type CommandLine } from './real-process.js';
import { mintStory, policy } from './story.js';

let commandLine: CommandLine;

beforeAll(async () => {
  commandLine = await buildCommandLine();
});

afterAll(() => {
  rmSync(commandLine.folder, { recursive: true, force: true });
});

function write(name: string, text: string): void {
  // As editors and tools replace a file.
  const file = path.join(commandLine.folder, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(`${file}.new`, text);
  renameSync(`${file}.new`, file);
}

/** A server with these options and an open document, and all that it says. */
class Editor {
  readonly connection: MessageConnection;
  readonly messages: string[] = [];
  readonly uri: string;
  #said = '';
  #published: PublishDiagnosticsParams | undefined;

  constructor(options: readonly string[]) {
    const child = spawn(process.execPath, [commandLine.cli, 'lsp', '--stdio', ...options], { cwd: commandLine.folder });
    onTestFinished(() => void child.kill());
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => (this.#said += chunk.toString()));
    this.connection = createMessageConnection(new StreamMessageReader(child.stdout), new StreamMessageWriter(child.stdin));
    this.connection.onNotification('window/showMessage', ({ message }: { message: string }) => void this.messages.push(message));
    this.connection.onNotification('textDocument/publishDiagnostics', (params: PublishDiagnosticsParams) => {
      this.#published = params;
    });
    this.connection.listen();
    this.uri = pathToFileURL(path.join(commandLine.folder, 'open.xml')).href;
  }

  /** Everything that the process wrote. */
  get said(): string {
    return this.#said;
  }

  get codes(): unknown[] {
    return this.#published?.diagnostics.map(({ code }) => code) ?? [];
  }

  async open(text: string): Promise<void> {
    const rootUri = pathToFileURL(commandLine.folder).href;
    await this.connection.sendRequest('initialize', { processId: null, rootUri, capabilities: {} });
    await this.connection.sendNotification('initialized', {});
    const textDocument = { uri: this.uri, languageId: 'xml', version: 1, text };
    await this.connection.sendNotification('textDocument/didOpen', { textDocument });
  }
}

describe('the options of the language server', () => {
  it('name the token’s file, which is read again when it changes, and whose text nobody sees', async () => {
    const [v1, v2] = [await mintStory('external-id-v1'), await mintStory('workforce-v2')];
    const editor = new Editor(['--token', 'given/token.txt']);
    await editor.open(policy);
    await eventually(() => {
      expect(editor.messages).toEqual([
        'Cannot read the token given/token.txt: there is no such file. Check its name, and the folder that you are in.',
      ]);
    });
    write('given/token.txt', `Bearer ${v1.token}\n`);
    await eventually(() => expect(editor.codes).toContain('external-id-unsupported'));
    write('given/token.txt', v2.token);
    await eventually(() => expect(editor.codes).not.toContain('external-id-unsupported'));
    write('given/token.txt', v1.token);
    await eventually(() => expect(editor.codes).toContain('external-id-unsupported'));
    rmSync(path.join(commandLine.folder, 'given/token.txt'));
    await eventually(() => expect(editor.codes).not.toContain('external-id-unsupported'));
    for (const { token } of [v1, v2]) for (const part of token.split('.')) expect(editor.said).not.toContain(part);
  });

  it('name metadata, named values and values, which are read again when they change and kept while they are of no use', async () => {
    write('known/metadata.json', '{}');
    write('known/values.json', '{"tenant": "contoso.onmicrosoft.com"}');
    const editor = new Editor(['--metadata', 'known/metadata.json', '--named-values', 'known/values.json', '--values', 'audience=x']);
    const text = policy.replace(/tenant-id="[^"]*"/, 'tenant-id="{{tenant}}"');
    expect(text).not.toBe(policy);
    await editor.open(text);
    write('known/values.json', '{"tenant": "contoso.ciamlogin.com"}');
    await eventually(() => expect(editor.codes).toContain('external-id-unsupported'));
    write('known/values.json', '{"tenant": ');
    await eventually(() => expect(editor.messages.join()).toContain('The file of named values is not JSON.'));
    expect(editor.codes).toContain('external-id-unsupported');
    write('known/values.json', '{"tenant": "contoso.onmicrosoft.com"}');
    await eventually(() => expect(editor.codes).not.toContain('external-id-unsupported'));
  });

  it('put a set of values in force, as the files beside the policy give it', async () => {
    write('dev.tfvars', 'tenant = "contoso.ciamlogin.com"\n');
    write('prod.tfvars', 'tenant = "contoso.onmicrosoft.com"\n');
    const text = policy.replace(/tenant-id="[^"]*"/, 'tenant-id="${tenant}"');
    const editor = new Editor(['--values', 'dev']);
    await editor.open(text);
    await eventually(() => expect(editor.codes).toContain('external-id-unsupported'));
  });

  it('name a config, which is read again when it changes, or none', async () => {
    const off = JSON.stringify({ rules: { 'no-audience': 'off' } });
    const text = policy.replace(/<audiences>[\s\S]*<\/audiences>/, '');
    write('own/config.json', '{}');
    // The folder's own counts for neither.
    write('.apim-token-doctor.json', off);
    onTestFinished(() => rmSync(path.join(commandLine.folder, '.apim-token-doctor.json')));
    const [named, none] = [new Editor(['--config', 'own/config.json']), new Editor(['--no-config'])];
    await Promise.all([named, none].map(editor => editor.open(text)));
    await eventually(() => expect(named.codes).toContain('no-audience'));
    await eventually(() => expect(none.codes).toContain('no-audience'));
    write('own/config.json', off);
    await eventually(() => expect(named.codes).not.toContain('no-audience'));
    expect(none.codes).toContain('no-audience');
  });

  it.skipIf(process.platform === 'win32')('wait for no pipe, which nobody may ever write to', async () => {
    execFileSync('mkfifo', [path.join(commandLine.folder, 'pipe.json')]);
    const editor = new Editor(['--metadata', 'pipe.json']);
    await editor.open(policy);
    await eventually(() => expect(editor.messages.join()).toContain('Cannot read the metadata file pipe.json: it is a socket or a device'));
    const refused = await commandLine.run(['lsp', '--stdio', '--config', 'pipe.json']);
    expect(refused.code).toBe(2);
  });

  it('are refused where they cannot be meant, without a word of a token', async () => {
    const { token } = await mintStory('external-id-v1');
    expect(await runInMemory(['lsp', '--stdio', '--token', token])).toMatchObject({ code: 2, output: '' });
    const refused = async (...options: string[]): Promise<string> => (await runInMemory(['lsp', '--stdio', ...options])).error;
    expect(await refused('--token', token)).toContain('A token must not be an argument');
    expect(await refused('--token', token)).not.toContain(token);
    expect(await refused('--config', 'none.json')).toContain('Cannot read the config none.json: there is no such file.');
    expect(await refused('--config', 'a.json', '--no-config')).toContain('Leave one of them out.');
    for (const option of ['--config', '--token', '--metadata', '--named-values', '--values'])
      expect(await refused(option, '-')).toBe(
        'apim-token-doctor: Standard input ("-") belongs to the editor here. Put what it should hold in a file.\n',
      );
  });
});
