/** The kind of a browser by its User-Agent header, so that people recognize their own in a list. A hint, never a proof. */

/** In this order: browsers name those that they descend from. */
const BROWSERS = [
  ['Edge', /\bEdg(e|A|iOS)?\//],
  ['Opera', /\bOPR\//],
  ['Samsung Internet', /\bSamsungBrowser\//],
  ['Firefox', /\b(Firefox|FxiOS)\//],
  ['Chrome', /\b(Chrome|CriOS|HeadlessChrome)\//],
  ['Safari', /\bSafari\//],
] as const;

const SYSTEMS = [
  ['Android', /\bAndroid\b/],
  ['iPhone', /\b(iPhone|iPod)\b/],
  ['iPad', /\biPad\b/],
  ['Chromebook', /\bCrOS\b/],
  ['Windows', /\bWindows\b/],
  ['Mac', /\bMacintosh\b/],
  ['Linux', /\bLinux\b/],
] as const;

/** @returns names of browser and system, such as "Firefox/Windows"; '' when the browser is not known */
export function browserKind(userAgent = ''): string {
  const found = (kinds: readonly (readonly [string, RegExp])[]) =>
    kinds.find(([, pattern]) => pattern.test(userAgent))?.[0];
  const browser = found(BROWSERS);
  return browser ? [browser, found(SYSTEMS)].filter((name) => name !== undefined).join('/') : '';
}

/** @param kind what `browserKind` returned @returns '' for what is not known */
export function browserNames(kind: string): { readonly browserName: string; readonly systemName: string } {
  const [browserName = '', systemName = ''] = kind.split('/');
  return { browserName, systemName };
}
