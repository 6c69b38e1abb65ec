import { describe, expect, it } from 'vitest';
import { judgePaths, readScopes, wordPath } from '../../../src/core/index.js';
import { factsFor, writePath, writeTable } from '../../harness/judged-folder.js';
import { readFolder } from '../../harness/read-folder.js';
import { englishCatalogue } from '../../../src/core/messages/english/index.js';

describe('the folders of the toolkit', () => {
  it('let a user of the right audience to what asks for no role', async () => {
    expect(await writeTable('apiops-toolkit', { aud: 'api://orders' })).toEqual([
      'health ping - [api-key anonymous]: 200',
      'health * - [api-key anonymous]: 200',
      'orders create-order partners [product-key]: 200',
      'orders create-order starter [product-key]: 200',
      'orders create-order - [api-key]: 200',
      'orders delete-order partners [product-key]: 401 claims, products/partners/policy.xml:4',
      'orders delete-order starter [product-key]: 200',
      'orders delete-order - [api-key]: 200',
      'orders get-order partners [product-key]: 401 claims, products/partners/policy.xml:4',
      'orders get-order starter [product-key]: 401 claims, policy fragments/admins-only/policy.xml:2',
      'orders get-order - [api-key]: 401 claims, policy fragments/admins-only/policy.xml:2',
      'orders * partners [product-key]: 401 claims, products/partners/policy.xml:4',
      'orders * starter [product-key]: 200',
      'orders * - [api-key]: 200',
      'stock items * shelf [product-key anonymous]: 401 claims, workspaces/stock/policy fragments/admins-only/policy.xml:2',
      'stock items * - [api-key]: 401 claims, workspaces/stock/policy fragments/admins-only/policy.xml:2',
    ]);
  });

  it('refuse another audience where the API is the first to look, and let a keeper to the stock', async () => {
    expect(await writeTable('apiops-toolkit', { aud: 'api://other', role: 'keeper', partner: 'yes' })).toEqual([
      'health ping - [api-key anonymous]: 200',
      'health * - [api-key anonymous]: 200',
      'orders create-order partners [product-key]: 200',
      'orders create-order starter [product-key]: 200',
      'orders create-order - [api-key]: 200',
      'orders delete-order partners [product-key]: 401 audience, apis/orders/policy.xml:4',
      'orders delete-order starter [product-key]: 401 audience, apis/orders/policy.xml:4',
      'orders delete-order - [api-key]: 401 audience, apis/orders/policy.xml:4',
      'orders get-order partners [product-key]: 401 audience, apis/orders/policy.xml:4',
      'orders get-order starter [product-key]: 401 audience, apis/orders/policy.xml:4',
      'orders get-order - [api-key]: 401 audience, apis/orders/policy.xml:4',
      'orders * partners [product-key]: 401 audience, apis/orders/policy.xml:4',
      'orders * starter [product-key]: 401 audience, apis/orders/policy.xml:4',
      'orders * - [api-key]: 401 audience, apis/orders/policy.xml:4',
      'stock items * shelf [product-key anonymous]: 200',
      'stock items * - [api-key]: 200',
    ]);
  });
});

describe('the folders of its successor', () => {
  it('have fragments in JSON, links in one file and a specification in YAML', async () => {
    expect(await writeTable('apiops-cli', { aud: 'api://orders', role: 'user' })).toEqual([
      'orders create-order starter [product-key]: 200',
      'orders create-order - [api-key]: 200',
      'orders delete-order starter [product-key]: 200',
      'orders delete-order - [api-key]: 200',
      'orders get-order starter [product-key]: 401 claims, policyFragments/admins-only/policyFragmentInformation.json:6',
      'orders get-order - [api-key]: 401 claims, policyFragments/admins-only/policyFragmentInformation.json:6',
      'orders * starter [product-key]: 200',
      'orders * - [api-key]: 200',
      'tools * starter [product-key]: 401 audience, apis/tools/policy.xml:4',
      'tools * - [api-key anonymous]: 401 audience, apis/tools/policy.xml:4',
    ]);
  });
});

describe('folders with other spellings', () => {
  it('say of a revision without a policy that it is not known', async () => {
    expect(await writeTable('other-spellings', { aud: 'api://orders', role: 'admin' })).toEqual([
      'orders create-order starter [product-key]: 200',
      'orders create-order - [api-key]: 200',
      'orders delete-order starter [product-key]: 200',
      'orders delete-order - [api-key]: 200',
      'orders get-order starter [product-key]: 200',
      'orders get-order - [api-key]: 200',
      'orders * starter [product-key]: 200',
      'orders * - [api-key]: 200',
      'orders;rev=2 get-order starter [product-key]: 200 as far as read',
      'orders;rev=2 get-order - [api-key]: 200 as far as read',
      'orders;rev=2 * starter [product-key]: 200 as far as read',
      'orders;rev=2 * - [api-key]: 200 as far as read',
    ]);
  });
});

describe('folders without a global policy', () => {
  it('promise nothing of what is not there, and refuse at the latest where they refuse', async () => {
    const scopes = readScopes(readFolder('without-global'));
    const judged = await judgePaths(scopes, { facts: await factsFor({ aud: 'api://other' }) });
    expect(judged.paths.map(writePath)).toEqual([
      'orders get-order starter [product-key perhaps-anonymous]: 401 audience at the latest, apis/orders/policy.xml:4',
      'orders get-order - [api-key perhaps-anonymous]: 401 audience at the latest, apis/orders/policy.xml:4',
      'orders * starter [product-key perhaps-anonymous]: 401 audience at the latest, apis/orders/policy.xml:4',
      'orders * - [api-key perhaps-anonymous]: 401 audience at the latest, apis/orders/policy.xml:4',
    ]);
    const [first] = judged.paths;
    expect(first?.verdict && wordPath(first.verdict, file => file, englishCatalogue).notRead).toBe(
      'Not read: include-fragment elsewhere (apis/orders/operations/get-order/policy.xml:3), the policy of product starter (apis/orders/policy.xml:3), the global policy (apis/orders/policy.xml:3). They can answer before.',
    );
  });
});
