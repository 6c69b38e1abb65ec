import { rewriteNames, rewriteVariants, severities, shownClaims } from '../core/index.js';
import { count, flag, list, orNull, record, recordOf, text, word, type ObjectSchema } from './json-schema.js';
import * as most from './limits.js';
import { englishAgent } from './sentences/english/index.js';

/** What one tool takes and gives, and how it is told of. */
export interface Tool {
  readonly name: ToolName;
  readonly title: string;
  readonly description: string;
  readonly inputSchema: ObjectSchema;
  readonly outputSchema: ObjectSchema;
}

/** The tools, by name. */
export type ToolName = 'check_policies' | 'explain_gateway_error' | 'propose_policy_change';

const outcomes = ['pass', 'fail', 'uncertain', 'unresolved'];
const certainties = ['documented', 'library', 'observed', 'inferred'];
const sentence = text(most.longestSentence);
const name = text(most.longestName);
const { schemaWords: words } = englishAgent;

const place = {
  untrustedFile: text(most.longestPath, words.file),
  line: { ...count, description: words.line },
  column: count,
};

/** Texts in whose names `untrusted` stands hold words of files, tokens and error texts. */
const note = text(most.longestSentence, words.note);
const nextStep = text(most.longestSentence, words.nextStep);
const steps = list(text(most.longestCopy), most.mostSteps);

const change = record({
  change: text(most.longestName, words.change),
  variant: orNull(text(most.longestName)),
  widens: { ...flag, description: words.widens },
  certainty: word(certainties),
  untrustedTitle: sentence,
  after: orNull(record({ outcome: word(outcomes), status: orNull(count), check: orNull(name) })),
});

const finding = {
  ...place,
  rule: name,
  about: text(most.longestSentence, words.about),
  severity: word(severities),
  certainty: word(certainties),
  untrustedTitle: sentence,
};

const token = record({
  kind: name,
  problem: orNull(sentence),
  claimNames: list(name, most.mostNames),
  untrustedClaims: {
    ...recordOf(Object.fromEntries(shownClaims.map(claim => [claim, list(name, most.mostNames)])), []),
    description: words.claims,
  },
});

const check = record({
  check: name,
  outcome: word(outcomes),
  certainty: word(certainties),
  idx: orNull(name),
  untrustedReason: orNull(sentence),
});

const document = record({
  untrustedFile: place.untrustedFile,
  line: place.line,
  host: orNull(name),
  outcome: orNull(word(outcomes, words.outcome)),
  answer: orNull(name),
  untrustedBecause: orNull(sentence),
  notRead: { ...count, description: words.notRead },
  untrustedNotRead: orNull(sentence),
  tokenPolicies: list(
    record({ kind: name, line: count, outcome: orNull(word(outcomes)), status: orNull(count), checks: list(check, most.mostSteps + 2) }),
    most.mostPolicies,
  ),
});

const unread = list(record({ untrustedFile: place.untrustedFile, why: sentence }), most.mostSteps);

const pathWords = text(most.longestPath, words.path);

/** Every tool: the one list of which the MCP server, the manifest of VS Code and the tests are made. */
export const tools: readonly Tool[] = [
  {
    name: 'check_policies',
    ...englishAgent.checkPolicies,
    inputSchema: recordOf({ path: pathWords, atLeast: word([...severities].reverse(), words.atLeast) }, []),
    outputSchema: record({
      note,
      token: orNull(token),
      counts: record({ documents: count, error: count, warning: count, information: count, hint: count }),
      documents: list(document, most.mostDocuments),
      findings: list(
        record({
          ...finding,
          untrustedDetail: orNull(sentence),
          untrustedGatewayText: orNull(sentence),
          untrustedNextSteps: steps,
          changes: list(change, most.mostSteps),
        }),
        most.mostFindings,
      ),
      left: record({ documents: count, findings: count, files: count }),
      unread,
      nextStep,
    }),
  },
  {
    name: 'explain_gateway_error',
    ...englishAgent.explainGatewayError,
    inputSchema: recordOf({ text: text(most.longestError, words.error), path: pathWords }, ['text']),
    outputSchema: record({
      note,
      explanations: list(
        record({
          idx: orNull(name),
          check: orNull(name),
          answeredBy: record({ kind: name, certainty: word(certainties), untrustedSentence: sentence }),
          untrustedExplanation: sentence,
          untrustedCures: list(sentence, most.mostSteps),
          untrustedNextSteps: steps,
          place: orNull(record(place)),
          findings: list(record(finding), most.mostSteps),
        }),
        most.mostSteps,
      ),
      unread,
      nextStep,
    }),
  },
  {
    name: 'propose_policy_change',
    ...englishAgent.proposePolicyChange,
    inputSchema: recordOf(
      {
        path: text(most.longestPath, words.onePath),
        change: text(most.longestName, words.wantedChange({ rewrites: rewriteNames })),
        variant: word(rewriteVariants, words.variant),
      },
      ['path'],
    ),
    outputSchema: record({
      note,
      applied: { ...flag, description: words.applied },
      untrustedFile: place.untrustedFile,
      untrustedDiff: orNull(text(most.longestDiff, words.diff)),
      widens: { ...flag, description: words.widens },
      untrustedChanges: list(sentence, most.mostFindings),
      refused: list(record({ line: count, untrustedReason: sentence }), most.mostFindings),
      nextStep,
    }),
  },
];
