data "azurerm_api_management" "gateway" {
  name                = var.gateway_name
  resource_group_name = var.resource_group_name
}

resource "azurerm_api_management_policy" "all" {
  api_management_id = data.azurerm_api_management.gateway.id
  xml_content       = <<-XML
    <policies>
      <inbound>
        <include-fragment fragment-id="${azurerm_api_management_policy_fragment.limits.name}" />
      </inbound>
      <backend>
        <forward-request />
      </backend>
      <outbound />
      <on-error />
    </policies>
  XML
}

resource "azurerm_api_management_policy_fragment" "limits" {
  api_management_id = data.azurerm_api_management.gateway.id
  name              = "limits"
  format            = "rawxml"
  value             = "<fragment>\n  <rate-limit calls=\"10\" renewal-period=\"60\" />\n</fragment>"
}

resource "azurerm_api_management_policy_fragment" "admins_only" {
  api_management_id = data.azurerm_api_management.gateway.id
  name              = "admins-only"
  format            = "rawxml"
  value             = file("${path.module}/policies/admins-only.xml")
}

resource "azurerm_api_management_product" "starter" {
  product_id            = "starter"
  api_management_name   = data.azurerm_api_management.gateway.name
  resource_group_name   = var.resource_group_name
  display_name          = "Starter"
  published             = true
  subscription_required = true
}

resource "azurerm_api_management_product_policy" "starter" {
  product_id          = azurerm_api_management_product.starter.product_id
  api_management_name = data.azurerm_api_management.gateway.name
  resource_group_name = var.resource_group_name
  xml_content         = local.starter_policy
}

resource "azurerm_api_management_product_api" "starter_orders" {
  product_id          = azurerm_api_management_product.starter.product_id
  api_name            = module.orders.api_name
  api_management_name = data.azurerm_api_management.gateway.name
  resource_group_name = var.resource_group_name
}

module "orders" {
  source       = "./modules/api"
  gateway_name = data.azurerm_api_management.gateway.name
  name         = "orders"
  policy       = "${path.root}/policies/orders.xml"
}

module "public" {
  for_each     = local.public
  source       = "./modules/api"
  gateway_name = data.azurerm_api_management.gateway.name
  name         = each.key
  policy       = each.value.policy
}

resource "azurerm_api_management_api_operation_policy" "get_order" {
  api_name            = module.orders.api_name
  api_management_name = data.azurerm_api_management.gateway.name
  resource_group_name = var.resource_group_name
  operation_id        = "get-order"
  xml_content         = templatefile("${path.module}/policies/get-order.xml.tftpl", { fragment = "admins-only" })
}

resource "azurerm_api_management_api_policy" "preview" {
  count               = var.preview ? 1 : 0
  api_name            = "${var.prefix}-preview"
  api_management_name = data.azurerm_api_management.gateway.name
  resource_group_name = var.resource_group_name
  xml_content         = file("policies/orders.xml")
}
