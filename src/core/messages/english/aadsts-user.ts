import type { AnswerSentences } from '../answer-sentences.js';

/** The codes of a token request that are about the person who signs in. The first cure also stands in the first line. */
export const aadstsUserSentences = {
  'account-elsewhere': {
    says: 'The account is not in the tenant of the request.',
    cures: [
      'Sign in with an account of that tenant, or invite this one as a guest.',
      'Or ask at the tenant of the account, if the app is multi-tenant.',
    ],
  },
  'nobody-signed-in': {
    says: 'A token was requested silently, but nobody is signed in.',
    cures: ['Sign in interactively first; a browser that blocks third-party cookies has the same effect.'],
  },
  'second-factor-for-api': {
    says: 'Conditional Access requires a second factor for this API.',
    cures: ['Ask interactively for a token for this API.', 'A middle tier must pass the claims challenge back to the client.'],
  },
  'second-factor': {
    says: 'A second factor is needed: not passed, expired or not set up.',
    cures: ['Sign in interactively and complete it; password flows cannot.'],
  },
  'code-used': {
    says: 'The code or the flow has expired, or the code was redeemed already.',
    cures: ['Start a new sign-in; a page that loads twice redeems the code twice.'],
  },
  'password-wrong': {
    says: 'User name or password is wrong.',
    cures: ['Check both. Accounts with a second factor or another identity provider cannot use the password flow.'],
  },
  'access-forbidden': {
    says: "Conditional Access or the tenant's security defaults block the token.",
    cures: [
      "Ask an administrator: the sign-in log names the rule by the text's correlation id.",
      'A pipeline cannot meet a rule about devices: use a service principal or managed identity.',
    ],
  },
  'refresh-token-over': {
    says: 'The refresh token was revoked, was idle for too long, or has expired (for single-page apps after 24 hours).',
    cures: ['Sign in again.'],
  },
  'cross-tenant': {
    says: 'The kind of account, or a cross-tenant access rule, does not allow it.',
    cures: ['Ask an administrator of the tenant that the text names: cross-tenant access settings.'],
  },
  'consent-declined': {
    says: 'The user declined consent.',
    cures: ['Ask again and accept, or have an administrator consent.'],
  },
} satisfies Readonly<Record<string, AnswerSentences>>;
