/** The log of acts. A code is stored; its words are for whoever reads the log. */
export const acts = {
  did: {
    'people.invited': 'invited somebody',
    'people.invitation-ended': 'ended an invitation',
    'people.joined': 'took up a role',
    'people.role-ended': 'ended a role',
    'people.signed-in': 'signed in',
    'people.signed-out': 'signed out',
    'people.session-ended': 'ended a session',
    'people.log-exported': 'exported this log',
    'links.given': 'gave a link',
    'links.ended': 'ended a link',
    'collections.opened': 'opened a collection',
    'collections.changed': 'changed a collection',
    'rooms.plan-loaded': 'loaded a plan',
    'rooms.plan-deleted': 'deleted a plan',
    'corrections.filed': 'filed a correction',
    'corrections.accepted': 'accepted a correction',
    'corrections.refused': 'refused a correction',
    'outreach.planned': 'wrote an outreach plan',
    'stories.shared': 'shared a story',
    'stories.ended': 'ended a link to a story',
    'filings.docket': 'wrote a docket number',
    'filings.doubt': 'doubted a filing',
    'filings.note-ended': 'ended a note on a filing',
    'filings.window': 'wrote a window for challenges',
    'filings.window-ended': 'ended a window for challenges',
  },
};

export type ActMessages = typeof acts;
