locals {
  starter_policy = <<XML
<policies>
  <inbound>
    <base />
    <validate-jwt header-name="Authorization" require-scheme="Bearer">
      <openid-config url="https://idp.example/.well-known/openid-configuration" />
      <audiences>
        <audience>api://orders</audience>
      </audiences>
    </validate-jwt>
  </inbound>
  <backend>
    <base />
  </backend>
  <outbound>
    <base />
  </outbound>
  <on-error>
    <base />
  </on-error>
</policies>
XML
  public = {
    health = { policy = "policies/health.xml" }
    status = { policy = "policies/missing.xml" }
  }
}
