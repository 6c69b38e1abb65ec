// What people get wrong in a policy document, put into a generated one.
import fc from 'fast-check';

/** Something that is wrong, at a place among those where it can be. */
interface Mistake {
  readonly kind: Kind;
  readonly at: number;
  readonly how: number;
}

type Kind =
  | 'name'
  | 'element'
  | 'white-space'
  | 'copy'
  | 'attribute'
  | 'claim-attribute'
  | 'scheme'
  | 'order'
  | 'comma'
  | 'loose'
  | 'empty'
  | 'twice';

const kinds: readonly Kind[] = [
  'name',
  'element',
  'white-space',
  'copy',
  'attribute',
  'claim-attribute',
  'scheme',
  'order',
  'comma',
  'loose',
  'empty',
  'twice',
];

/** Mistakes of the kinds named; of all kinds without. */
export function mistakes(chosen: readonly Kind[] = kinds): fc.Arbitrary<readonly Mistake[]> {
  return fc.array(fc.record({ kind: fc.constantFrom(...chosen), at: fc.nat({ max: 99 }), how: fc.nat({ max: 99 }) }), {
    minLength: 1,
    maxLength: 4,
  });
}

/** The text with all of the mistakes in it; one that fits nowhere is left out. */
export function makeMistakes(text: string, wrong: readonly Mistake[]): string {
  return wrong.reduce((before, mistake) => makeMistake(before, mistake), text);
}

/** Attributes that decide something when they are written right. */
const misspelt = [
  'require-expiration-tme="false"',
  'require-expiration-tme="true"',
  'requireSignedTokens="false"',
  'clock-skw="100000"',
  'clockskew="0"',
  'headername="X-Other"',
  'authentication-endpont="https://login.microsoftonline.us"',
  'authenticationEndpoint="https://login.microsoftonline.com"',
  'failed-validation-httpcod="403"',
  'output-token-variable-nam="jwt"',
  'token-valu="@((string)context.Variables[&quot;t&quot;])"',
  'query-param-name="t"',
];

const onClaims = ['mach="any"', 'mtch="all"', 'seperator=" "', 'nam="scp"'];
const padding: readonly (readonly [string, string])[] = [
  [' ', ''],
  ['', '  '],
  ['\n   ', '\n  '],
  ['\u200b', ''],
  ['', '\u00a0'],
  ['&#10;', ''],
];

function makeMistake(text: string, { kind, at, how }: Mistake): string {
  const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
  const replaceAt = (pattern: RegExp, write: (match: RegExpExecArray) => string): string => {
    const match = pick([...text.matchAll(pattern)], at);
    return match === undefined
      ? text
      : text.slice(0, match.index) + write(match as RegExpExecArray) + text.slice(match.index + match[0].length);
  };
  const openTag = /<validate-(?:jwt|azure-ad-token)(?=[\s/>])/g;
  switch (kind) {
    case 'name':
      return replaceAt(/(?<=\s)[a-z]+(?:-[a-z]+)*(?==["'])/g, ([name]) => misspell(name, how));
    case 'element': {
      const names = [...new Set([...text.matchAll(/<([a-z]+(?:-[a-z]+)*)(?=[\s/>])/g)].map(([, name = '']) => name))];
      const name = pick(
        names.filter(each => !/^(?:policies|inbound|fragment|base|choose|when|otherwise|validate-.*)$/.test(each)),
        at,
      );
      return name === undefined ? text : text.replaceAll(new RegExp(`(?<=</?)${name}(?=[\\s/>])`, 'g'), misspell(name, how));
    }
    case 'white-space': {
      const [before, after] = pick(padding, how) ?? ['', ''];
      return replaceAt(/(?<=<(audience|issuer|application-id|value)>)[^<]+(?=<\/\1>)/g, ([value]) => before + value + after);
    }
    case 'copy': {
      const [before, after] = pick(padding, how) ?? ['', ''];
      return replaceAt(
        /<(audience|issuer|application-id|value)>([^<]+)<\/\1>/g,
        ([whole, name = '', value = '']) => `<${name}>${before}${value}${after}</${name}>${whole}`,
      );
    }
    case 'attribute':
      return replaceAt(openTag, ([tag]) => `${tag} ${pick(misspelt, how) ?? ''}`);
    case 'claim-attribute':
      return replaceAt(/<claim(?=[\s/>])/g, ([tag]) => `${tag} ${pick(onClaims, how) ?? ''}`);
    case 'scheme':
      return text.replace(/header-name=(["'])Authorization\1/, 'header-name=$1X-Token$1');
    case 'order':
      return replaceAt(/(<(audiences|required-claims)>[^]*?<\/\2>)(\s*)(<(audiences|required-claims)>[^]*?<\/\5>)/g, match =>
        [match[4], match[3], match[1]].join(''),
      );
    case 'comma':
      return replaceAt(/(?<=<(audience|value)>)[^<@{]+(?=<\/\1>)/g, ([value]) => `${value}, other`);
    case 'loose':
      return replaceAt(/<audiences>([^]*?)<\/audiences>/g, ([, inner = '']) => inner);
    case 'empty':
      return replaceAt(/<(audiences|client-application-ids|required-claims)>[^]*?<\/\1>/g, ([, name = '']) => `<${name}></${name}>`);
    case 'twice':
      return replaceAt(/<audiences>[^]*?<\/audiences>/g, ([list]) => list + list);
  }
}

/** A name as people get it wrong: a letter too few, two exchanged, without its hyphens. */
function misspell(name: string, how: number): string {
  const middle = 1 + (how % Math.max(1, name.length - 2));
  switch (how % 3) {
    case 0:
      return name.slice(0, middle) + name.slice(middle + 1);
    case 1:
      return name.slice(0, middle) + (name[middle + 1] ?? '') + (name[middle] ?? '') + name.slice(middle + 2);
    default:
      return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
  }
}
