// The documents and tokens that are measured. All names and ids are made up.

export const ids = {
  tenant: '11111111-2222-3333-4444-555555555555',
  api: '66666666-7777-8888-9999-aaaaaaaaaaaa',
  client: 'bbbbbbbb-cccc-dddd-eeee-ffffffffffff',
};
export const address = `https://login.microsoftonline.com/${ids.tenant}/v2.0/.well-known/openid-configuration`;

const tokenPolicy = `    <validate-jwt header-name="Authorization" require-scheme="Bearer" failed-validation-httpcode="401">
      <openid-config url="${address}" />
      <audiences>
        <audience>${ids.api}</audience>
      </audiences>
      <issuers>
        <issuer>https://login.microsoftonline.com/${ids.tenant}/v2.0</issuer>
      </issuers>
      <required-claims>
        <claim name="scp" match="any" separator=" ">
          <value>Reports.Read</value>
        </claim>
      </required-claims>
    </validate-jwt>
`;

/** What stands around token policies: expressions, raw and escaped, named values, comments. */
const others = `    <!-- who asks -->
    <set-variable name="caller" value="@(context.Request.Headers.GetValueOrDefault("X-Caller", "unknown") + (1 < 2 && true ? "" : ")"))" />
    <set-header name="X-Caller" exists-action="override">
      <value>@($"{context.Variables["caller"]}-{context.RequestId}")</value>
    </set-header>
    <choose>
      <when condition="@(context.Response.StatusCode == 200 &amp;&amp; context.Variables.ContainsKey(&quot;caller&quot;))">
        <set-backend-service base-url="https://{{backend-host}}/orders" />
      </when>
      <otherwise>
        <rate-limit-by-key calls="10" renewal-period="60" counter-key="@(context.Subscription?.Key ?? "anonymous")" />
      </otherwise>
    </choose>
    <set-body>@{
      var body = context.Request.Body.As<JObject>(preserveContent: true);
      return body.ToString();
    }</set-body>
`;

const head = '<policies>\n  <inbound>\n    <base />\n';
const tail = '  </inbound>\n</policies>\n';

function fill(/** @type {number} */ size, /** @type {string} */ first, /** @type {string} */ piece) {
  const count = Math.max(0, Math.floor((size - head.length - first.length - tail.length) / piece.length));
  return head + first + piece.repeat(count) + tail;
}

/** One token policy among other policies, as most documents are. */
export function writeTypical(/** @type {number} */ size) {
  return fill(size, tokenPolicy, others);
}

/** Nothing but token policies. */
export function writeCrowded(/** @type {number} */ size) {
  return fill(size, '', tokenPolicy);
}

/** The claims of a token with so many groups. */
export function writeClaims(/** @type {number} */ now, /** @type {number} */ groups) {
  return {
    aud: ids.api,
    iss: `https://login.microsoftonline.com/${ids.tenant}/v2.0`,
    iat: now,
    nbf: now,
    exp: now + 3600,
    azp: ids.client,
    scp: 'Reports.Read',
    tid: ids.tenant,
    ver: '2.0',
    groups: Array.from({ length: groups }, (_, index) => `00000000-0000-4000-8000-${String(index).padStart(12, '0')}`),
  };
}
