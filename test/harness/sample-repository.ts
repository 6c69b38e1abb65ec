// A repository as companies have them: policies in every form that is read without being asked for, some of them wrong.
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { embeddings } from './embeddings.js';

const tenant = '11111111-2222-4333-8444-555555555555';

/** Of a made-up API. */
const policyOf = (element: string): string =>
  `<policies>\n  <inbound>\n    <base />\n    ${element}\n  </inbound>\n  <backend>\n    <base />\n  </backend>\n  <outbound>\n    <base />\n  </outbound>\n  <on-error>\n    <base />\n  </on-error>\n</policies>\n`;

const audiences = '<audiences>\n        <audience>5d3f0b5e-7f0a-4a6e-9a4c-2f8b7b1f6e21</audience>\n      </audiences>';
const elements = [
  `<validate-azure-ad-token tenant-id="${tenant}">\n      ${audiences}\n    </validate-azure-ad-token>`,
  `<validate-azure-ad-token tenant-id="{{tenant}}">\n      ${audiences}\n    </validate-azure-ad-token>`,
  `<set-header name="X-From" exists-action="override">\n      <value>@(context.Variables["from"] as string)</value>\n    </set-header>`,
  `<validate-jwt header-name="Authorization" require-scheme="Bearer">\n      <openid-config url="https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration" />\n      ${audiences}\n    </validate-jwt>`,
];
const wrong = `<validate-azure-ad-token tenant-id="contoso.ciamlogin.com">\n      ${audiences}\n    </validate-azure-ad-token>`;

const hosts = embeddings.filter(({ file }) => /\.(?:tf|bicep|json)$/.test(file));

/** What a sample repository holds. */
export interface SampleRepository {
  /** Its policies, by the files that hold one, relative to the folder. */
  readonly files: readonly string[];
  /** Those whose policy is wrong. */
  readonly wrong: readonly string[];
}

/** Writes a repository with so many policies into a folder: two of three in APIOps' folders, the others inside Terraform, Bicep and templates. Each tenth is wrong. */
export function writeSampleRepository(folder: string, count: number): SampleRepository {
  const files: string[] = [];
  const bad: string[] = [];
  const write = (name: string, text: string): void => {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write('README.md', '# Policies\n');
  write(
    'apim-artifacts/namedValues/tenant/namedValueInformation.json',
    JSON.stringify({ properties: { displayName: 'tenant', value: tenant } }),
  );
  for (let index = 0; index < count; index++) {
    const isWrong = index % 10 === 9;
    const text = policyOf(isWrong ? wrong : (elements[index % elements.length] ?? ''));
    const number = String(index).padStart(3, '0');
    const host = index % 3 === 2 ? hosts[index % hosts.length] : undefined;
    const hosted = host?.embed(text) ?? null;
    const name =
      host === undefined || hosted === null ? `apim-artifacts/apis/api-${number}/policy.xml` : `infra/${number}-${host.form}/${host.file}`;
    if (hosted === null)
      write(`apim-artifacts/apis/api-${number}/apiInformation.json`, JSON.stringify({ properties: { path: `api-${number}` } }));
    write(name, hosted ?? text);
    files.push(name);
    if (isWrong) bad.push(name);
  }
  return { files, wrong: bad };
}
