// What the command line prints, whatever its files are called and hold: nobody's terminal moves, no pipeline is commanded, one record is one line.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { openNodeIo } from '../../src/cli/node-io.js';
import { run } from '../../src/cli/run.js';
import { writeTestToken } from '../unit/token/test-token.js';

const settings = {
  seed: 20260715,
  numRuns: Number(process.env['OUTPUT_RUNS'] ?? 40),
  endOnFailure: process.env['OUTPUT_RUNS'] !== undefined,
};
const tenant = '11111111-2222-4333-8444-555555555555';
const configuration = `https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`;
const base = mkdtempSync(path.join(os.tmpdir(), 'apim-token-doctor-'));
const machine = openNodeIo([], '1.0.0');

afterAll(() => rmSync(base, { recursive: true, force: true }));

const pieces = [
  '\n', '\r', '\r\n', '\t', ' ', '\u00a0', '\u0001', '\u001b[31m', '\u001b]8;;x:y\u0007', '\u007f', '\u0085', '\u009b2J', '\u00ad',
  '\u061c', '\u200b', '\u202e', '\u2028', '\u2066', '\ufe0f', '\ufeff', '\u{e0041}', '::error::pwned', '::stop-commands::x', '##vso[task.setvariable variable=x]y',
  '##VSO[task.complete]', '##[error]z', '#', '"', "'", '\\', '%', '%0A', ',', ':', ';', '$(x)', '{{x}}', '@(x)', 'ü', '名', '😀', '-', 'p', '.xml', 'a b',
]; // prettier-ignore
const hostile = fc.array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 5 }).map(parts => parts.join(''));
const fileName = hostile.filter(name => Buffer.byteLength(name) < 200 && !['-', '.', '..'].includes(name));

const inXml = (text: string): string => text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/"/g, '&quot;');

const policyText = fc
  .tuple(
    fc.array(fc.oneof({ weight: 4, arbitrary: fc.constant('api\u200b') }, { weight: 1, arbitrary: hostile }), {
      minLength: 8,
      maxLength: 8,
    }),
    fc.constantFrom('validate-azure-ad-token', 'validate-jwt'),
    fc.boolean(),
  )
  .map(([values, kind, fits]) => {
    const [one, two, three, four, five, six, comment = '', header] = values.map(inXml);
    const trust = kind === 'validate-jwt' ? `<openid-config url="${fits ? configuration : one}" />\n` : '';
    const attributes = kind === 'validate-jwt' ? `header-name="${fits ? 'Authorization' : header}"` : `tenant-id="${fits ? tenant : one}"`;
    return `<policies><inbound>
<!-- ${comment.replaceAll('--', '')} -->
<${kind} ${attributes} failed-validation-error-message="${two}" wrong${fits ? '' : '-name'}="${three}">
${trust}<audiences>
<audience> ${three}</audience>
<audience>${four}</audience>
</audiences>
<required-claims>
<claim name="${five}" match="any">
<value>${six}</value>
</claim>
</required-claims>
</${kind}>
</inbound></policies>
`;
  });

const world = fc.record({
  names: fc.record({ policy: fileName, token: fileName, metadata: fileName, values: fileName, error: fileName }),
  text: fc.oneof({ weight: 6, arbitrary: policyText }, hostile),
  token: fc.tuple(hostile, hostile, hostile, hostile, fc.boolean()),
  metadata: fc.tuple(hostile, hostile),
  values: fc.tuple(hostile, hostile),
  error: fc.tuple(hostile, hostile),
});

interface Printed {
  readonly code: number;
  readonly output: string;
  readonly error: string;
}

const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}\u2028\u2029]/u;
const pipelineCommand = /^\s*::|##\[|##vso\[/i;

function linesOf(text: string): string[] {
  expect(text === '' || text.endsWith('\n')).toBe(true);
  return text.split('\n').slice(0, -1);
}

/** Lines of which each is a record that stays what it is wherever it is shown. */
function expectInert(text: string): string[] {
  const lines = linesOf(text);
  for (const line of lines) {
    expect(line).not.toMatch(unseen);
    expect(line).not.toMatch(pipelineCommand);
  }
  return lines;
}

/** A diff's head is inert; its body is the file's own text, of which nothing moves a cursor or commands a pipeline. */
function expectInertDiff(text: string): void {
  for (const line of linesOf(text)) {
    if (/^(?:---|\+\+\+) /.test(line)) expect(line.replace(/\t$/, '')).not.toMatch(unseen);
    expect(line).not.toMatch(/[^\P{Cc}\t\r]|\r(?!$)/u);
    expect(line).not.toMatch(pipelineCommand);
  }
}

