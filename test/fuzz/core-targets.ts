// The entries of the core, each with the invariants of its answer.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import {
  applyFix,
  decodeToken,
  diagnose,
  explainError,
  fixAll,
  judgeText,
  listFixGroups,
  neededDocuments,
  neutralChoice,
  offerForError,
  parseToken,
  predictDocument,
  readPolicies,
  redact,
  rewrite,
  sniffPolicy,
  viewToken,
  type Facts,
} from '../../src/core/index.js';
import { complete } from '../../src/core/language/complete.js';
import { foldings } from '../../src/core/language/foldings.js';
import { hover } from '../../src/core/language/hover.js';
import { outline } from '../../src/core/language/outline.js';
import { findReference } from '../../src/core/language/reference-at.js';
import { hash, type Grounds } from './grounds.js';
import { hold, holdEdits, holdExpressions, holdFixes, holdInside, holdReading, holdSecret, holdSentence } from './invariants.js';
import * as pieces from './pieces.js';

/** One entry of the product that is fuzzed. */
export interface Target {
  readonly name: string;
  /** What its inputs are made of. */
  readonly pieces: readonly string[];
  /** Where mutation starts. */
  readonly seeds: readonly string[];
  /**
   * Takes one input, and throws where an invariant does not hold. What it gives names what the product did with the input: an input that
   * made it do something new is worth more mutations.
   */
  run(input: string): string | Promise<string>;
}

/** The policies among the fixtures and samples below a folder. */
export function readPolicySeeds(root: string): string[] {
  return ['test/fixtures', 'samples'].flatMap(folder =>
    readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter(name => name.endsWith('.xml') && !name.endsWith('fixed.xml'))
      .sort()
      .map(name => readFileSync(path.join(root, folder, name), 'utf8'))
      .filter(text => text.length <= 4000),
  );
}

