@description('The name of the instance')
param gatewayName string
param withPreview bool = false

resource gateway 'Microsoft.ApiManagement/service@2023-05-01-preview' existing = {
  name: gatewayName
}

resource allApis 'Microsoft.ApiManagement/service/policies@2023-05-01-preview' = {
  parent: gateway
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: loadTextContent('policies/all.xml')
  }
}

resource adminsOnly 'Microsoft.ApiManagement/service/policyFragments@2023-05-01-preview' = {
  name: '${gateway.name}/admins-only'
  properties: {
    format: 'rawxml'
    value: loadTextContent('policies/admins-only.xml')
  }
}

resource starter 'Microsoft.ApiManagement/service/products@2023-05-01-preview' = {
  parent: gateway
  name: 'starter'
  properties: {
    displayName: 'Starter'
    subscriptionRequired: false
  }

  resource policy 'policies' = {
    name: 'policy'
    properties: {
      format: 'rawxml'
      value: '''
<policies>
  <inbound>
    <base />
    <include-fragment fragment-id="admins-only" />
  </inbound>
  <backend><base /></backend>
  <outbound><base /></outbound>
  <on-error><base /></on-error>
</policies>'''
    }
  }

  resource orders 'apis' = {
    name: 'orders'
  }
}

var apis = [
  { name: 'orders', policy: loadTextContent('policies/orders.xml') }
  { name: 'items', policy: replace(loadTextContent('policies/orders.xml'), '<base />', '') }
]

module each 'modules/api.bicep' = [for api in apis: {
  name: 'api-${api.name}'
  params: {
    gatewayName: gateway.name
    apiName: api.name
    policy: api.policy
  }
}]

resource preview 'Microsoft.ApiManagement/service/apis/policies@2023-05-01-preview' = if (withPreview) {
  name: '${gateway.name}/preview/policy'
  properties: {
    value: loadTextContent('policies/orders.xml')
  }
}
