import * as vscode from 'vscode';
import type { ApiPaths, RequestPath } from '../../paths-protocol.js';
import type { FilePlace, PathOutcome, StationCard } from '../../view.js';
import type { ServerLink } from '../client/server-link.js';
import { quote, say, sayAll } from '../messages/message.js';
import { Tree, type TreeEntry } from '../messages/tree-view.js';
import { requestPathsView } from './view-id.js';

/** What a click in the view runs. */
const openCommand = 'apimTokenDoctor.openRequestPath';

/** More paths than these nobody looks through. */
const mostPaths = 5000;

interface RequestPathsParts {
  readonly server: ServerLink;
  readonly show: (place: FilePlace) => void;
  /** The path that was clicked counts in the panel, too. */
  readonly choose: (key: string) => void;
}

/** The view "Request paths": the workspace's APIs and operations with their token policies and, with a token, the answer. Asked for only while somebody sees it. */
export class RequestPathsView implements vscode.Disposable {
  readonly #parts: RequestPathsParts;
  readonly #tree: Tree;

  constructor(parts: RequestPathsParts) {
    this.#parts = parts;
    this.#tree = new Tree(requestPathsView, openCommand, cancellation => this.#load(cancellation));
  }

  /** The workspace's folders were read, or have changed; `found`: whether there is anything to show. */
  update(found: boolean): void {
    void vscode.commands.executeCommand('setContext', 'apimTokenDoctor.hasRequestPaths', found);
    this.#tree.refresh();
  }

  /** Something that the answers rest on is different now. */
  refresh(): void {
    this.#tree.refresh();
  }

  dispose(): void {
    this.#tree.dispose();
  }

  async #load(cancellation: vscode.CancellationToken): Promise<readonly TreeEntry[]> {
    if (!this.#parts.server.isRunning) return [];
    try {
      const { apis, more, unread } = await this.#parts.server.ask('apimTokenDoctor/paths', { most: mostPaths }, cancellation);
      const [leftOut, unreadFiles] = [more > 0 ? say('paths-left-out', { count: more }) : null, unread === null ? null : quote(unread)];
      this.#tree.say(leftOut === null ? unreadFiles : sayAll(leftOut, unreadFiles));
      return apis.map(api => this.#toApi(api));
    } catch {
      // It was cancelled, or the server has written to its log; the next change asks again.
      return [];
    }
  }

  #toApi({ key, name, where, paths }: ApiPaths): TreeEntry {
    const refused = paths.filter(({ outcome }) => outcome === 'fail').length;
    const description = paths.some(({ outcome }) => outcome !== null) ? say('paths-refused', { refused, all: paths.length }) : null;
    const spoken = sayAll(say('paths-of-api', { name, where }), description);
    return {
      key,
      label: quote(where === null ? name : `${name} (${where})`),
      description,
      tooltip: spoken,
      spoken,
      icon: { name: 'symbol-interface', color: null },
      children: paths.map(path => this.#toPath(path)),
      open: null,
    };
  }

  #toPath(path: RequestPath): TreeEntry {
    const { key, name, answer, notRead, outcome, place, policies } = path;
    const kinds = policies.map(({ kind }) => kind ?? '');
    const description = answer === null ? say('policies-on-path', { kinds }) : quote(answer);
    const spoken = sayAll(quote(`${name}:`), description, notRead === null ? null : quote(notRead));
    return {
      key,
      label: quote(name),
      description,
      // A narrow side bar cuts label and description off.
      tooltip: spoken,
      spoken,
      icon: iconOf(outcome),
      children: policies.map((policy, at) => this.#toPolicy(key, policy, at)),
      open:
        place === null
          ? null
          : () => {
              this.#parts.choose(key);
              this.#parts.show(place);
            },
    };
  }

  #toPolicy(path: string, { scope, kind, outcome, place }: StationCard, at: number): TreeEntry {
    const said = say('policy-of-scope', { kind: kind ?? '', scope });
    const found = place === null ? null : say('place-in-file', { file: place.file, line: place.line });
    const spoken = sayAll(said, found);
    return {
      key: `${path}${at}`,
      label: said,
      description: found,
      tooltip: spoken,
      spoken,
      icon:
        outcome === 'pass' || outcome === 'fail' || outcome === 'uncertain' || outcome === 'unresolved' ? iconOf(outcome) : iconOf(null),
      children: [],
      open: place === null ? null : () => this.#parts.show(place),
    };
  }
}

const icons: Readonly<Record<PathOutcome, TreeEntry['icon']>> = {
  pass: { name: 'pass', color: 'testing.iconPassed' },
  fail: { name: 'error', color: 'testing.iconFailed' },
  uncertain: { name: 'warning', color: 'editorWarning.foreground' },
  unresolved: { name: 'question', color: 'editorInfo.foreground' },
  answered: { name: 'reply', color: null },
};

function iconOf(outcome: PathOutcome | null): TreeEntry['icon'] {
  return outcome === null ? { name: 'shield', color: null } : icons[outcome];
}
