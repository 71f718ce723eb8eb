/**
 * Detects a full name in a sentence by its common first name. Names that are as often a place, a month or a word
 * (Madison, Virginia, April, Will) are not among them.
 */

const FIRST_NAMES: ReadonlySet<string> = new Set(
  `aaron abigail adam adrian aiden alan albert alejandra alejandro alex alexander alexandra alexis alice alicia alyssa amanda amber amelia amy ana
  andrea andrew angel angela anita ann anna anne anthony antonio ariana arthur ashley aubrey ava barbara beatriz benjamin beth betty beverly bob bobby
  bonnie brandon brenda brian brianna brittany bruce bryan caleb cameron camila carl carla carlos carmen carol caroline carolyn catherine
  cecilia charles cheryl chloe chris christian christina christine christopher cindy claire claudia cody connor craig crystal cynthia daniel
  daniela danielle david deborah debra denise dennis derek diana diane diego dominic donald donna doris dorothy douglas dylan eduardo edward eleanor
  elena eli elijah elizabeth ella ellen emily emma enrique eric erica erik erin esteban ethan eugene eva evan evelyn felipe fernanda fernando frances
  francisco gabriel gabriela gary gavin george gerald gina gloria gregory guadalupe guillermo hailey hannah harold harry heather hector helen henry
  howard hugo ian isaac isabel isabella isaiah ivan jacob jacqueline jaime james jamie jane janet janice jared jasmine jason javier jayden jeff
  jeffrey jennifer jeremiah jeremy jerry jesse jessica jesus jim jimmy joan joe joel john johnny jonathan jordan jorge jose joseph joshua josiah
  joyce juan juana juanita judith judy julia julian julie justin karen karina karla katherine kathleen kathryn kathy katie kayla keith kelly kenneth
  kevin kimberly kristen kyle landon larry laura lauren leah leonardo leslie leticia levi liam lillian linda lindsey lisa lori lorenzo louis lucas
  lucia lucy luis luke luz lydia mackenzie manuel marcos marcus margaret margarita maria mariana marie marilyn mario marisol martha martin mary
  mateo matthew maya megan melanie melissa mia micah michael michelle miguel mike molly monica nancy natalia natalie nathan nathaniel nicholas nicole
  noah nora norma olivia oscar pablo pamela patricia patrick paul paula pedro peter philip phillip rachel rafael ralph ramon randy raul raymond rebecca
  ricardo richard robert roberto rodrigo roger ronald rosa rosario roy russell ruth ryan samantha samuel sandra santiago sara sarah scott sean sebastian
  sergio sharon sheila shirley silvia sofia sonia sophia sophie stephanie stephen steve steven susan susana sydney tammy tanya tara taylor teresa
  theresa thomas tiffany tim timothy tina todd tom tony tracy trevor tyler valentina valeria vanessa veronica victor victoria vincent vivian walter
  wendy wesley william xavier ximena yesenia yolanda zachary zoe`.split(/\s+/),
);

const WORD = "\\p{Lu}[\\p{L}'’-]+";

/** A word that names a place, a school, a company or the like after a person: "Charles Town", "John Marshall High School". */
const NO_PERSON =
  'County|Parish|Borough|Township|Town|City|Village|Beach|Island|Bay|Lake|River|Creek|Fork|Run|Branch|Ridge|Mountain|Hills?|Valley|Springs|Falls|Park|Forest|Street|St|Avenue|Ave|Road|Rd|Drive|Lane|Boulevard|Highway|Bridge|Schools?|Elementary|Primary|Intermediate|Middle|Junior|Senior|High|Academy|College|University|Institute|Center|District|Public|Consolidated|Regional|Memorial|Career|Technical|Library|Church|Hospital|Board|Office|Department|Foundation|Fund|Day|Communications|Cable|Telephone|Telecom|Wireless|Internet|Fiber|Broadband|Networks?|Electric|Cooperative|Company|Inc|Education|Act|Program';
/** A word before which a name is that of a place or a school: "St. Mary Parish", "Escuela Benito Juárez". */
const PLACE_BEFORE =
  'St\\.?|Saint|San|Santa|Fort|Mount|Port|Lake|Escuela|Primaria|Secundaria|Preparatoria|Colegio|Condado(?: de)?';

const PAIR = new RegExp(
  `(?<![\\p{L}'’-])(?<!(?<!\\p{L})(?:${PLACE_BEFORE}) )(?<first>${WORD})(?: \\p{Lu}\\.?)? (?!(?:${WORD} ){0,2}(?:${NO_PERSON})(?!\\p{L}))${WORD}`,
  'uy',
);

/** Whether a common first name stands before another word with a capital, wherever in a sentence. */
export function namesSomebody(text: string): boolean {
  // Pairs may overlap: of "Our Jane Doe", the second is the name.
  for (const { index } of text.matchAll(/\p{Lu}/gu)) {
    PAIR.lastIndex = index;
    const first = PAIR.exec(text)?.groups?.first;
    if (first !== undefined && FIRST_NAMES.has(plain(first))) return true;
  }
  return false;
}

function plain(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
}
