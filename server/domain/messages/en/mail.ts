/** Messages that Gapmap writes to people of providers: their subjects, and their texts by line. `<link/>` stands for the address of a page. */
import { wordingIn } from '../wording.ts';

const { moment, date, decimal, grouped, list, plural } = wordingIn('en');

interface OfRound {
  readonly roundName: string;
}
interface Closing extends OfRound {
  readonly closesAt: string;
}
/** What an amendment changed. */
export type AmendedPart = 'terms' | 'scoring' | 'questionsCloseAt' | 'closesAt';
interface Due {
  readonly commitmentName: string;
  readonly percent: number;
  readonly due: string;
}
interface NewNear {
  readonly clusterCount: number;
  readonly stateName: string;
}
/** What a message says of a cluster. */
interface NearCluster {
  readonly name: string;
  readonly miles: number;
  readonly students: number;
}
interface NewNearText extends NewNear {
  readonly release: string;
  readonly miles: number;
  readonly nearest: readonly NearCluster[];
  /** An estimate of fewer students is not named. */
  readonly fewest: number;
}

const PARTS: Readonly<Record<AmendedPart, string>> = {
  terms: 'what it asks for',
  scoring: 'how answers are scored',
  questionsCloseAt: 'until when you may ask',
  closesAt: 'until when you may answer',
};

export const mail = {
  subject: {
    invited: ({ roundName }: OfRound) => `You are invited to answer: ${roundName}`,
    answered: ({ roundName }: OfRound) => `A question was answered: ${roundName}`,
    amended: ({ roundName }: OfRound) => `The terms changed, please confirm: ${roundName}`,
    deadlineNear: ({ roundName, closesAt }: Closing) => `${roundName} closes ${moment(new Date(closesAt))}`,
    received: ({ roundName }: OfRound) => `We received your proposal: ${roundName}`,
    clarify: ({ roundName }: OfRound) => `Please clarify your proposal: ${roundName}`,
    opened: ({ roundName }: OfRound) => `The proposals were opened: ${roundName}`,
    intended: ({ roundName }: OfRound) => `The intended award is published: ${roundName}`,
    awarded: ({ roundName }: OfRound) => `The award is final: ${roundName}`,
    milestoneDue: ({ commitmentName, percent, due }: Due) => `${percent} % is due on ${date(due)}: ${commitmentName}`,
    overdue: ({ commitmentName, percent }: Due) => `${percent} % is late: ${commitmentName}`,
    evidenceReturned: ({ commitmentName, percent }: Due) => `Your report of ${percent} % came back: ${commitmentName}`,
    newNear: ({ clusterCount, stateName }: NewNear) =>
      `${plural(clusterCount, 'new cluster', 'new clusters')} near what you serve in ${stateName}`,
  },
  text: {
    invited: ({ roundName, stateName, closesAt }: Closing & { readonly stateName: string }) =>
      `The state of ${stateName} asks providers to serve homes where students have no connection. The round is called ${roundName}.\n\nYou may answer for any set of its areas until ${moment(new Date(closesAt))}. The terms, the areas and how answers are scored are here:\n<link/>`,
    answered: ({ roundName }: OfRound) =>
      `The state answered a question about ${roundName}. All questions and answers are public, without the name of whoever asked:\n<link/>`,
    amended: ({
      roundName,
      closesAt,
      note,
      amendedParts,
    }: Closing & { readonly note: string; readonly amendedParts: readonly AmendedPart[] }) =>
      `The state amended ${roundName}. It changed ${list(amendedParts.map((part) => PARTS[part]))}, and gives this reason: ${note}\n\nThe page of the round shows each change beside what it was. If you have sent a proposal, it does not count until you confirm it under the new terms. You have until ${moment(new Date(closesAt))}:\n<link/>`,
    deadlineNear: ({ roundName, closesAt }: Closing) =>
      `${roundName} closes ${moment(new Date(closesAt))}. A proposal that is saved but not sent does not count. The clock of the server decides:\n<link/>`,
    received: ({
      roundName,
      version,
      receivedAt,
      sha256,
    }: OfRound & { readonly version: number; readonly receivedAt: string; readonly sha256: string }) =>
      `We received version ${version} of your proposal for ${roundName}, ${moment(new Date(receivedAt))}.\n\nIts hash is ${sha256}. When the round closes, the hashes of all proposals are published; yours must be among them. Keep your receipt:\n<link/>`,
    clarify: ({ roundName, answerBy }: OfRound & { readonly answerBy: string }) =>
      `The state asks you to clarify your proposal for ${roundName}. Your proposal itself stays as it is, and nobody else is told. You may answer until ${moment(new Date(answerBy))}:\n<link/>`,
    opened: ({ roundName }: OfRound) =>
      `The proposals for ${roundName} were opened by two people of the state. The log says who and when:\n<link/>`,
    intended: ({ roundName, protestUntil }: OfRound & { readonly protestUntil: string }) =>
      `The state published whom it intends to award in ${roundName}. You may protest until ${moment(new Date(protestUntil))}:\n<link/>`,
    awarded: ({ roundName }: OfRound) => `The award of ${roundName} is final. Who committed to what is here:\n<link/>`,
    milestoneDue: ({ commitmentName, percent, due }: Due) =>
      `By ${date(due)} you are to have built ${percent} % of ${commitmentName}. Report it with your evidence here:\n<link/>`,
    overdue: ({ commitmentName, percent, due, daysLate }: Due & { readonly daysLate: number }) =>
      `${percent} % of ${commitmentName} was due on ${date(due)}, ${plural(daysLate, 'day', 'days')} ago, and no report is accepted yet. Report it, or say why it is late, here:\n<link/>`,
    evidenceReturned: ({ commitmentName, percent, reason }: Due & { readonly reason: string }) =>
      `The state returned your report of ${percent} % of ${commitmentName}: ${reason}\n\nSend it again here:\n<link/>`,
    newNear: ({ clusterCount, release, stateName, miles, nearest, fewest }: NewNearText) => {
      const lines = nearest.map(
        (one) =>
          `- ${one.name}: ${decimal(one.miles, 1)} miles, ${one.students < fewest ? `fewer than ${grouped(fewest)}` : `about ${grouped(one.students)}`} students`,
      );
      const others = clusterCount - nearest.length;
      if (others > 0) lines.push(`- and ${grouped(others)} more`);
      return `The release “${release}” has ${plural(clusterCount, 'new cluster', 'new clusters')} of students without reliable service within ${plural(miles, 'mile', 'miles')} of your hexagons in ${stateName}. Students are estimated, by share of locations.\n\n${lines.join('\n')}\n\nYour room shows them on the map:\n<link/>\n\nSomebody of your company asked for this message in the room, where it can be stopped.`;
    },
  },
  signature: 'Gapmap. Nobody reads answers to this address unless your state says so.',
};

export type MailMessages = typeof mail;
