// Whatever a policy, a token, an error text, metadata or a file's name hold: what the user is shown holds no link, no picture and nothing unseen.
import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { eventually } from '../../../harness/eventually.js';
import type { ProgressOptions } from 'vscode';
import type { CommandName } from '../../../../src/extension/command-names.js';
import type { CommandParts } from '../../../../src/extension/commands/command-parts.js';
import { CommandProblem } from '../../../../src/extension/commands/command-problem.js';
import { runCommand } from '../../../../src/extension/commands/run-command.js';
import { askText } from '../../../../src/extension/messages/ask-text.js';
import { quote, say } from '../../../../src/extension/messages/message.js';
import { ask, mention, notify, offer } from '../../../../src/extension/messages/notify.js';
import { pickOne } from '../../../../src/extension/messages/pick-one.js';
import { registerCommand } from '../../../../src/extension/messages/register-command.js';
import { showCancellableProgress, showProgress } from '../../../../src/extension/messages/show-progress.js';
import { StatusItem } from '../../../../src/extension/messages/status-item.js';
import { Consent, type Destination } from '../../../../src/extension/metadata/consent.js';
import { TokenStatusBar } from '../../../../src/extension/token/status-bar.js';
import type { TokenStore } from '../../../../src/extension/token/token-store.js';
import type { FixAllGroup, SkippedPlace } from '../../../../src/fix-all-protocol.js';
import type { NeededDocument } from '../../../../src/facts-protocol.js';
import type { TokenSummary } from '../../../../src/protocol.js';
import { fakeEditor, withoutIcon, type FakeEditor } from './fake-editor.js';

const current = vi.hoisted(() => ({ editor: null as unknown as FakeEditor }));
vi.mock('vscode', async () => {
  const { fakeEditor: make } = await import('./fake-editor.js');
  current.editor = make();
  return current.editor.vscode;
});

/** Links, pictures, what hides them, and the ends of such that a sentence could join. */
const outside = fc
  .array(
    fc.oneof(
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          '[Fetch again](command:workbench.action.quickOpen?%22x%22)',
          '$(key)',
          '$(sync~spin)',
          '\u202e',
          '\u2066',
        ),
      },
      {
        weight: 3,
        arbitrary: fc.constantFrom(
          ']',
          '[',
          '(',
          ')',
          '$',
          '\\',
          '\u200b',
          '\n',
          '\r',
          '\u2028',
          '\0',
          '\x1b[31m',
          '\x9b',
          '\u{e0041}',
          'a b',
        ),
      },
      { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 5 }) },
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(parts => parts.join(''));

const editor = (): FakeEditor => current.editor;

/** Runs what shows something with texts from outside, and looks at all that was shown. */
async function checkAll(run: (text: string, other: string) => Promise<unknown>): Promise<void> {
  await fc.assert(
    fc.asyncProperty(outside, outside, async (text, other) => {
      editor().shown.length = 0;
      await run(text, other);
      expect(editor().shown.length).toBeGreaterThan(0);
      for (const shown of editor().shown) {
        const plain = withoutIcon(shown);
        expect(plain).not.toMatch(/[\]$]\(/);
        expect(plain).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u);
      }
    }),
    { numRuns: 60 },
  );
}

type Answers = Readonly<Record<string, unknown>>;

/** The parts that a command works with; the server answers what it is told to. */
function makeParts(answers: Answers, needed: readonly NeededDocument[] = []): CommandParts {
  const silent = { info: () => undefined, warn: () => undefined, error: () => undefined, show: () => undefined };
  return {
    server: {
      ask: (method: string) => Promise.resolve(answers[method.replace('apimTokenDoctor/', '')]),
      onNotification: (_: string, listener: (progress: { done: number; total: number }) => void) => {
        listener({ done: 1, total: 3 });
        return { dispose: () => undefined };
      },
    },
    policy: { uri: 'file:///policy.xml', column: 1, reveal: () => Promise.resolve(), showFixes: () => Promise.resolve() },
    metadata: { fetchNeeded: () => Promise.resolve({ needed, leftOut: 1 }) },
    documents: { show: () => Promise.resolve() },
    panel: { show: () => undefined, showBusy: (_: string, work: () => Promise<unknown>) => work() },
    tokens: { summary: {}, setPasted: () => Promise.resolve(answers['token']) },
    log: silent,
  } as unknown as CommandParts;
}

