import { englishCatalogue, findPrimary, listNotRead, shownClaims, withoutValues, wordVerdict } from '../../core/index.js';
import type { DecodedToken, Discretion, PolicyValue, Prediction, RequiredClaim, TokenPolicy, TokenProblem } from '../../core/index.js';
import { spanInFile } from '../report.js';
import type { CheckReport, DocumentReport, FindingReport, ListedFix } from '../report.js';
import { writePath } from './paths-json.js';
import { keepNumbers, writeJson } from './write-json.js';

/** What the stable output says of a document. */
interface ToldInJson {
  readonly document: object;
  /** The claims that its token policies compare. */
  readonly compared: readonly (string | null)[];
}

/** A document of the stable output. */
export function tellInJson(report: DocumentReport): ToldInJson {
  const { tokenPolicies } = report.judged.document;
  const compared = tokenPolicies.flatMap(({ requiredClaims }) => requiredClaims.map(({ name }) => name));
  return { document: placeInFile(report, writeDocument(report)), compared };
}

/** The stable output, version 1: it may gain members, and never loses or changes one. */
export function writeJsonReport(report: CheckReport<ToldInJson>): string {
  const { now, token, documents, paths = [], problems = [], configs = [] } = report;
  return writeJson({
    version: 1,
    now,
    documents: documents.map(({ told }) => told.document),
    ...(paths.length === 0 ? {} : { paths: paths.map(writePath) }),
    ...(problems.length === 0 ? {} : { problems }),
    ...(configs.length === 0 ? {} : { configs }),
    token:
      token === null
        ? null
        : writeToken(
            token,
            documents.flatMap(({ told }) => told.compared),
          ),
  });
}

/** Every span of what is written, wherever in it, as one of the file. */
function placeInFile(document: DocumentReport, written: object): object {
  if (document.embedded === null) return written;
  const place = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(place);
    if (typeof value !== 'object' || value === null) return value;
    const placed: Record<string, unknown> = Object.fromEntries(Object.entries(value).map(([name, each]) => [name, place(each)]));
    const { start, end } = placed;
    return typeof start === 'number' && typeof end === 'number' ? { ...placed, ...spanInFile(document, { start, end }) } : placed;
  };
  return place(written) as object;
}

function writeDocument({ path, host, set, judged, findings }: DocumentReport): object {
  const { document, policies, verdict, lines, discretion } = judged;
  const primary = findPrimary(
    judged,
    findings.map(({ finding }) => finding),
  );
  return {
    path,
    host,
    set: set ?? null,
    prediction: verdict === null ? null : { outcome: verdict.outcome, policy: verdict.decidedBy?.index ?? null },
    answer: verdict === null ? null : wordVerdict(verdict, lines, englishCatalogue).answer,
    notRead: (verdict?.notRead ?? listNotRead(document)).map(({ kind, name, start, end, elsewhere }) => ({
      kind,
      name,
      start,
      end,
      line: elsewhere?.line ?? lines.positionAt(start).line,
      ...(elsewhere === undefined ? {} : { path: elsewhere.path }),
    })),
    tokenPolicies: policies.map(each => writeTokenPolicy(withoutValues(each).policy, each.prediction, discretion)),
    primary: primary?.code ?? null,
    findings: findings.map(writeFinding),
  };
}

function writeTokenPolicy(policy: TokenPolicy, prediction: Prediction | null, discretion: Discretion): object {
  const { kind, section, choose, start, end, issuerSigningKeys, decryptionKeys } = policy;
  return {
    kind,
    section,
    choose: choose === null ? null : { id: choose.id, branch: choose.branch, of: choose.of, otherwise: choose.otherwise },
    start,
    end,
    attributes: Object.fromEntries(Object.entries(policy.attributes).map(([name, value]) => [name, writeValue(value)])),
    openidConfigs: policy.openidConfigs.map(writeValue),
    issuerSigningKeys,
    decryptionKeys,
    audiences: policy.audiences.map(writeValue),
    issuers: policy.issuers.map(writeValue),
    clientApplicationIds: policy.clientApplicationIds.map(writeValue),
    backendApplicationIds: policy.backendApplicationIds.map(writeValue),
    requiredClaims: policy.requiredClaims.map(writeRequiredClaim),
    prediction: prediction === null ? null : writePrediction(prediction, discretion),
  };
}

function writeValue({ value, state, start, end }: PolicyValue): object {
  return { value, state, start, end };
}

function writeRequiredClaim({ name, match, separator, values, start, end }: RequiredClaim): object {
  return { name, match, separator, values: values.map(writeValue), start, end };
}

function writePrediction({ outcome, status, reports, checks }: Prediction, discretion: Discretion): object {
  const tell = (text: string | null): string | null => (text === null ? null : discretion.text(text));
  return {
    outcome,
    status,
    reports:
      reports === null
        ? null
        : {
            check: reports.check,
            idx: reports.idx,
            alternatives: reports.alternatives.map(({ check, idx, because }) => ({ check, idx, because: discretion.text(because) })),
            message: tell(reports.message),
          },
    checks: checks.map(({ check, outcome, certainty, idx, message, missing, reason }) => ({
      check,
      outcome,
      certainty,
      idx,
      message: tell(message),
      missing: missing.map(discretion.text),
      reason: reason === null ? null : { code: reason.code, sentence: discretion.explain(reason) },
    })),
  };
}

function writeFinding({ finding, fixes }: FindingReport): object {
  const { code, severity, message, title, detail, gatewayText, nextSteps, start, end, line, column, policy, certainty, from } = finding;
  return {
    code,
    severity,
    message,
    title,
    detail,
    gatewayText,
    nextSteps,
    start,
    end,
    line,
    column,
    policy,
    certainty,
    from,
    fixes: fixes.map(writeFix),
  };
}

function writeFix({ title, code, variant, preferred, widens, certainty, after, command }: ListedFix): object {
  return { title, code, variant, preferred, widens, certainty, after, command };
}

/** The output lands in the logs of pipelines: of the claims only those that may be shown anywhere, and those that a policy compares. */
function writeToken(token: DecodedToken | TokenProblem, compared: readonly (string | null)[]): object {
  const { kind, cleaned, header, claims, problem, texts } = token;
  const shown = new Set<string | null>([...shownClaims, ...compared]);
  const some = Object.fromEntries(Object.entries(claims).filter(([name]) => shown.has(name)));
  const claimsOnly = token.status === 'decoded' && token.claimsOnly === true;
  return { kind, claimsOnly, cleaned, header: keepNumbers(header, texts?.header), claims: keepNumbers(some, texts?.claims), problem };
}
