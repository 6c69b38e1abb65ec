// By which texts one knows App Service, Functions and what may stand in front of the gateway.
// Sources: recorded answers and public samples ("observed"), Microsoft's pages on App Service authentication and Application Gateway ("documented").

export const appServiceAnswers = {
  'app-service-challenge': {
    who: 'backend',
    service: 'App Service authentication',
    certainty: 'observed',
    texts: ['resource_id='],
    with: ['authorization_uri=', 'realm='],
  },
  'app-service-realm': {
    who: 'backend',
    service: 'App Service authentication',
    certainty: 'observed',
    texts: ['Bearer realm=….azurewebsites.net', 'Bearer realm=….azurewebsites.us', 'Bearer realm=….chinacloudsites.cn'],
    without: ['resource_id='],
    rank: 'general',
  },
  'app-service-page': {
    who: 'backend',
    service: 'App Service authentication',
    certainty: 'observed',
    texts: ['You do not have permission to view this directory or page.'],
    without: ['resource_id=', 'Bearer realm=', 'using the credentials that you supplied'],
    rank: 'general',
  },
  'app-service-issuer': {
    who: 'backend',
    service: 'App Service authentication',
    certainty: 'observed',
    texts: ['Issuer validation failure - Expected'],
  },
  'app-service-audience': {
    who: 'backend',
    service: 'App Service authentication',
    certainty: 'observed',
    texts: ['Audience validation failure - Expected'],
  },
  'app-service-validation': {
    who: 'backend',
    service: 'App Service authentication',
    certainty: 'inferred',
    exact: ['JWT validation failed:'],
    rank: 'general',
  },
  'app-service-module': {
    who: 'backend',
    service: 'App Service authentication',
    certainty: 'inferred',
    texts: ['x-ms-middleware-request-id', 'EasyAuthModule'],
    rank: 'weak',
  },
  'functions-key': {
    who: 'backend',
    service: 'Azure Functions',
    certainty: 'observed',
    texts: ['AuthenticationScheme: WebJobsAuthLevel was', 'WebJobsAuthLevel was forbidden', 'WebJobsAuthLevel was challenged'],
  },
  'static-web-apps': {
    who: 'backend',
    service: 'the API of an Azure Static Web App',
    certainty: 'observed',
    texts: ['.azurestaticapps.net/.auth'],
    with: ['issuer'],
  },
  'iis-credentials': {
    who: 'backend',
    service: 'IIS',
    certainty: 'observed',
    texts: [
      'You do not have permission to view this directory or page using the credentials that you supplied',
      '401 - Unauthorized: Access is denied due to invalid credentials',
    ],
  },
  'application-gateway': {
    who: 'in-front',
    service: 'Application Gateway',
    certainty: 'inferred',
    texts: ['Microsoft-Azure-Application-Gateway'],
    rank: 'weak',
  },
} as const;