const run = (name: CommandName, parts: CommandParts, ...parameters: unknown[]): Promise<void> =>
  runCommand(name, parts, parameters, parts.log);
const place = { start: 0, end: 1, line: 1 };

beforeEach(() => {
  editor().choose = () => false;
  editor().clipboard = '';
});

describe('what the user is shown', () => {
  it.each(['Who answered', 'What it means', 'Found in the policy', 'What to do'])(
    'by Explain Gateway Error, with "%s" picked',
    async entry => {
      editor().choose = label => label.includes(entry);
      await checkAll((text, other) => {
        const findings = [
          { code: 'x', message: text, place, fix: null },
          { code: 'x', message: text, place, fix: other },
        ];
        return run(
          'explainGatewayError',
          makeParts({ explain: [{ idx: text, answeredBy: text, explanation: other, cures: [text], place, findings }] }),
          'IDX10501',
        );
      });
      expect(editor().shown.some(({ where }) => where === 'message')).toBe(true);
    },
  );

  it('by Show Tenant Metadata about what is missing: an address of the policy or of a document, and what a server said', async () => {
    const missing = (address: string, problem: string): NeededDocument =>
      ({
        address,
        atHand: false,
        withheld: [problem],
        document: 'keys',
        origin: { from: 'network', problem },
      }) as unknown as NeededDocument;
    await checkAll((text, other) => run('showTenantMetadata', makeParts({}, [missing(text, other), missing(other, text)])));
  });

  it('by Show Tenant Metadata begins with the cause and what to do about it', async () => {
    const missing = (origin: object | null, withheld: readonly string[] = []): NeededDocument =>
      ({ address: 'https://a.example/x', atHand: false, withheld, document: 'keys', origin }) as unknown as NeededDocument;
    const said = async (...needed: NeededDocument[]): Promise<string | undefined> => {
      editor().shown.length = 0;
      await run('showTenantMetadata', makeParts({}, needed));
      return editor().shown.find(({ where }) => where === 'message')?.text;
    };
    const bound = '1 address was left out: one command asks once and fetches at most 20 documents. Run it again for the rest.';
    const save = 'Without network, save the document and name the file in the setting apimTokenDoctor.metadata.savedDocuments.';
    const failed = missing({ from: 'network', problem: 'The server answered 404. Check the address.' });
    expect(await said(failed, missing(null))).toBe(
      `The server answered 404. Check the address. Not fetched: https://a.example/x and 1 more. ${bound} ${save}`,
    );
    expect(await said(missing(null))).toBe(`${bound} Not fetched: https://a.example/x. ${save}`);
    expect(await said(missing(null, ['key']))).toContain(
      'The named value {{key}} is a secret, or its value does not belong in an address.',
    );
  });

  it('by Fix All: titles, reasons and names of files', async () => {
    editor().choose = () => true;
    const group = (title: string, variant: string): FixAllGroup => ({
      choice: { neutral: false, code: title, variant, title },
      title,
      count: 1,
      documents: 1,
      widens: true,
    });
    const skip = (name: string, reason: string): SkippedPlace => ({
      uri: `file:///${encodeURIComponent(name.replace(/\p{Cs}/gu, '?'))}`,
      line: 3,
      reason,
    });
    const list = (text: string, other: string): unknown => ({ groups: [group(text, other)], unread: [], problem: null });
    const prepare = (skipped: readonly SkippedPlace[], problem: string | null): unknown => ({
      id: 1,
      places: 1,
      documents: 1,
      skipped,
      problem,
    });
    await checkAll(async (text, other) => {
      const skipped = [skip(text, other), skip(other, text), skip(text, text)];
      const done = { applied: true, problem: null };
      const listed = { 'fixAll/list': list(text, other) };
      await run('fixAllInWorkspace', makeParts({ ...listed, 'fixAll/prepare': prepare(skipped, null), 'fixAll/apply': done }));
      await run('fixAllInFile', makeParts({ ...listed, 'fixAll/prepare': prepare([], null), 'fixAll/apply': done }));
      await run('fixAllInFile', makeParts({ ...listed, 'fixAll/prepare': prepare([], text) }));
      await run(
        'fixAllInFile',
        makeParts({ ...listed, 'fixAll/prepare': prepare([], null), 'fixAll/apply': { applied: false, problem: text } }),
      );
      await run('fixAllInFile', makeParts({ 'fixAll/list': { groups: [], unread: [skip(text, other)], problem: null } }));
      await run('fixAllInFile', makeParts({ 'fixAll/list': { groups: [], unread: [], problem: other } }));
    });
  });

  it('by Decode Token from Clipboard: what is wrong with the text, or what was taken off it', async () => {
    editor().clipboard = 'x';
    await checkAll(async (text, other) => {
      await run('decodeTokenFromClipboard', makeParts({ token: { problem: text, kindLabel: other, cleaned: [] } }));
      await run('decodeTokenFromClipboard', makeParts({ token: { problem: null, kindLabel: other, cleaned: [text, other] } }));
    });
  });

  it('in the status bar about the token', async () => {
    await checkAll((text, other) => {
      const listeners: (() => void)[] = [];
      const summary = { kindLabel: text, problem: other, expires: null, notBefore: null, sample: true } as unknown as TokenSummary;
      const store = { summary, former: null, tokens: [{ summary }], onChange: (listener: () => void) => listeners.push(listener) };
      const bar = new TokenStatusBar(store as unknown as TokenStore, { uri: null, onChange: () => undefined });
      for (const listener of listeners) listener();
      bar.dispose();
      return Promise.resolve();
    });
  });

  it('when it is asked for consent', async () => {
    const to = (address: string, host: string): Destination => {
      return { address, host, expected: false, inner: 'private', filled: true, isKeySet: false };
    };
    await checkAll((text, other) => new Consent().ask([to(`https://evil.example/${text}`, text)], [to(other, text)], 1));
  });

  it('by a button of a message, and after it failed', async () => {
    editor().choose = () => true;
    await checkAll(async (text, other) => {
      offer('warning', quote(text), quote('Again'), () => Promise.reject(new Error(other)));
      await eventually(() => expect(editor().shown.some(({ text: shown }) => shown.includes('could not do that'))).toBe(true));
    });
  });

  it('when a command fails with an error of any text', async () => {
    await checkAll(async (text, other) => {
      const failing = (error: Error): CommandParts =>
        ({ ...makeParts({}), metadata: { fetchNeeded: () => Promise.reject(error) } }) as unknown as CommandParts;
      await run('showTenantMetadata', failing(new CommandProblem(quote(`${text}${other}`))));
      await run('showTenantMetadata', failing(new Error(text)));
    });
  });

  it('when what a command is registered with rejects: a fixed sentence, and VS Code gets nothing to show', async () => {
    registerCommand('x', () => Promise.reject(new Error('[a](command:x)')));
    editor().shown.length = 0;
    expect(await editor().commands.get('x')?.()).toBeUndefined();
    expect(editor().shown.map(({ text }) => text)).toEqual(['APIM Token Doctor could not do that. Reload the window to start it again.']);
  });
});

