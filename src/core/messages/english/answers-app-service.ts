import type { appServiceAnswers } from '../../knowledge/app-service-answers.js';
import type { AnswerSentences } from '../answer-sentences.js';

/** What the answers of App Service, Functions and of what stands in front of the gateway mean. */
export const appServiceAnswerSentences: Readonly<Record<keyof typeof appServiceAnswers, AnswerSentences>> = {
  'app-service-challenge': {
    says: 'The challenge is that of App Service authentication: the gateway passed the call on, and the app found no token that it accepts. resource_id is the audience that it expects.',
    cures: [
      'Send the app a token whose aud is the resource_id of the challenge, or add the audience to its allowed token audiences.',
      "With the caller's token: the Authorization header must reach the app, and its issuer must be that of the app's setting.",
      'With a token of the gateway: authentication-managed-identity resource="{resource_id}" after the token policy.',
    ],
  },
  'app-service-realm': {
    says: 'The realm is the host of an app: App Service authentication answered, behind the gateway, and found no token that it accepts.',
    cures: [
      "Pass the Authorization header on, and compare the token's iss and aud with the issuer and the allowed token audiences of the app's authentication.",
      'Or give the gateway a token of its own for it: authentication-managed-identity after the token policy.',
    ],
  },
  'app-service-page': {
    says: 'App Service on Windows writes this page for a call without a usable token (401), and for one whose client or identity is not allowed (403). The gateway passed the call on.',
    cures: [
      "Compare the token's iss and aud with the issuer and the allowed token audiences of the app's authentication.",
      'With 403: add the caller to "Allow requests from specific client applications"; after authentication-managed-identity that is the identity of the gateway.',
    ],
  },
  'app-service-issuer': {
    says: "App Service authentication expects a different issuer; its text has both, 'Expected' and 'Token'.",
    cures: [
      "Set the issuer URL of the app's authentication to the issuer after 'Token' in the text.",
      'For External ID and version 2.0 tokens that address ends in /v2.0.',
    ],
  },
  'app-service-audience': {
    says: 'App Service authentication expects a different audience; its text has both.',
    cures: ["Add the token's aud to the allowed token audiences of the app's authentication.", 'Or ask for a token of that app.'],
  },
  'app-service-validation': {
    says: "App Service authentication writes 'JWT validation failed' in lower case; the gateway writes 'JWT Validation Failed'.",
    cures: [
      "Compare the token's iss and aud with the issuer and the allowed token audiences of the app's authentication.",
      'Look at BackendResponseCode in the log of the gateway: a 401 there proves it.',
    ],
  },
  'app-service-module': {
    says: "The answer went through the authentication module of App Service, which runs before the app's own code.",
    cures: ["Look at the app's authentication settings: issuer, allowed token audiences, allowed client applications and identities."],
  },
  'functions-key': {
    says: "The host of Azure Functions refused the call before the function ran: its key is missing or wrong, which has nothing to do with the caller's token.",
    cures: [
      'Send the function key in the header x-functions-key (set-header with a named value), or set the auth level of the function to anonymous.',
      'MCP endpoints of the Functions host want its system key, whatever the function says.',
    ],
  },
  'static-web-apps': {
    says: 'The text is of the API behind a Static Web App: it takes only tokens that the app of the same address issued.',
    cures: [
      'Call it at the address for which the token was issued: a preview environment has another address, and so another issuer.',
      'Behind a gateway: pass the call on to the address of the app itself, without a header of another one.',
    ],
  },
  'iis-credentials': {
    says: 'IIS wrote this page: its own authentication (Windows, Basic) or the app behind it refused the call; the gateway passed it on.',
    cures: [
      'Look at the authentication settings of the site: anonymous access is off, or the app sets a 401 itself.',
      'If it requires Basic or a certificate: use authentication-basic or authentication-certificate in the policy.',
    ],
  },
  'application-gateway': {
    says: 'The answer came through Application Gateway. A 403 may be from its firewall, a 401 from its own JWT validation; both run before API Management.',
    cures: [
      'Look at the access and firewall logs of Application Gateway, and whether the log of the gateway has the request at all.',
      'For its JWT validation: check issuer, tenant and audiences there.',
    ],
  },
};