describe.skipIf(process.platform === 'win32')('what the command line prints', () => {
  test('is inert in every command and format, and a diff applies', async () => {
    let diffs = 0;
    let refusals = 0;
    await fc.assert(
      fc.asyncProperty(world, async ({ names, text, token, metadata, values, error }) => {
        const folder = mkdtempSync(path.join(base, 'run-'));
        const fresh = path.join(folder, 'fresh');
        mkdirSync(fresh);
        // One name may come twice: each kind of file has a letter of its own at its end.
        const at = {
          policy: names.policy,
          token: `${names.token}t`,
          metadata: `${names.metadata}m`,
          values: `${names.values}v`,
          error: `${names.error}e`,
        };
        const [issuer, audience, name, value, signs] = token;
        const compact = writeTestToken(signs ? { alg: 'RS256', kid: value } : { alg: value, typ: name }, {
          iss: issuer,
          aud: audience,
          [name]: value,
          ver: '2.0',
          tid: tenant,
          exp: 1_798_000_600,
        });
        const files = {
          [at.token]: compact,
          [at.metadata]: JSON.stringify({ [configuration]: { issuer: metadata[0], jwks_uri: metadata[1] }, [metadata[1]]: { keys: [] } }),
          [at.values]: JSON.stringify({ x: values[0], [values[0]]: values[1] }),
          [at.error]: `IDX10214: Audience validation failed. Audiences: '${error[0]}'. Did not match: validationParameters.ValidAudience: '${error[1]}' or validationParameters.ValidAudiences: '${error[0]}'.`,
          [at.policy]: text,
        };
        for (const [file, content] of Object.entries(files)) writeFileSync(path.join(folder, file), content);
        writeFileSync(path.join(fresh, at.policy), text);

        const call = async (...argv: string[]): Promise<Printed> => {
          let [output, errors] = ['', ''];
          const code = await run({
            ...machine,
            argv,
            readFile: async file => machine.readFile(path.join(folder, file)),
            kindOf: async file => machine.kindOf(path.join(folder, file)),
            isLink: async file => machine.isLink(path.join(folder, file)),
            replaceFile: async (file, content, before) => machine.replaceFile(path.join(folder, file), content, before),
            writeOutput: async written => {
              output += written;
              return Promise.resolve();
            },
            writeError: written => void (errors += written),
            now: () => 1_798_000_000,
          });
          for (const line of expectInert(errors)) expect(line.startsWith('apim-token-doctor: ') || line.includes('rewritten')).toBe(true);
          return { code, output, error: errors };
        };
        const facts = [`--token=${at.token}`, `--metadata=${at.metadata}`, `--named-values=${at.values}`];

        for (const options of [[], facts]) {
          const json = await call('check', '--format=json', ...options, '--', at.policy);
          expectInert(json.output);
          const report = JSON.parse(json.output) as { documents: { path: string; findings: { message: string }[] }[] };
          expect(report.documents.map(each => each.path)).toEqual([at.policy]);
          const count = report.documents[0]?.findings.length ?? 0;
          const plain = expectInert((await call('check', ...options, '--', at.policy)).output);
          // A finding is one line; what it says besides stands below it, indented.
          const isFinding = (line: string): boolean => /:\d+:\d+ (?:error|warning|information|hint) [a-z0-9-]+ /.test(line);
          if (options.length === 0) {
            expect(plain.filter(isFinding)).toHaveLength(count);
            for (const line of plain.filter(each => !isFinding(each)))
              expect(line).toMatch(/^ {2}|: not a policy document$|^A command that is listed /);
          }
          expectInert((await call('check', '--format=sarif', ...options, '--', at.policy)).output);
          const notes = linesOf((await call('check', '--format=github', ...options, '--', at.policy)).output);
          const isVerdict = (note: string): boolean => /^::notice file=[^:,]*,title=verdict::/.test(note);
          const verdicts = notes.filter(isVerdict);
          expect(verdicts.length).toBeLessThanOrEqual(options.length === 0 ? 0 : 1);
          for (const verdict of verdicts) expectInert(`${verdict.slice(2)}\n`);
          expect(notes).toHaveLength(count + verdicts.length);
          for (const note of notes.filter(each => !isVerdict(each))) {
            expect(note).toMatch(/^::(?:error|warning|notice) file=[^:,]*,line=\d+,endLine=\d+,(?:col=\d+,endColumn=\d+,)?title=[^:,]+::/);
            expectInert(`${note.slice(2)}\n`);
          }
        }
        expectInert((await call('decode', '--', at.token)).output);
        expect(JSON.parse(expectInert((await call('decode', '--format=json', '--', at.token)).output).join('\n'))).toMatchObject({
          token: { claims: { [name]: value } },
        });
        expectInert((await call('explain', `--policy=${at.policy}`, '--', at.error)).output);
        expectInert((await call('explain', '--format=json', '--', at.error)).output);
        await call('check', '--', `${at.policy}${at.policy}`);
        await call('check', `--format=${at.policy}`, '--', at.policy);
        await call(at.policy);

        for (const code of [[], ['--code=to-validate-jwt'], ['--code=unknown-attribute']]) {
          writeFileSync(path.join(folder, at.policy), text);
          const diff = await call('fix', ...facts, ...code, '--', at.policy);
          const written = await call('fix', '--write', ...facts, ...code, '--', at.policy);
          expectInert(written.output);
          if (diff.code === 2) {
            expect(diff.output).toBe('');
            refusals++;
          }
          if (diff.code !== 0) continue;
          if (diff.output === '') {
            // Nothing to fix is no failure.
            expect(readFileSync(path.join(folder, at.policy), 'utf8')).toBe(text);
            continue;
          }
          expectInertDiff(diff.output);
          writeFileSync(path.join(fresh, at.policy), text);
          execFileSync('git', ['apply', '-'], {
            cwd: fresh,
            input: diff.output,
            stdio: ['pipe', 'ignore', 'pipe'],
            env: { ...process.env, GIT_CEILING_DIRECTORIES: base },
          });
          expect(readFileSync(path.join(fresh, at.policy), 'utf8')).toBe(readFileSync(path.join(folder, at.policy), 'utf8'));
          diffs++;
        }
        rmSync(folder, { recursive: true, force: true });
      }),
      settings,
    );
    // Both happen: else the generator has gone blind.
    expect(diffs).toBeGreaterThan(5);
    expect(refusals).toBeGreaterThan(5);
  });
});
