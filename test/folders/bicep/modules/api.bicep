param gatewayName string
param apiName string
param policy string

resource gateway 'Microsoft.ApiManagement/service@2023-05-01-preview' existing = {
  name: gatewayName
}

resource api 'Microsoft.ApiManagement/service/apis@2023-05-01-preview' = {
  parent: gateway
  name: apiName
  properties: {
    path: apiName
    subscriptionRequired: true
  }

  resource ping 'operations' = {
    name: 'ping'

    resource policy 'policies' = {
      name: 'policy'
      properties: {
        format: 'xml'
        value: '<policies>\n  <inbound>\n    <return-response>\n      <set-status code="204" />\n    </return-response>\n    <base />\n  </inbound>\n</policies>'
      }
    }
  }
}

resource apiPolicy 'Microsoft.ApiManagement/service/apis/policies@2023-05-01-preview' = {
  parent: api
  name: 'policy'
  properties: {
    format: 'rawxml'
    value: policy
  }
}
