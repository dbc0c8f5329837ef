// Who one is: a guest's name, and an account's profile.

export const you = {
  you: 'You',
  seenAs: 'The others see you as',
  signedInAs: (name: string) => `You are signed in as ${name}.`,
  profile: 'Your profile',
  name: 'Your name',
  nameElsewhere: 'It comes from where you sign in, and is changed there.',
  about: 'About you',
  aboutIs: 'One line that the others can read',
  picture: {
    title: 'A picture of you',
    choose: 'Choose a picture',
    remove: 'Remove it',
    unreadable: 'This file cannot be shown as a picture. Choose another one.',
  },
  device: {
    title: 'Sign in on another device',
    show: 'Show a sign-in link',
    link: 'Your sign-in link',
    about: 'Whoever opens this link is you, for a week. It voids the one before it.',
  },
  signOut: 'Sign out',
  aboutSignOut: 'To come back you need a sign-in link.',
  signOutHere: 'In this browser',
  signOutEverywhere: 'Everywhere',
}
