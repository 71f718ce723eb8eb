/** For everybody: how to read the map, how its numbers are made, and what of it does not work for whom. */
import { wordingIn } from '../wording.ts';

const { grouped, plural } = wordingIn('en');

export const about = {
  reading: {
    title: 'How to read this map',
    lead: 'Two minutes, and you can say what it shows and what it does not.',
    parts: [
      [
        'Read the sentence first',
        'It stands above the number and says which students are counted: by whose filings, at which speed, with or without satellite. Change a word of it, and number, map and list change with it.',
      ],
      [
        'The number',
        'It is of the whole state, or of the place you chose. “About” means that it was changed by a few students, so that nobody can be found. Below it stands according to whom, and as of when.',
      ],
      [
        'A hexagon',
        'It holds many homes, never one. Darker means more students on a square mile. Blank land has no students in it, or none that lack what the sentence asks for.',
      ],
      ['Hatched gray', 'Too few students to show, or no family answered. It is not zero, and it is not good news.'],
      [
        'Build, upgrade, connect',
        'Build: nobody sells even slow internet. Upgrade: only slow internet is sold. Connect: fast internet is sold, and the family does not have it. Check and ask are open questions, so nobody adds them to a gap.',
      ],
      [
        'Two filings',
        'Providers tell the FCC, and the state’s utility commission, where they sell. Where both disagree, the map says so, and counts the gap only where all agree.',
      ],
      [
        'What it does not say',
        'Whose home it is. Why a provider did not build. What families think who gave no answer. Students without a fixed residence are on no map.',
      ],
    ],
  },
  method: {
    title: 'How the numbers are made',
    lead: 'For journalists, and for everybody who wants to check. At the end you recompute one number yourself, from public files.',
    parts: [
      [
        'Districts ask families',
        'Seven questions, by a national blueprint: internet at home, why not, which kind, whether it is good enough, and three about the device.',
      ],
      [
        'Districts take names and places out',
        'On their own computers, before anything is sent. A home becomes a hexagon of about 180 acres, a student a pseudonym.',
      ],
      [
        'Areas are put together',
        'Until each holds enough students in enough households. Every published number is a sum of such areas. The map’s finest hexagon for everybody has about 2 square miles.',
      ],
      [
        'Filings say what is sold',
        'The FCC’s by location, the commission’s by area. A hexagon is served, partly served or not, at 25/3 and at 100/20.',
      ],
      [
        'Both together give a lever',
        'What is sold, and what families say, decide what would help: build, upgrade, connect, check, ask; and apart from that, a device.',
      ],
      [
        'Counts are protected',
        'Each is changed a little, small ones are hidden, and programs attack the release before it is published.',
      ],
    ],
    example: 'Recompute one number',
    exampleLead: 'The number of students in the state is the sum of all public areas. No step of it needs our word.',
    recipe: [
      'Download the public areas as a table. One row is an area.',
      'Where there are more than a thousand, the answer’s header “x-next-cursor” names the next part: ask again with it as “cursor”.',
      'Open the table in a spreadsheet and add up the column “students”.',
      'Compare the sum with “totals”, “students” of the release.',
    ],
    patches: 'Public areas (CSV)',
    release: 'The release (JSON)',
    compute: 'Do it here',
    computing: 'Adding up.',
    failed: 'The files did not come',
    computed: ({ places, sum, total }: { places: number; sum: number; total: number }) =>
      `${plural(places, 'area', 'areas')} hold ${plural(sum, 'student', 'students')}. The release says ${grouped(total)}.`,
    equal: 'Both are the same.',
    unequal: 'They are not the same. Please tell the agency: one of the two is wrong.',
    write: 'When you write about it',
    writeList: [
      'Say “about”, name the release, and name the date of the filings.',
      'An estimate “by share of locations” is no count of children. Say that it is an estimate.',
      'Do not add “check” or “ask” to those who lack service: nobody knows yet.',
      'A hidden number is not zero. Do not subtract to find it: it was hidden from that, too.',
    ],
    more: 'How far numbers are off',
    api: 'Every address of the API',
  },
  accessibility: {
    title: 'Accessibility',
    lead: 'What was done so that everybody can use these pages, and what does not work yet.',
    aim: 'The aim',
    aimWords:
      'WCAG 2.1, levels A and AA. A program (axe) checks the pages at every change: at a desk, on a phone, in the dark, and enlarged to 400 %. That finds perhaps half of what can be wrong.',
    works: 'What works',
    worksList: [
      'Every page by keyboard alone. On the map, arrow keys walk from hexagon to hexagon, and each is spoken.',
      'Everything the map shows, as tables.',
      'Contrast, also in a dark and in a high-contrast theme; every color has a pattern or a word beside it.',
      'Motion stops where the system asks for less of it.',
      'Briefs and handouts as tagged PDF (PDF/UA-1), in English and in Spanish.',
    ],
    fails: 'What does not work',
    failsList: [
      'Nobody who uses a screen reader every day has tried these pages yet.',
      'The drawing of the map itself tells a screen reader nothing: the walk by keys and the tables stand in for it.',
      'Two maps under one divider: the second map has no walk by keys. The table of changes says the same.',
      'Slides and pictures of briefs (PNG) have no text. The PDF and the page have it.',
      'The Spanish was not read by a native speaker. There is no sign language and no easy read.',
      'PDFs were checked by program, not with a screen reader.',
    ],
    tell: 'Tell us',
    tellWords:
      'When something keeps you out, write to the agency that published this map. It is a fault, and we want to know of it.',
    table: 'The map as tables',
  },
};

export type AboutMessages = typeof about;
