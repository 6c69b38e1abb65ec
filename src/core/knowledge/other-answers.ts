// By which texts one knows backends that are neither Azure's nor built with the frameworks of framework-answers.ts: Python's frameworks, web
// servers, Kubernetes and public APIs. Sources: the frameworks' own code (FastAPI, Django REST framework, Simple JWT, Flask-JWT-Extended) and the
// APIs' public documentation and reports.

export const otherAnswers = {
  'python-no-token': {
    who: 'backend',
    service: 'Python (FastAPI, Django REST framework or Flask)',
    certainty: 'documented',
    texts: ['detail: Not authenticated', 'Authentication credentials were not provided.', 'msg: Missing Authorization Header'],
  },
  'python-token': {
    who: 'backend',
    service: 'Python (Django REST framework or Flask)',
    certainty: 'documented',
    texts: ['Given token not valid for any token type', 'msg: Signature verification failed', 'msg: Token has expired'],
  },
  kubernetes: {
    who: 'backend',
    service: 'Kubernetes',
    certainty: 'observed',
    texts: ['status: Failure, message: Unauthorized, reason: Unauthorized'],
  },
  nginx: {
    who: 'backend',
    service: 'nginx',
    certainty: 'documented',
    texts: ['<title>401 Authorization Required</title>'],
  },
  'azure-devops': {
    who: 'backend',
    service: 'Azure DevOps',
    certainty: 'observed',
    words: ['TF400813'],
  },
  okta: {
    who: 'backend',
    service: "Okta's own API",
    certainty: 'documented',
    words: ['E0000011'],
  },
  github: {
    who: 'backend',
    service: 'GitHub',
    certainty: 'documented',
    texts: ['message: Bad credentials, documentation_url: https://docs.github.com'],
  },
  google: {
    who: 'backend',
    service: 'a Google API',
    certainty: 'documented',
    texts: [
      'Request had invalid authentication credentials. Expected OAuth 2 access token',
      'Request is missing required authentication credential',
    ],
  },
  openai: {
    who: 'backend',
    service: 'OpenAI (not Azure OpenAI)',
    certainty: 'observed',
    texts: ['Incorrect API key provided', 'You can find your API key at https://platform.openai.com'],
  },
} as const;