// VS Code in a browser is a page, and a browser writes what stands in plain inputs to the disk.
describe('what is typed', () => {
  const boxes: Readonly<Record<string, { command: CommandName; parameters: readonly unknown[]; hidden: boolean }>> = {
    'commands/decode-token.ts': { command: 'decodeToken', parameters: [], hidden: true },
    'commands/explain-gateway-error.ts': { command: 'explainGatewayError', parameters: [], hidden: true },
    // An id, an address or a short text: what looks like a secret is refused, and what is taken is kept in the workspace's state.
    'commands/supply-value.ts': { command: 'supplyValue', parameters: ['tenant'], hidden: false },
  };

  it.each(Object.values(boxes))(
    'after $command is hidden where a token may stand in it: $hidden',
    async ({ command, parameters, hidden }) => {
      editor().masked.length = 0;
      await run(command, makeParts({}), ...parameters);
      expect(editor().masked).toEqual([hidden]);
    },
  );

  it('is asked for nowhere else', () => {
    const folder = path.join(import.meta.dirname, '../../../../src/extension');
    const asking = readdirSync(folder, { recursive: true, encoding: 'utf8' })
      .filter(file => file.endsWith('.ts') && /\baskText\(/.test(readFileSync(path.join(folder, file), 'utf8')))
      .map(file => file.replaceAll(path.sep, '/'));
    expect(asking.toSorted()).toEqual([...Object.keys(boxes), 'messages/ask-text.ts'].toSorted());
  });
});

describe('the language client’s own messages', () => {
  it('are inert, too, buttons and progress included', async () => {
    const { window, workspace } = await import('../../../../src/extension/messages/client-vscode.js');
    expect(workspace).toBe(editor().vscode['workspace']);
    await checkAll(async (text, other) => {
      await window.showErrorMessage(`${text}\n${other}`, { title: text });
      await window.showWarningMessage(text, { modal: true, detail: other }, other);
      await window.showInformationMessage(text);
      await window.withProgress({ title: text } as ProgressOptions, progress => {
        progress.report({ message: other });
        return Promise.resolve();
      });
    });
  });

  it('keep their lines apart by a space', async () => {
    const { window } = await import('../../../../src/extension/messages/client-vscode.js');
    editor().shown.length = 0;
    await window.showErrorMessage('a]\r\n(b)\nc');
    expect(editor().shown).toEqual([{ where: 'message', text: 'a] (b) c' }]);
  });
});

describe('the door', () => {
  it('makes every text inert, wherever it stands', async () => {
    await checkAll(async (first, second) => {
      const [text, other] = [quote(first), quote(second)];
      offer('error', text, other, () => undefined);
      await ask(text, [other, text], other);
      mention('key', text);
      await askText({ title: text, prompt: other, placeHolder: text, masked: true });
      await pickOne([{ heading: text }, { label: text, description: other, detail: text, value: 1 }], { title: text, placeHolder: other });
      await showProgress(text, () => Promise.resolve());
      await showCancellableProgress(text, report => Promise.resolve(report(other)));
      new StatusItem('id', text).show({ icon: 'key', text, tooltip: [other, text], spoken: other, command: 'x', warns: false });
    });
  });

  it('gives back which button was clicked, and what was picked', async () => {
    editor().choose = label => label.includes('b] (c');
    const [one, other] = [quote('a'), quote('[b](c)')];
    expect(await ask(quote('?'), [], one, other)).toBe(other);
    expect(
      await pickOne(
        [
          { label: one, value: 1 },
          { label: other, value: 2 },
        ],
        { title: quote('') },
      ),
    ).toBe(2);
  });
});

it('a sentence of the product’s own stays as it is', () => {
  editor().shown.length = 0;
  notify('information', say('sample-open', { token: 'external-id-v1' }));
  expect(editor().shown[0]?.text).toBe('The sample is open, with a version 1.0 token of External ID that was made in memory.');
  expect(fakeEditor().shown).toEqual([]);
});
