/** Why somebody is not let in, and why an invitation is not made. */
export const peopleRefusals = {
  'access.sign-in-needed': 'This is for people who have signed in: sign in, and come back.',
  'access.other-role/admin': 'This is for an administrator; you act in another role.',
  'sign-in.off': 'Nobody signs in by an organization’s account here. Open the link that you were given.',
  'sign-in.no-issuer': 'There is no such way to sign in here.',
  'sign-in.not-begun':
    'This sign-in was not begun in this browser, is more than ten minutes old, or has been used already. Begin again.',
  'sign-in.refused':
    'Your organization’s sign-in did not confirm who you are, so that nobody has been signed in. Begin again; if it happens once more, tell whoever runs Gapmap.',
  'sign-in.unreachable': 'Your organization’s sign-in does not answer. Try again in a few minutes.',
  'sign-in.no-role':
    'You have been recognized, but nobody has given you a role here. Ask your administrator for an invitation.',
  'sign-in.not-demo': 'Demo persons are only there in a demo on your own computer.',
  'invitation.dead':
    'This invitation is unknown, has expired, was ended or has been used already. Ask whoever invited you for a new one.',
  'invitation.unknown': 'There is no such invitation that is still open.',
  'invitation.lea-id': 'A district’s role needs a LEAID of seven digits, of your own state.',
  'invitation.provider-id': 'A provider’s role needs the provider’s FCC id in digits, such as 130317.',
  'invitation.role': ({ roles }: { roles: string }) => `A role is one of ${roles}.`,
  'invitation.label': 'Say in 1 to 100 characters whom the invitation is for.',
  'invitation.organization': 'Say in 1 to 200 characters which organization the person acts for.',
  'invitation.other-scope': ({ organization }: { organization: string }) =>
    `${organization} is known already, with another district or provider. Write another name, or its own number.`,
  'membership.unknown': 'There is no such role that is still good.',
  'membership.last-admin': 'This is the last administrator of the state. Invite another first.',
  'passkey.refused': 'This passkey was not confirmed, so that nobody has been signed in. Try once more.',
};
