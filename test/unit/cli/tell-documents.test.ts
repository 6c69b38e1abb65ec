import { describe, expect, it } from 'vitest';
import { checkFile } from '../../../src/cli/check-file.js';
import { readCheckOptions } from '../../../src/cli/check-options.js';
import { findFormat, formatNames } from '../../../src/cli/formats/registry.js';
import { englishCli } from '../../../src/cli/sentences/english/index.js';
import { plainLook } from '../../../src/cli/report.js';
import { tellDocuments } from '../../../src/cli/tell-documents.js';
import { decodeToken, ValueBook } from '../../../src/core/index.js';
import { writeTestToken } from '../token/test-token.js';

const text =
  '<policies><inbound><validate-jwt header-name="X"><audiences><audience>a</audience></audiences></validate-jwt></inbound></policies>';
const inHost = `resource "azurerm_api_management_api_policy" "p" {\n  xml_content = <<EOT\n${text}\nEOT\n}\n`;

describe.each(formatNames)('what the format %s says of a document', name => {
  it.each([
    ['policy.xml', text],
    ['main.tf', inHost],
  ])('is kept as plain data: %s', async (path, content) => {
    const options = readCheckOptions([path, '--format', name]);
    const book = new ValueBook();
    const values = { bookFor: () => book, setsOf: () => [], setsLeftOut: () => [] };
    const token = decodeToken(writeTestToken({ alg: 'RS256' }, { iss: 'https://idp.example/' }));
    const wanted = { options, values, folders: [], configs: { configOf: () => null }, tally: { add: () => undefined } };
    const reports = await checkFile({ path, isFound: false, argument: path }, content, { now: 1_798_000_000, metadata: {}, token }, wanted);
    const tellers = { formats: [{ format: findFormat(name), look: plainLook }], failOn: 'error', quiet: false } as const;
    const kept = tellDocuments(reports, tellers, englishCli);
    expect(kept).toHaveLength(1);
    // What cannot be copied so would not come from another thread, either; what holds more comes without it.
    expect(structuredClone(kept)).toEqual(kept);
    expect(JSON.stringify(kept)).not.toContain(text);
    expect(kept).toMatchObject([{ path, isPolicy: true, fails: true, shown: { error: 3 } }]);
  });
});
