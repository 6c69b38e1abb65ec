import type { innerHostWarnings as English } from '../english/inner-hosts.js';

/** Was ein Host im eigenen oder in gar keinem Netz ist: das Ende einer Warnung. */
export const innerHostWarnings: typeof English = {
  loopback: 'das ist der eigene Rechner',
  'link-local': 'das ist nicht im Internet; in einer Cloud geben solche Adressen Zugangsdaten heraus',
  private: 'das ist im eigenen Netz',
  unspecified: 'das ist kein wirklicher Host; die meisten Systeme halten ihn für den eigenen Rechner',
  special: 'das ist eine reservierte Adresse',
};
