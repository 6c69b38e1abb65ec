import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { TextDocument } from 'vscode';
import type { BaseLanguageClient } from 'vscode-languageclient';
import { HostDocuments } from '../../../src/extension/client/host-documents.js';

type Listener = (given: unknown) => void;

const editor = vi.hoisted(() => ({ listeners: new Map<string, Listener[]>(), documents: [] as TextDocument[] }));

vi.mock('vscode', () => {
  const on = (name: string) => (listener: Listener) => {
    editor.listeners.set(name, [...(editor.listeners.get(name) ?? []), listener]);
    return { dispose: () => undefined };
  };
  return {
    Disposable: { from: () => ({ dispose: () => undefined }) },
    Position: class {},
    Range: class {},
    languages: { match: () => 0 },
    workspace: {
      get textDocuments() {
        return editor.documents;
      },
      getConfiguration: () => ({ get: () => undefined }),
      onDidOpenTextDocument: on('open'),
      onDidCloseTextDocument: on('close'),
      onDidChangeTextDocument: on('change'),
      onDidChangeConfiguration: on('settings'),
    },
  };
});

// Its modules want the real editor.
vi.mock('vscode-languageclient', () => ({ State: { Running: 2 } }));

const policy = 'value = "<policies><inbound><validate-jwt /></inbound></policies>"\n';

function open(path: string, text: string): TextDocument {
  const uri = { scheme: 'file', path, fsPath: path, toString: () => `file://${path}` };
  const document = { uri, languageId: 'terraform', getText: () => text, positionAt: () => ({}) } as unknown as TextDocument;
  editor.documents.push(document);
  for (const listener of editor.listeners.get('open') ?? []) listener(document);
  return document;
}

function close(document: TextDocument): void {
  editor.documents = editor.documents.filter(each => each !== document);
  for (const listener of editor.listeners.get('close') ?? []) listener(document);
}

/** A client that keeps which registrations there are, by their ids, and in which order they came and went. */
class FakeClient {
  readonly registered = new Set<string>();
  readonly told: string[] = [];
  readonly state = 2; // running
  readonly initializeResult = { capabilities: { hoverProvider: true, diagnosticProvider: { interFileDependencies: true } } };

  onDidChangeState(): { dispose: () => void } {
    return { dispose: () => undefined };
  }

  getFeature(): unknown {
    return {
      register: ({ id }: { id: string }) => void (this.registered.add(id), this.told.push(`+${id}`)),
      unregister: (id: string) => void (this.registered.delete(id), this.told.push(`-${id}`)),
    };
  }
}

describe('HostDocuments', () => {
  let client: FakeClient;

  beforeEach(() => {
    editor.listeners.clear();
    editor.documents = [];
    client = new FakeClient();
    new HostDocuments(client as unknown as BaseLanguageClient);
  });

  it('has a file with a policy served, and no other', () => {
    open('/repo/main.tf', policy);
    open('/repo/other.tf', 'locals {}\n');
    expect(client.registered).toContain('diagnostic:file:/repo/main.tf');
    expect([...client.registered].filter(id => !id.endsWith('/repo/main.tf'))).toEqual([]);
  });

  it('leaves nothing behind when the file is closed, its text last of all', () => {
    const kept = open('/repo/kept.tf', policy);
    const document = open('/repo/main.tf', policy);
    close(document);
    expect([...client.registered].filter(id => id.endsWith('/repo/main.tf'))).toEqual([]);
    expect(client.registered).toContain('diagnostic:file:/repo/kept.tf');
    expect(client.told.at(-1)).toBe('-didOpen:file:/repo/main.tf');
    close(kept);
    expect(client.registered.size).toBe(0);
  });

  it('looks again at a file that is opened again', () => {
    close(open('/repo/main.tf', policy));
    open('/repo/main.tf', 'locals {}\n');
    expect(client.registered.size).toBe(0);
    editor.documents.forEach(close);
    open('/repo/main.tf', policy);
    expect(client.registered).toContain('hover:file:/repo/main.tf');
  });
});
