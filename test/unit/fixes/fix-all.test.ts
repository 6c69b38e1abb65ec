import { describe, expect, it } from 'vitest';
import { diagnose, fixAll, judgeText } from '../../../src/core/index.js';
import { neutralChoice } from '../../../src/core/fixes/together/fix-choice.js';

const facts = { now: 0, metadata: {} };

describe('fixes that are applied together', () => {
  it('do not give two misspelt attributes of one tag the same name', async () => {
    const id = '11111111-2222-3333-4444-555555555555';
    const text = `<policies><inbound><validate-azure-ad-token tenantId="${id}" tenantid="${id}"><audiences><audience>a</audience></audiences></validate-azure-ad-token></inbound></policies>`;
    const fixed = await fixAll(await judgeText(text, facts), neutralChoice);
    expect(fixed.text.match(/tenant-id=/g)).toHaveLength(1);
    expect((await diagnose(fixed.text, facts)).map(({ code }) => code)).not.toContain('policy-not-well-formed');
  });
});
