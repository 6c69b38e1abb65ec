// Files that hold policies: what is read of them, and what is written back.
import { applyEdits, readHost, writeBack, type EmbeddedPolicy } from '../../src/core/index.js';
import { embeddings } from '../harness/embeddings.js';
import type { Target } from './core-targets.js';
import { hash } from './grounds.js';
import { hold, holdInside } from './invariants.js';
import * as pieces from './pieces.js';

const names = [...new Set(embeddings.map(({ file }) => file))];

/** Of the languages that hold policies. */
const code = [
  ...[
    '<<XML\n',
    '<<-XML\n',
    '\nXML\n',
    '${',
    '%{',
    '$${',
    '${var.x}',
    '"${file("x")}"',
    'a = ',
    'resource "a" "b" {\n',
    '}\n',
    '/*',
    '*/',
    '# ',
  ],
  ...[
    "'''",
    "$'''",
    "'",
    '"',
    '\\',
    '\\"',
    '\\u003c',
    '\\u{3c}',
    '[concat(',
    ')]',
    '```xml\n',
    '\n```\n',
    'a: |\n',
    '  - ',
    'a: >-\n',
    '`',
    '"""',
    '@"',
    '$@"',
  ],
  ...[
    '\n',
    '\r\n',
    '\t',
    '    ',
    '(',
    ')',
    '[',
    ']',
    '{',
    ':',
    '=',
    ',',
    '?',
    '@',
    '<policies>',
    '</policies>',
    '<inbound/>',
    '<validate-jwt ',
    '\ufeff',
    '\ud83d\ude00',
  ],
];

/** `seeds` are policy documents. */
export function hostTarget(seeds: readonly string[]): Target {
  return {
    name: 'hosts',
    pieces: [...code, ...pieces.policy.slice(0, 40)],
    seeds: seeds
      .slice(0, 40)
      .flatMap((text, index) => embeddings[index % embeddings.length]?.embed(text.endsWith('\n') ? text : `${text}\n`) ?? []),
    run: text => {
      const done = names.map(name => {
        const host = readHost(text, name, { all: true });
        if (host === null) throw new Error(`${name} is a host`);
        for (const span of [...host.policies, ...host.notRead, ...host.loaders, ...host.resources])
          holdInside('host', span, { start: 0, end: text.length });
        for (const policy of host.policies) {
          holdMap(text, policy);
          holdWriting(text, name, policy);
        }
        return `${host.policies.map(({ form }) => form).join()} ${host.notRead.map(({ reason }) => reason).join()} ${String(host.resources.length)}`;
      });
      return [...new Set(done)].join().slice(0, 200);
    },
  };
}

/** Each character stands where the map says, in order. */
function holdMap(host: string, { text, map, content }: EmbeddedPolicy): void {
  let last = content.start;
  for (let i = 0; i < text.length; i++) {
    if (!map.isBetween(i)) continue;
    const { start, end } = map.spanInHost({ start: i, end: i + 1 });
    hold('places are in order and inside', start >= last && start < end && end <= content.end);
    hold('a character that stands for itself stands there', end - start > 1 || host[start] === text[i]);
    hold('the way back leads to it', map.offsetInPolicy(start) === i);
    last = end;
  }
}

/** What is written back means what was meant, and the rest of the host is as it was. */
function holdWriting(host: string, name: string, policy: EmbeddedPolicy): void {
  const [start, length] = [hash(host) % (policy.text.length + 1), hash(policy.text) % 24];
  const edit = { start, end: Math.min(start + length, policy.text.length), text: code[hash(name + host) % code.length] ?? '' };
  const written = writeBack({ text: host, name, all: true }, policy, [edit]);
  if ('refusal' in written) return;
  const after = applyEdits(host, written.edits);
  hold(
    'what stands around the text is as it was',
    after.startsWith(host.slice(0, policy.content.start)) && after.endsWith(host.slice(policy.content.end)),
  );
  const again = readHost(after, name, { all: true })?.policies.find(each => each.start === policy.start);
  hold('what was written is what was meant', again?.text === applyEdits(policy.text, [edit]));
}
