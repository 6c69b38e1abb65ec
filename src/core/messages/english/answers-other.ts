import type { otherAnswers } from '../../knowledge/other-answers.js';
import type { AnswerSentences } from '../answer-sentences.js';

const compare = "To confirm: in the gateway's log both responseCode and backendResponseCode are 401.";

/** What the answers of Python's frameworks, of web servers, of Kubernetes and of public APIs mean. */
export const otherAnswerSentences: Readonly<Record<keyof typeof otherAnswers, AnswerSentences>> = {
  'python-no-token': {
    says: 'The backend got no Authorization header: the gateway passed the call on without it.',
    cures: [
      'Pass the Authorization header on to the backend: look for set-header or authentication policies that remove or replace it.',
      compare,
    ],
  },
  'python-token': {
    says: 'The gateway let the token pass; the backend refuses it.',
    cures: ["Compare the token's issuer, audience, key and lifetime with the backend's own validation.", compare],
  },
  kubernetes: {
    says: 'The API server of a cluster refuses the credential.',
    cures: ['Send a token of the cluster, or one of the OpenID Connect issuer that the API server is set up for.', compare],
  },
  nginx: {
    says: 'A web server between the gateway and the backend requires its own credentials.',
    cures: [
      'Look at auth_basic, auth_request or auth_jwt of that server; authentication-basic in the policy sends a user name and password.',
      compare,
    ],
  },
  'azure-devops': {
    says: 'The token may be valid, but its user or service principal has no access there.',
    cures: [
      'Add the user or service principal to the organization and the project; tokens are for 499b84ac-1321-427f-aa17-267ca6975798.',
      compare,
    ],
  },
  okta: {
    says: "Okta's own API refuses the token; it requires an API token (SSWS) or a token of its own authorization server.",
    cures: ['Send a token that is for the API of the Okta organization.', compare],
  },
  github: {
    says: 'GitHub refuses the credential.',
    cures: ['Set a valid GitHub token in the Authorization header of the call to the backend.', compare],
  },
  google: {
    says: 'The credential is not a Google access token.',
    cures: ["Get a Google access token for the call to the backend, instead of the caller's token.", compare],
  },
  openai: {
    says: 'This is not an OpenAI key: OpenAI uses other keys than Azure OpenAI.',
    cures: ['Send an OpenAI key as a bearer token, or point the backend at Azure OpenAI.', compare],
  },
};
