/** Bounds of the states, to detect a point in another one. */
export interface Bounds {
  readonly south: number;
  readonly west: number;
  readonly north: number;
  readonly east: number;
}

/** In degrees, about 11 km. Homes of border districts may lie a little outside, and the outlines are rounded. */
const MARGIN = 0.1;

/** Bounds of the state in a LEAID's first two digits (FIPS); undefined for codes that are no state. */
export function boundsOfState(leaId: string): Bounds | undefined {
  const box = BOXES[leaId.slice(0, 2)];
  if (!box) return undefined;
  const [south, west, north, east] = box;
  return { south: south - MARGIN, west: west - MARGIN, north: north + MARGIN, east: east + MARGIN };
}

export function isInside({ south, west, north, east }: Bounds, latitude: number, longitude: number): boolean {
  return latitude >= south && latitude <= north && longitude >= west && longitude <= east;
}

/**
 * South, west, north, east of the Census Bureau's cartographic outlines (2017, 1:10,000,000); to the last island where those
 * leave some out: Hawaii to Kure, American Samoa with Swains and Rose, the Marianas to Farallon de Pajaros, Puerto Rico with
 * Mona. Alaska's Aleutians beyond 180 degrees have no homes of students: a lost minus sign, which puts Adak there, is likelier.
 */
const BOXES: Readonly<Record<string, readonly [number, number, number, number]>> = {
  '01': [30.2, -88.5, 35, -84.9],
  '02': [51.2, -179.1, 71.4, -130],
  '04': [31.3, -114.8, 37, -109],
  '05': [33, -94.6, 36.5, -89.7],
  '06': [32.5, -124.4, 42, -114.1],
  '08': [37, -109.1, 41, -102],
  '09': [41, -73.7, 42.1, -71.8],
  10: [38.5, -75.8, 39.8, -75.1],
  11: [38.8, -77.1, 39, -76.9],
  12: [24.5, -87.6, 31, -80],
  13: [30.4, -85.6, 35, -80.8],
  15: [18.9, -178.4, 28.5, -154.8],
  16: [42, -117.2, 49, -111],
  17: [37, -91.5, 42.5, -87.5],
  18: [37.8, -88.1, 41.8, -84.8],
  19: [40.4, -96.6, 43.5, -90.1],
  20: [37, -102.1, 40, -94.6],
  21: [36.5, -89.6, 39.1, -82],
  22: [28.9, -94, 33, -88.8],
  23: [43.1, -71.1, 47.5, -67],
  24: [37.9, -79.5, 39.7, -75.1],
  25: [41.2, -73.5, 42.9, -69.9],
  26: [41.7, -90.4, 48.2, -82.4],
  27: [43.5, -97.2, 49.4, -89.5],
  28: [30.2, -91.6, 35, -88.1],
  29: [36, -95.8, 40.6, -89.1],
  30: [44.4, -116.1, 49, -104],
  31: [40, -104.1, 43, -95.3],
  32: [35, -120, 42, -114],
  33: [42.7, -72.6, 45.3, -70.7],
  34: [38.9, -75.6, 41.4, -73.9],
  35: [31.3, -109, 37, -103],
  36: [40.5, -79.8, 45, -71.9],
  37: [33.9, -84.3, 36.6, -75.5],
  38: [45.9, -104, 49, -96.6],
  39: [38.4, -84.8, 42, -80.5],
  40: [33.6, -103, 37, -94.4],
  41: [42, -124.6, 46.3, -116.5],
  42: [39.7, -80.5, 42.3, -74.7],
  44: [41.2, -71.9, 42, -71.1],
  45: [32, -83.3, 35.2, -78.5],
  46: [42.5, -104.1, 45.9, -96.4],
  47: [35, -90.3, 36.7, -81.6],
  48: [25.8, -106.6, 36.5, -93.5],
  49: [37, -114.1, 42, -109],
  50: [42.7, -73.4, 45, -71.5],
  51: [36.5, -83.7, 39.5, -75.2],
  53: [45.5, -124.7, 49, -116.9],
  54: [37.2, -82.6, 40.6, -77.7],
  55: [42.5, -92.9, 47.1, -86.8],
  56: [41, -111.1, 45, -104.1],
  60: [-14.6, -171.1, -11, -168.1],
  66: [13.2, 144.6, 13.7, 145],
  69: [14.1, 144.8, 20.6, 146.1],
  72: [17.9, -68, 18.5, -65.2],
  78: [17.7, -65.1, 18.4, -64.6],
};
