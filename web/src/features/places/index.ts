export { PlacePage } from './PlacePage.tsx';
export { PlacesPage } from './PlacesPage.tsx';
