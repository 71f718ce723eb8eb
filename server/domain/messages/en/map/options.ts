/** Layers, look and ways to take the map along. */
import { ended, wordingIn } from '../../wording.ts';

const { list } = wordingIn('en');

export const options = {
  title: 'On the map',
  whatHexesShow: 'What the hexes show',
  layers: { hexes: 'Students', coverage: 'Coverage filed with the FCC' },
  areas: "Outlines of the state's public filings",
  areasInView: ({ providers }: { providers: readonly string[] }) => ended(`In this view: ${list(providers)}`),
  noAreaInView: 'No outline of a public filing is drawn in this view. Zoom in or move the map.',
  onlyFiled: ({ why }: { why: string }) => `Only what was filed can be shown: ${why}.`,
  look: 'Look',
  themes: { light: 'Paper', dark: 'Dark', contrast: 'High contrast' },
  table: 'Table',
  map: 'Map',
  copyLink: 'Copy link',
  copied: 'Link copied. It opens exactly this view.',
  copyByHand: 'Copy the address from the address bar: it holds this view.',
  print: 'Print',
  printing: 'The map is being made ready for paper.',
};

export type OptionMessages = typeof options;