/** The core's targets. `seeds` are policy documents. */
export function coreTargets(seeds: readonly string[], grounds: Grounds): Target[] {
  const { factsFor, compact, secrets, now } = grounds;
  const policyTarget = (name: string, run: (text: string, facts: Facts) => Promise<string>): Target => ({
    name,
    pieces: pieces.policy,
    seeds,
    run: text => run(text, factsFor(text)),
  });
  return [
    {
      name: 'read',
      pieces: pieces.policy,
      seeds,
      run: text => {
        const document = readPolicies(text);
        holdReading(document);
        hold('what is read as a policy may be one', document.root === null || sniffPolicy(text));
        return `${document.root ?? ''} ${document.break?.cause ?? ''} ${document.tokenPolicies.length}`;
      },
    },
    {
      name: 'expressions',
      pieces: pieces.csharp,
      seeds: ['@(x)', '@{ return $"{c["k"]}"; }', '@($@"{x:""}")', '@("""a""")', '@(&quot;a&quot;)', '@(1 /* ) */)', '@($$"""{{a}}""")'],
      run: code => {
        const text = hash(code) % 2 === 0 ? `<a>${code}</a>` : `<a b="${code}"/>`;
        holdExpressions(text);
        return /[a-z$@]*["'/#{]/.exec(code)?.[0] ?? '';
      },
    },
    {
      name: 'token',
      pieces: pieces.paste,
      seeds: [...compact, ...compact.map(text => `curl -H "Authorization: Bearer ${text}" https://api.example`), 'e30.e30.'],
      run: pasted => {
        const kinds = [decodeToken(pasted), parseToken(pasted)].map(token => {
          const view = viewToken(token, now);
          const shown = JSON.stringify([view, token.header, token.claims, token.cleaned, token]);
          // The signature of a token that was changed is none that anybody takes; only whole ones are looked for.
          if (token.status === 'decoded')
            holdSecret(
              'the view of a token',
              shown,
              secrets.filter(secret => pasted.includes(secret)),
            );
          return token.status === 'decoded' ? token.kind : `${token.kind} ${token.problem}`;
        });
        return kinds.join();
      },
    },
    {
      name: 'redact',
      pieces: pieces.paste,
      seeds: compact,
      run: text => {
        const once = redact(text);
        hold('redacting twice is redacting once', redact(once) === once);
        holdSecret('a redacted text', once, secrets);
        return String(once.split('[token]').length);
      },
    },
    {
      name: 'explain',
      pieces: pieces.trace,
      seeds: [
        `IDX10205: Issuer validation failed. Issuer: 'x'. Did not match: validationParameters.ValidIssuer: 'y' or validationParameters.ValidIssuers: 'a, b'.`,
        `IDX10214: Audience validation failed. Audiences: 'a'. Did not match: validationParameters.ValidAudience: 'b' or validationParameters.ValidAudiences: 'c, d'.`,
        `IDX10223: Lifetime validation failed. The token is expired. ValidTo (UTC): '12/23/2026 04:26:41', Current time (UTC): '12/23/2026 05:26:41'.`,
        `IDX10501: Signature validation failed. Unable to match key: kid: 'x'. Exceptions caught: ''. token: '${compact[0] ?? ''}'.`,
        '{"statusCode": 401, "message": "JWT not present."}',
      ],
      run: async said => {
        const text = seeds[hash(said) % seeds.length] ?? '';
        const found = explainError(said, text);
        for (const each of found) {
          hold('an explanation has a cure', each.cures.length > 0);
          for (const sentence of [each.explanation, ...each.cures]) holdSentence(sentence);
          if (each.location !== undefined) holdInside('cause', each.location, { start: 0, end: text.length });
          const facts = factsFor(said);
          holdFixes(readPolicies(text), await offerForError(await judgeText(text, facts), each));
        }
        holdSecret(
          'an explanation',
          found.map(({ explanation, cures }) => [explanation, cures]),
          secrets,
        );
        return found
          .map(({ idx, check, values }) => `${idx ?? ''}${check ?? ''}${Object.keys(values).join()}`)
          .join(' ')
          .slice(0, 200);
      },
    },
    {
      name: 'metadata',
      pieces: pieces.json,
      seeds: [
        '{"issuer":"https://login.microsoftonline.com/11111111-2222-3333-4444-555555555555/v2.0","jwks_uri":"k"}',
        '{"keys":[{"kty":"RSA","kid":"x","n":"AQAB","e":"AQAB"}]}',
      ],
      run: async written => {
        const facts = { ...factsFor(written), metadata: {} as Record<string, unknown> };
        const document = readJson(written);
        const text = seeds[hash(written) % seeds.length] ?? '';
        for (const policy of readPolicies(text).tokenPolicies)
          for (const { address } of neededDocuments(policy, facts.token, facts)) facts.metadata[address] = document;
        const findings = await diagnose(text, facts, { onRuleError: code => hold(`no rule throws: ${code}`, false) });
        for (const { message } of findings) holdSentence(message);
        return findings.map(({ code }) => code).join();
      },
    },
    policyTarget('predict', async (text, facts) => {
      const token = facts.token ?? parseToken('');
      const prediction = await predictDocument(text, token, facts);
      hold('each token policy is predicted', prediction.predictions.length === readPolicies(text).tokenPolicies.length);
      holdSecret('a prediction', prediction, secrets);
      return `${prediction.outcome} ${prediction.predictions.map(({ outcome }) => outcome).join()}`.slice(0, 80);
    }),
    policyTarget('diagnose', async (text, facts) => {
      const findings = await diagnose(text, facts, { onRuleError: code => hold(`no rule throws: ${code}`, false) });
      for (const finding of findings) {
        holdInside(finding.code, finding, { start: 0, end: text.length });
        holdSentence(finding.message);
        hold('lines and columns count from 1', finding.line > 0 && finding.column > 0);
      }
      holdSecret('findings', findings, secrets);
      hold('the same findings twice', JSON.stringify(await diagnose(text, facts)) === JSON.stringify(findings));
      return [...new Set(findings.map(({ code }) => code))].join();
    }),
    policyTarget('fixes', async (text, facts) => {
      const document = readPolicies(text);
      const done: string[] = [];
      for (const finding of (await diagnose(text, facts)).slice(0, 12)) {
        const fixes = await applyFix(text, finding, facts);
        holdFixes(document, fixes);
        hold(`at most one fix of ${finding.code} is preferred`, fixes.filter(({ preferred }) => preferred).length < 2);
        holdSecret('fixes', fixes, secrets);
        done.push(`${finding.code}${fixes.length}`);
      }
      return [...new Set(done)].join();
    }),
    policyTarget('rewrite', async (text, facts) => {
      const document = readPolicies(text);
      const both = [
        await rewrite(text, 'to-validate-jwt', undefined, facts),
        await rewrite(text, 'to-validate-azure-ad-token', undefined, facts),
      ];
      for (const results of both) holdFixes(document, results);
      holdSecret('rewrites', both, secrets);
      return both
        .flat()
        .map(result => ('edits' in result ? (result.variant ?? result.code) : result.reason.slice(0, 60)))
        .join()
        .slice(0, 300);
    }),
    policyTarget('fix-all', async (text, facts) => {
      const judged = await judgeText(text, facts);
      const groups = await listFixGroups(judged, await diagnose(text, facts), {});
      const choices = [neutralChoice, ...groups.map(({ choice }) => choice)];
      const choice = choices[hash(text) % choices.length] ?? neutralChoice;
      const fixed = await fixAll(judged, choice);
      holdEdits(judged.document, fixed.edits, fixed.text, 'fix all');
      return `${choice.code ?? 'neutral'} ${fixed.titles.length}`;
    }),
    policyTarget('show', async (text, facts) => {
      const document = readPolicies(text);
      const offset = hash(text) % (text.length + 1);
      const inside = { start: 0, end: text.length };
      const completions = complete(text, offset, ['x', 'tenant-id']);
      for (const { edit } of completions) holdInside('completion', edit, inside);
      const shown = [hover(document, offset, facts), findReference(document, offset)];
      for (const span of shown) if (span !== null) holdInside('hover or reference', span, inside);
      for (const symbol of outline(document)) holdInside('symbol', symbol, inside);
      for (const folding of foldings(document) ?? []) hold('a folding is in order', JSON.stringify(folding) !== '');
      return Promise.resolve(`${completions.length} ${shown.map(span => span !== null).join()}`);
    }),
  ];
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
