import type { acceptanceMessages as English } from '../english/acceptance.js';
import { brief, briefDifference } from '../said.js';

/** Sätze darüber, was eine Policy akzeptiert oder nicht akzeptieren kann, welches Token auch kommt. */
export const acceptanceMessages: typeof English = {
  'metadata-version-claim': values => ({
    title:
      `Kein Token kann bestehen: ${values.claim === 'ver' ? 'ver' : brief(values.claim, 20)} braucht Version ${values.wants}, openid-config hat Version ${values.has}. ` +
      (values.counterpart === null ? `Version ${values.wants} verwenden.` : `${brief(values.counterpart, 14)} verlangen.`),
    detail:
      `Die openid-config akzeptiert nur Tokens der Version ${values.has}, und nur Tokens der Version ${values.wants} haben ${values.claim === 'ver' ? 'diesen Wert von ver' : values.claim}. ` +
      (values.counterpart === null ? '' : `Stattdessen ${values.counterpart} verlangen, oder die Adresse ändern. `) +
      `Die Adresse des Dokuments der Version ${values.wants} steht ${values.wants === 2 ? 'mit' : 'ohne'} /v2.0 vor /.well-known.`,
  }),
  'any-tenant-jwt': values => ({
    title: 'Tokens jedes Tenants von Microsoft Entra werden akzeptiert. Issuer aufführen oder den Claim tid verlangen.',
    detail: `Das Dokument von ${values.tenant} gilt für jeden Tenant, und nichts hier begrenzt ihn: Jeder kann einen anlegen und ein Token bekommen.`,
  }),
  'any-tenant-azure-ad': values => ({
    title: `${brief(values.tenant, 24)} akzeptiert Tokens jedes Tenants. Die ID des eigenen schreiben oder den Claim tid verlangen.`,
    detail: 'Nichts hier begrenzt den Tenant: Jeder kann einen anlegen und ein Token bekommen.',
  }),
  'no-audience': values => ({
    title: 'Ein Token für irgendeine API des Tenants wird akzeptiert. audiences mit der Client-ID der eigenen API ergänzen.',
    detail: `Dieses ${values.policy} begrenzt die Audience nicht. Tokens der Version 1 können die api://-Adresse der API als Audience haben: Kommen solche, auch sie ergänzen.`,
  }),
  'no-audience-ids': values => ({
    title: `Nur ${brief(values.by, 36)} begrenzt die Tokens. audiences mit der Client-ID der API ergänzen.`,
    detail: 'Auch ein Token, das dieser Client für eine andere API bekommen hat, besteht.',
  }),
  'no-keys': () => ({
    title: 'Ohne Schlüssel lässt sich keine Signatur prüfen: Jedes Token scheitert. openid-config des Issuers ergänzen.',
    detail:
      'Jedes signierte Token scheitert mit "IDX10500: Signature validation failed. No security keys were provided to validate the signature.".',
  }),
  'unsigned-tokens-allowed': () => ({
    title: 'Tokens ohne Signatur werden akzeptiert: Jeder kann eines schreiben. require-signed-tokens entfernen.',
    detail: 'Die Vorgabe ist true.',
  }),
  'unsigned-tokens-perhaps-allowed': values => ({
    title: `require-signed-tokens="${brief(values.value, 16)}" erlaubt vielleicht unsignierte Tokens, die jeder schreiben kann. Entfernen.`,
    detail: `Was das Gateway mit "${values.value}" macht, ist nicht dokumentiert. Die Vorgabe ist true.`,
  }),
  'expiration-perhaps-not-required': values => ({
    title: `require-expiration-time="${brief(values.value, 16)}" erlaubt vielleicht Tokens, die nie ablaufen. Entfernen.`,
    detail: `Was das Gateway mit "${values.value}" macht, ist nicht dokumentiert. Bedeutet es false, werden Tokens ohne exp akzeptiert. Die Vorgabe ist true.`,
  }),
  'expiration-not-required': () => ({
    title: 'Tokens ohne exp werden akzeptiert, und die laufen nie ab. require-expiration-time entfernen.',
    detail: 'Die Vorgabe ist true.',
  }),
  'clock-skew-wide': values => ({
    title: `Abgelaufene Tokens werden noch ${values.seconds} Sekunden lang akzeptiert. 300 oder weniger schreiben.`,
    detail: 'Uhren weichen selten um mehr als ein paar Sekunden ab; 300 ist das übliche Maximum.',
  }),
  'claim-separator': values => ({
    title: values.several
      ? 'scp wird als ein Text verglichen; mehrere Scopes passen zu keinem dieser Werte. separator=" " ergänzen.'
      : 'scp wird als ein Text verglichen; ein Token mit zweitem Scope scheitert. separator=" " ergänzen.',
    detail: 'scp ist ein Text mit Leerzeichen zwischen den Scopes.',
  }),
  'claim-separator-other': values => ({
    title: `separator="${brief(values.separator, 12)}" zerlegt scp nicht: Seine Scopes trennen Leerzeichen. separator=" " schreiben.`,
    detail: '',
  }),
  'claim-separator-token': values => ({
    title: `scp wird als ein Text verglichen, aber das Token hat ${values.count} Scopes darin. separator=" " ergänzen.`,
    detail: 'scp ist ein Text mit Leerzeichen zwischen den Scopes, also ist ihm kein einzelner Wert gleich.',
  }),
  'unsatisfiable-claims-both': () => ({
    title: 'Kein Token hat zugleich azp und appid. Den Claim verlangen, der zu den eigenen Tokens passt.',
    detail: 'Nur Tokens der Version 2 haben azp, nur Tokens der Version 1 haben appid.',
  }),
  'unsatisfiable-claims-audience': values => {
    const [one, other] = briefDifference(values.audiences[0] ?? '', values.claim[0] ?? '', 20);
    return {
      title: `Kein Token kann bestehen: audiences will ${one}, der Claim aud ${other}. Eines entfernen.`,
      detail: `audiences verlangt ${values.audiences.join(' oder ')}, dieser Claim verlangt ${values.claim.join(' oder ')}, aber ein Token von Microsoft Entra hat eine Audience.`,
    };
  },
  'unsatisfiable-claims-all': values => ({
    title: `Kein Token kann bestehen: ${brief(values.claim, 20)} hat einen Wert, match="all" verlangt ${values.count}. match="any" schreiben.`,
    detail: 'match="all" ist die Vorgabe.',
  }),
  'unsatisfiable-claims-twice': values => ({
    title: `Kein Token kann bestehen: ${brief(values.claim, 24)} zweimal mit verschiedenen Werten verlangt. Einen mit match="any".`,
    detail: '',
  }),
};
