import type { Provider } from './provider.js';

const discovery = '{iss}/.well-known/openid-configuration';
const duende = 'https://docs.duendesoftware.com/identityserver/reference/options';
const github =
  'https://docs.github.com/actions/security-for-github-actions/security-hardening-your-deployments/about-security-hardening-with-openid-connect';
const kubernetes = 'https://kubernetes.io/docs/tasks/configure-pod-container/configure-service-account';
const ping = 'https://docs.pingidentity.com: Defining the access token attribute contract';

/** Issuers that people run themselves, and workloads that carry tokens of their platform. */
export const selfRunProviders: readonly Provider[] = [
  {
    name: 'github-actions',
    title: 'GitHub Actions',
    issuer: {
      value: {
        form: 'https://token.actions.githubusercontent.com',
        pattern: /^https:\/\/token\.actions\.githubusercontent\.com(?:\/[\w-]+)?$/i,
      },
      certainty: 'documented',
      source: github,
    },
    document: { value: discovery, certainty: 'observed', source: 'asked in public workflows' },
    clientClaims: { value: [], certainty: 'documented', source: github },
    askAudience: {
      certainty: 'documented',
      source: github,
    },
    noAudience: null,
    scopes: { value: null, certainty: 'documented', source: github },
    roles: { value: [], certainty: 'documented', source: github },
    opaque: [],
    marks: [{ claims: { repository: null, job_workflow_ref: null } }],
  },
  {
    name: 'aks',
    title: 'Azure Kubernetes Service',
    issuer: {
      value: {
        form: 'https://{region}.oic.prod-aks.azure.com/{tenant id}/{id}/',
        pattern: /^https:\/\/[a-z0-9-]+\.oic\.prod-aks\.azure\.com\/[0-9a-f-]{36}\/[0-9a-f-]{36}\/$/i,
      },
      certainty: 'observed',
      source: 'az aks show --query oidcIssuerProfile.issuerUrl',
    },
    document: { value: discovery, certainty: 'inferred', source: 'the address follows from OpenID Connect Discovery' },
    clientClaims: { value: [], certainty: 'documented', source: kubernetes },
    askAudience: {
      certainty: 'documented',
      source: kubernetes,
    },
    noAudience: null,
    scopes: { value: null, certainty: 'documented', source: kubernetes },
    roles: { value: [], certainty: 'documented', source: kubernetes },
    opaque: [],
    marks: [],
  },
  {
    name: 'kubernetes',
    title: 'Kubernetes',
    issuer: {
      value: {
        form: 'https://kubernetes.default.svc.cluster.local',
        pattern:
          /^https:\/\/(?:kubernetes\.default\.svc(?:\.[a-z0-9.-]+)?|oidc\.eks\.[a-z0-9-]+\.amazonaws\.com\/id\/\w+|container\.googleapis\.com\/v1\/projects\/[^\s]+)$/i,
      },
      certainty: 'documented',
      source: kubernetes,
    },
    document: {
      value: null,
      certainty: 'inferred',
      source: 'the default issuer is an address inside the cluster, which no gateway reaches',
    },
    clientClaims: { value: [], certainty: 'documented', source: kubernetes },
    askAudience: { certainty: 'documented', source: kubernetes },
    noAudience: null,
    scopes: { value: null, certainty: 'documented', source: kubernetes },
    roles: { value: [], certainty: 'documented', source: kubernetes },
    opaque: [],
    marks: [{ claims: { 'kubernetes.io': null } }, { claims: { sub: /^system:serviceaccount:/ } }],
  },
  {
    name: 'duende',
    title: 'Duende IdentityServer',
    issuer: {
      value: { form: 'the base address of the server, in lower case', pattern: null },
      certainty: 'documented',
      source: duende,
    },
    document: { value: discovery, certainty: 'documented', source: duende },
    clientClaims: { value: ['client_id'], certainty: 'inferred', source: 'seen in decoded tokens' },
    askAudience: {
      certainty: 'documented',
      source: 'https://docs.duendesoftware.com: API Resources',
    },
    noAudience: {
      value: 'duende',
      certainty: 'documented',
      source: 'https://docs.duendesoftware.com: API Resources',
    },
    scopes: { value: { claim: 'scope', form: 'list' }, certainty: 'documented', source: duende },
    roles: { value: [{ claim: 'role', form: 'list' }], certainty: 'inferred', source: 'the name that the server gives by default' },
    opaque: [],
    marks: [{ claims: { client_id: null, idp: /^local$/ } }],
  },
  {
    name: 'ping-federate',
    title: 'PingFederate',
    issuer: { value: { form: 'as configured; it may be left out', pattern: null }, certainty: 'documented', source: ping },
    document: {
      value: 'https://{host}/.well-known/openid-configuration',
      certainty: 'inferred',
      source: 'the address follows from OpenID Connect Discovery',
    },
    clientClaims: { value: ['client_id'], certainty: 'inferred', source: 'as the contract of the token manager says' },
    askAudience: {
      certainty: 'documented',
      source: ping,
    },
    noAudience: {
      value: 'ping-federate',
      certainty: 'documented',
      source: ping,
    },
    scopes: { value: { claim: 'scope', form: 'text' }, certainty: 'inferred', source: 'as configured' },
    roles: { value: [], certainty: 'inferred', source: 'as configured' },
    opaque: [],
    marks: [{ header: { 'pi.atm': null } }],
  },
  {
    name: 'hydra',
    title: 'ORY Hydra',
    issuer: { value: { form: 'as configured, often with a slash at the end', pattern: null }, certainty: 'inferred', source: 'samples' },
    document: { value: discovery, certainty: 'inferred', source: 'the address follows from OpenID Connect Discovery' },
    clientClaims: { value: ['client_id'], certainty: 'observed', source: 'samples' },
    askAudience: {
      certainty: 'documented',
      source: 'https://www.ory.sh/docs/hydra/guides/audiences',
    },
    noAudience: null,
    scopes: { value: { claim: 'scp', form: 'list' }, certainty: 'inferred', source: 'samples' },
    roles: { value: [{ claim: 'ext', form: 'object' }], certainty: 'inferred', source: 'samples' },
    opaque: [],
    marks: [{ claims: { client_id: null, ext: null } }],
  },
];

/** An issuer that nobody has described: what holds for all of them. */
export const ownProvider: Provider = {
  name: 'own',
  title: 'the issuer',
  issuer: { value: { form: 'as its owner set it', pattern: null }, certainty: 'inferred', source: 'no issuer that is known here' },
  document: { value: discovery, certainty: 'inferred', source: 'https://openid.net/specs/openid-connect-discovery-1_0.html' },
  clientClaims: {
    value: ['azp', 'client_id', 'cid', 'appid'],
    certainty: 'inferred',
    source: 'https://www.rfc-editor.org/rfc/rfc9068 and the names that others use',
  },
  askAudience: {
    certainty: 'inferred',
    source: 'https://www.rfc-editor.org/rfc/rfc8707',
  },
  noAudience: null,
  scopes: { value: { claim: 'scope', form: 'text' }, certainty: 'inferred', source: 'https://www.rfc-editor.org/rfc/rfc9068' },
  roles: {
    value: [
      { claim: 'roles', form: 'list' },
      { claim: 'groups', form: 'list' },
    ],
    certainty: 'inferred',
    source: 'https://www.rfc-editor.org/rfc/rfc9068',
  },
  opaque: [],
  marks: [],
};
