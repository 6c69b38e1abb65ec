import {
  createSampleTenant,
  decodeToken,
  diagnose,
  explainError,
  explainReason,
  fixAll,
  isToken,
  judge,
  judgeText,
  listFixGroups,
  listRewrites,
  makeFixes,
  neededDocuments,
  offerForError,
  pathOf,
  predictDocument,
  readPolicies,
  sniffPolicy,
  viewToken,
} from '../core/index.js';
import { complete } from '../core/language/complete.js';
import { foldings } from '../core/language/foldings.js';
import { hover } from '../core/language/hover.js';
import { outline } from '../core/language/outline.js';
import { findReference } from '../core/language/reference-at.js';
import type { Judgement } from './judgement.js';

/** The ids that stand in the sample policies. All of them are made up. */
const sampleIds = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};

/** The core, as the server asks it. */
export const coreJudgement: Judgement = {
  mayHoldPolicy: sniffPolicy,
  readPolicies,
  diagnose,
  fixInDocument: async (document, finding, facts) => makeFixes(await judge(pathOf(document), facts), finding),
  offerRewritesAt: async (text, offset, facts) => {
    const { policies } = await judgeText(text, facts);
    const there = policies.find(({ policy: { start, end } }) => start <= offset && offset <= end);
    return there === undefined ? [] : listRewrites(there);
  },
  offerForError: async (text, explanation, facts) => offerForError(await judgeText(text, facts), explanation),
  listFixGroups: async (document, findings, facts, options) => listFixGroups(await judge(pathOf(document), facts), findings, options),
  fixAll: async (text, choice, facts, options) => fixAll(await judgeText(text, facts), choice, options),
  predictDocument,
  explainCheck: ({ reason }) => (reason === null ? null : explainReason(reason)),
  neededDocuments,
  decodeToken,
  isToken,
  viewToken,
  explainError,
  hover,
  complete,
  outline,
  foldings,
  findReference,
  mintSample: async (sample, now) => {
    const tenant = await createSampleTenant(sampleIds);
    const credential = await tenant.mint(sample, now);
    return { token: decodeToken(credential.reveal()), metadata: tenant.metadata };
  },
};
