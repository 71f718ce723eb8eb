/** A flat plane in kilometers around the center of the state: distances are right to half a percent, which is enough. */
const MIDDLE_LNG = -80.6;
const MIDDLE_LAT = 38.7;
const KM_PER_DEGREE_LAT = 111;
const KM_PER_DEGREE_LNG = 111.32 * Math.cos((MIDDLE_LAT * Math.PI) / 180);

export const toX = (lng: number): number => (lng - MIDDLE_LNG) * KM_PER_DEGREE_LNG;
export const toY = (lat: number): number => (lat - MIDDLE_LAT) * KM_PER_DEGREE_LAT;
export const toLng = (x: number): number => x / KM_PER_DEGREE_LNG + MIDDLE_LNG;
export const toLat = (y: number): number => y / KM_PER_DEGREE_LAT + MIDDLE_LAT;
