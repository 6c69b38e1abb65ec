variable "gateway_name" {}
variable "name" {}
variable "policy" {}

resource "azurerm_api_management_api" "this" {
  name                  = var.name
  api_management_name   = var.gateway_name
  resource_group_name   = "apis"
  revision              = "1"
  path                  = var.name
  subscription_required = false

  import {
    content_format = "openapi"
    content_value  = file("${path.module}/operations.yaml")
  }
}

resource "azurerm_api_management_api_policy" "this" {
  api_name            = azurerm_api_management_api.this.name
  api_management_name = azurerm_api_management_api.this.api_management_name
  resource_group_name = "apis"
  xml_content         = file(var.policy)
}

output "api_name" {
  value = azurerm_api_management_api.this.name
}
