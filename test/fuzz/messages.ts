// Messages that a client without manners could send: any method with any parameters, right ones and ones that are nearly right.
import { hash } from './grounds.js';
import { Random } from './random.js';

/** A request or a notification. */
export interface Sent {
  readonly method: string;
  readonly params: unknown;
  readonly isRequest: boolean;
  /** Whether it is cancelled as soon as it is sent. */
  readonly isCancelled: boolean;
}

const requests = [
  ...['diagnostic', 'codeAction', 'hover', 'completion', 'definition', 'documentSymbol', 'foldingRange'].map(
    name => `textDocument/${name}`,
  ),
  ...['codeAction/resolve', 'workspace/executeCommand', 'workspace/diagnostic', 'initialize', 'nothing', ''],
  ...[
    'explain',
    'view',
    'metadata/needed',
    'metadata/text',
    'fixAll/list',
    'fixAll/prepare',
    'fixAll/apply',
    'facts/set',
    'facts/change',
  ].map(name => `apimTokenDoctor/${name}`),
  ...['token/set', 'token/clear', 'sample/mint', 'nothing', '__proto__', 'constructor'].map(name => `apimTokenDoctor/${name}`),
];
const notifications = [
  ...['didOpen', 'didChange', 'didClose', 'didSave'].map(name => `textDocument/${name}`),
  ...['workspace/didChangeConfiguration', 'workspace/didChangeWatchedFiles', '$/cancelRequest', '$/setTrace', 'initialized', 'nothing'],
];

const names = [
  ...['textDocument', 'uri', 'version', 'text', 'languageId', 'position', 'line', 'character', 'range', 'start', 'end', 'context'],
  ...['diagnostics', 'only', 'data', 'code', 'contentChanges', 'id', 'pasted', 'documents', 'namedValues', 'metadata', 'address', 'source'],
  ...[
    'problem',
    'settings',
    'files',
    'choice',
    'neutral',
    'variant',
    'title',
    'changes',
    'type',
    'message',
    'command',
    'arguments',
    '__proto__',
  ],
];

/** The messages that belong to an input, about a document of that address. The same input gives the same ones. */
export function makeMessages(input: string, uri: string): Sent[] {
  const random = new Random(hash(input));
  return Array.from({ length: 2 + random.below(6) }, (): Sent => {
    const isRequest = random.below(3) > 0;
    return {
      method: random.pick(isRequest ? requests : notifications),
      params: makeParams(input, uri, random),
      isRequest,
      isCancelled: isRequest && random.below(3) === 0,
    };
  });
}

/** Right for one method or another, with a member that is missing or something else; or nothing that anybody would send. */
function makeParams(input: string, uri: string, random: Random): unknown {
  if (random.below(4) === 0) return makeAnything(input, uri, random, 4);
  const position = { line: random.below(60) - 1, character: random.below(200) - 1 };
  const right: Record<string, unknown> = {
    textDocument: { uri, version: random.below(5), languageId: 'xml', text: input },
    position,
    range: { start: position, end: { line: random.below(60), character: random.below(200) } },
    context: { diagnostics: [], only: random.pick([null, ['quickfix'], ['source.fixAll'], [5]]) },
    contentChanges: [random.below(2) === 0 ? { text: input } : { text: '<', range: { start: position, end: position } }],
    uri: random.pick([uri, null, 'file:///nowhere.xml']),
    text: input,
    id: random.pick(['fuzz', 'other', 0, 1]),
    pasted: input,
    address: random.pick(['https://login.microsoftonline.com/x', input]),
    choice: { neutral: random.below(2) === 0, code: random.pick([null, 'to-validate-jwt', 'clock-skew-wide']), variant: null, title: null },
  };
  for (let broken = random.below(3); broken > 0; broken--) right[random.pick(names)] = makeAnything(input, uri, random, 3);
  return right;
}

function makeAnything(input: string, uri: string, random: Random, depth: number): unknown {
  const anything = (): unknown => makeAnything(input, uri, random, depth - 1);
  switch (random.below(depth > 0 ? 9 : 7)) {
    case 0:
      return null;
    case 1:
      return random.pick([-1, 0, 1, 1.5, 2 ** 31, 2 ** 53, -0]);
    case 2:
      return random.below(2) === 0;
    case 3:
      return random.pick([uri, 'file:///%', 'untitled:x', 'https://[::1', '']);
    case 4:
      return input.slice(random.below(input.length + 1)).slice(0, 200);
    case 5:
      return random.pick(names);
    case 6:
      return {};
    case 7:
      return Array.from({ length: random.below(4) }, anything);
    default:
      return Object.fromEntries(Array.from({ length: 1 + random.below(4) }, () => [random.pick(names), anything()]));
  }
}
