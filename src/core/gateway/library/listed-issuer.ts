import { tenantTemplate } from '../../knowledge/clouds.js';
import { findDocumentedIssuer } from '../../microsoft/write-address.js';
import { nameUrl } from '../../metadata/fill-address.js';
import { findConfigurationOnce } from '../../metadata/key-ring.js';
import type { Certainty } from '../../certainty.js';
import type { Disagreement } from '../../messages/english/gateway-engines.js';
import type { PolicyValue } from '../../policy/value.js';
import { readTextClaim, type CheckContext, type ReadToken } from '../check-context.js';
import { answerBy, type Answer, type Code } from './answers.js';
import { fixedText, issuerText } from './texts.js';
import { judgeAnswers, pass, uncertain, unresolved, type Checked } from '../outcome.js';
import type { Reason } from '../reason.js';

/** What a validate-jwt accepts as issuer. */
interface AcceptedIssuers {
  /** From `issuers`. */
  readonly listed: readonly string[];
  /** From the documents, or documented for their address. */
  readonly published: readonly string[];
  /** Those of both that hold `{tenantid}`. */
  readonly templates: readonly string[];
  readonly missing: readonly string[];
  readonly absent: readonly string[];
  readonly unreadable: readonly string[];
  /** `documented` where a document's place was taken by what is documented. */
  readonly certainty: Certainty;
}

/** validate-jwt: the issuer is one of those listed or published, compared exactly. */
export function checkListedIssuer(context: CheckContext, token: ReadToken): Checked {
  const { policy } = context;
  if (policy.issuers.length === 0 && policy.openidConfigs.length === 0) {
    return pass('issuer', { reason: { code: 'issuer-not-checked', values: {} } });
  }
  const issuer = readTextClaim(token.claims, 'iss');
  const value = token.claims['iss'];
  if (typeof value === 'number' || typeof value === 'boolean') return judgeWritten(context, value);
  if (issuer === null || issuer.trim() === '') {
    return refuseIssuer(context, 'IDX10211', { code: 'issuer-missing', values: {} }, fixedText('IDX10211'), 'library');
  }
  const accepted = collectIssuers(context);
  const { listed, published, missing, absent, unreadable, certainty } = accepted;
  if (listed.includes(issuer)) return pass('issuer');
  const templates = accepted.templates.filter(template => fitsTemplate(template, issuer));
  if (published.includes(issuer)) {
    if (policy.issuers.length === 0) return pass('issuer', { certainty });
    return uncertain('issuer', {
      certainty: 'observed',
      idx: 'IDX10205',
      reason: { code: 'issuer-only-in-document', values: { issuer, listed: policy.issuers.map(value => value.value) } },
    });
  }
  if (absent.length > 0 || missing.length > 0) return judgeOpen(absent, missing);
  if (templates.length > 0) {
    return uncertain('issuer', {
      certainty: 'observed',
      idx: 'IDX10205',
      reason: { code: 'issuer-template', values: { issuer, templates } },
    });
  }
  if (unreadable.length > 0) {
    return unresolved('issuer', unreadable, {
      idx: 'IDX10205',
      reason: { code: 'document-unreadable', values: { addresses: unreadable } },
    });
  }
  const all = [
    ...listed,
    ...published,
    ...accepted.templates.filter(template => !listed.includes(template) && !published.includes(template)),
  ];
  return refuseIssuer(
    context,
    'IDX10205',
    { code: 'issuer-not-accepted', values: { issuer, accepted: all } },
    issuerText(issuer, all),
    certainty,
  );
}

/** Generation 5 writes such an issuer as text; the others have refused the token before. */
function judgeWritten(context: CheckContext, value: number | boolean): Checked {
  const { listed, published } = collectIssuers(context);
  const text = String(value);
  const capital = text.slice(0, 1).toUpperCase() + text.slice(1);
  const compare = (written: string): Answer => ([...listed, ...published].includes(written) ? 'accepts' : 'IDX10205');
  const answers = answerBy({ all: 'IDX10205', '5-jwt': compare(capital), '5-jst': compare(text) });
  const reason: Reason = { code: 'issuer-not-accepted', values: { issuer: text, accepted: [...listed, ...published] } };
  const explain = (values: Disagreement): Reason => ({ code: 'issuer-differs', values });
  return judgeAnswers('issuer', context.engines, answers, { reason, message: null, explain }) ?? pass('issuer', {}, answers);
}

function judgeOpen(absent: readonly string[], missing: readonly string[]): Checked {
  const reason: Reason =
    absent.length > 0
      ? { code: 'issuer-documents-missing', values: { addresses: absent } }
      : { code: 'value-unknown', values: { what: 'issuer', missing } };
  return unresolved('issuer', [...absent, ...missing], { idx: 'IDX10205', reason });
}

function refuseIssuer(context: CheckContext, idx: Code, reason: Reason, message: string | null, certainty: Certainty): Checked {
  const judged = judgeAnswers('issuer', context.engines, () => idx, { reason, message, explain: () => reason });
  return judged === null ? pass('issuer') : { ...judged, result: { ...judged.result, certainty } };
}

function collectIssuers(context: CheckContext): AcceptedIssuers {
  const listed: string[] = [];
  const published: string[] = [];
  const templates: string[] = [];
  const missing: string[] = [];
  const absent: string[] = [];
  const unreadable: string[] = [];
  let certainty: Certainty = 'library';
  for (const value of context.policy.issuers) {
    const known = isTemplate(value) ? { known: true as const, text: value.value } : context.know(value);
    if (!known.known) missing.push(...known.missing);
    else (known.text.includes(tenantTemplate) ? templates : listed).push(known.text);
  }
  for (const url of context.policy.openidConfigs) {
    const known = context.know(url);
    if (!known.known) {
      missing.push(...known.missing);
      continue;
    }
    const configuration = findConfigurationOnce(context.memory.keyRing, context.facts.metadata, known.text);
    const documented = configuration === undefined ? findDocumentedIssuer(known.text) : null;
    const issuer = configuration?.issuer ?? documented;
    if (documented !== null) certainty = 'documented';
    if (issuer !== null) (issuer.includes(tenantTemplate) ? templates : published).push(issuer);
    else if (configuration === undefined) absent.push(nameUrl(url, context.facts, known.text));
    else unreadable.push(known.text);
  }
  return { listed, published, templates, missing: [...new Set(missing)], absent, unreadable, certainty };
}

/** `{tenantid}` in an issuer is a template of Microsoft's, not a placeholder that somebody has to fill in. */
function isTemplate(value: PolicyValue): boolean {
  const open = value.parts.filter(part => part.kind !== 'literal');
  return open.length > 0 && open.every(part => part.kind === 'placeholder' && part.text === tenantTemplate);
}

/** Whether the issuer is the template with some tenant in it. */
function fitsTemplate(template: string, issuer: string): boolean {
  const at = template.indexOf(tenantTemplate);
  const before = template.slice(0, at);
  const after = template.slice(at + tenantTemplate.length);
  const tenant = issuer.slice(before.length, issuer.length - after.length);
  return issuer.startsWith(before) && issuer.endsWith(after) && tenant !== '' && !tenant.includes('/');
}
