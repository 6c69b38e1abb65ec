const minute = 60;
const hour = 60 * minute;
const day = 24 * hour;
const year = 365 * day;

const count = (amount: number, one: string, several: string): string => `${amount} ${amount === 1 ? one : several}`;

/** Eine Dauer in Worten, abgerundet, im Dativ: "41 Minuten", "3 Tagen". Nimmt Sekunden; das Vorzeichen spielt keine Rolle. */
export function describeDuration(seconds: number): string {
  const length = Math.abs(seconds);
  if (length < 2 * minute) return count(Math.floor(length), 'Sekunde', 'Sekunden');
  if (length < 2 * hour) return count(Math.floor(length / minute), 'Minute', 'Minuten');
  if (length < 2 * day) return count(Math.floor(length / hour), 'Stunde', 'Stunden');
  if (length < 2 * year) return count(Math.floor(length / day), 'Tag', 'Tagen');
  return count(Math.floor(length / year), 'Jahr', 'Jahren');
}
