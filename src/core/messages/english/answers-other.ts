import type { otherAnswers } from '../../knowledge/other-answers.js';
import type { AnswerSentences } from '../answer-sentences.js';

const compare = "In the gateway's log both responseCode and backendResponseCode are 401 then.";

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
    says: 'The API server of a cluster refuses the credential that came to it.',
    cures: ['Send a token of the cluster, or one of the OpenID Connect issuer that the API server is set up for.', compare],
  },
  nginx: {
    says: 'A web server between the gateway and the backend wants credentials of its own.',
    cures: [
      'Look at auth_basic, auth_request or auth_jwt of that server; authentication-basic in the policy sends a name and a password.',
      compare,
    ],
  },
  'azure-devops': {
    says: 'The token may be good; its user or service principal is not allowed there.',
    cures: [
      'Add the user or service principal to the organization and the project; tokens are for 499b84ac-1321-427f-aa17-267ca6975798.',
      compare,
    ],
  },
  okta: {
    says: "Okta's own API refuses the token; it wants its API token (SSWS) or a token of its own authorization server.",
    cures: ['Send a token that is for the API of the Okta organization.', compare],
  },
  github: {
    says: 'GitHub refuses the credential that came to it.',
    cures: ['Set a valid token of GitHub in the Authorization header of the call to the backend.', compare],
  },
  google: {
    says: 'The credential that came there is no access token of Google.',
    cures: ["Get an access token of Google for the call to the backend, in the place of the caller's token.", compare],
  },
  openai: {
    says: 'The key is none of OpenAI: its API takes other keys than Azure OpenAI.',
    cures: ['Send a key of OpenAI as a bearer token, or point the backend at Azure OpenAI.', compare],
  },
};
