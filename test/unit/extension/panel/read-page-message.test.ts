import { describe, expect, it } from 'vitest';
import { readPageMessage } from '../../../../src/extension/panel/read-page-message.js';

const place = { start: 1, end: 2, line: 1 };

describe('what the page sends', () => {
  it.each([
    { type: 'ready', shown: null },
    { type: 'ready', shown: 4 },
    { type: 'run', version: 1, action: 'clear-token' },
    { type: 'go-to', version: 1, place, fixes: true },
    { type: 'open-source', version: 1, address: 'https://a.test' },
    { type: 'copy', version: 1, what: { kind: 'step', finding: 0, step: 2 } },
    { type: 'copy', version: 1, what: { kind: 'explained-step', explanation: 1, step: 0 } },
    { type: 'copy', version: 1, what: { kind: 'difference', side: 'found' } },
    { type: 'copy', version: 1, what: { kind: 'member', part: 'claims', name: 'aud' } },
    { type: 'copy', version: 1, what: { kind: 'member', part: 'header', name: null } },
    { type: 'copy', version: 1, what: { kind: 'report' } },
    { type: 'fix', version: 1, fix: 0 },
    { type: 'use-token', version: 1, token: 4 },
    { type: 'compare', version: 1, token: null },
    { type: 'show-of-token', version: 1, personal: true, json: false, filter: 'aud' },
    { type: 'go-to-station', version: 1, station: 3 },
    { type: 'choose-path', version: 1, path: 0 },
  ])('is read as it is: %j', message => {
    expect(readPageMessage(message)).toEqual(message);
  });

  it.each([
    null,
    undefined,
    'ready',
    {},
    { type: 'other', version: 1 },
    { type: 'run', version: 1, action: 'workbench.action.quit' },
    { type: 'run', action: 'clear-token' },
    { type: 'go-to', version: 1, place: { start: -1, end: 2, line: 1 }, fixes: false },
    { type: 'go-to', version: 1, place: { start: 0.5, end: 2, line: 1 }, fixes: false },
    { type: 'go-to', version: 1, place: null, fixes: false },
    { type: 'open-source', version: 1, address: 5 },
    { type: 'copy', version: 1, what: { kind: 'step', finding: -1, step: 0 } },
    { type: 'copy', version: 1, what: { kind: 'explained-step', explanation: 0, step: -1 } },
    { type: 'copy', version: 1, what: { kind: 'explained-step', finding: 0, step: 0 } },
    { type: 'copy', version: 1, what: { kind: 'step', finding: 0, step: '0' } },
    { type: 'copy', what: { kind: 'step', finding: 0, step: 0 } },
    { type: 'copy', version: 1, what: { kind: 'text', text: 'rm' } },
    { type: 'copy', version: 1, what: { kind: 'member', part: 'signature', name: null } },
    { type: 'fix', version: 1, fix: '0' },
    { type: 'use-token', version: 1, token: null },
    { type: 'show-of-token', version: 1, personal: true, json: false, filter: 'a'.repeat(201) },
    { type: 'go-to-station', version: 1, station: -1 },
    { type: 'choose-path', version: 1, path: '0' },
  ])('is refused where it is none of the messages: %j', message => {
    expect(readPageMessage(message)).toBeNull();
  });

  it('loses what does not belong to it', () => {
    expect(readPageMessage({ type: 'run', version: 1, action: 'clear-token', more: 1 })).toEqual({
      type: 'run',
      version: 1,
      action: 'clear-token',
    });
    expect(readPageMessage({ type: 'copy', version: 1, what: { kind: 'step', finding: 0, step: 0, text: 'rm' } })).toEqual({
      type: 'copy',
      version: 1,
      what: { kind: 'step', finding: 0, step: 0 },
    });
    expect(readPageMessage({ type: 'go-to', version: 1, place: { ...place, uri: 'file:///etc' }, fixes: 'yes' })).toEqual({
      type: 'go-to',
      version: 1,
      place,
      fixes: false,
    });
  });
});
