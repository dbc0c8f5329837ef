// What stands on every page.

export const page = {
  more: 'More',
  close: 'Close',
  tryAgain: 'Try again',
  cancel: 'Cancel',
  keep: 'Keep it',
  save: 'Save',
  saved: 'Saved',
  reload: 'Reload the page',
  openInWindow: 'Open in a window',
  unnamed: 'Unnamed room',
  saidBy: (name: string, text: string) => `${name}: ${text}`,
  goBackIn: 'Go back in',
  reconnecting: 'Reconnecting…',
  reconnectingInside: 'Reconnecting… your place is kept',
  stillTrying: 'Still trying to reach the server.',
  broken: 'Something went wrong on this page',
  aboutBroken: 'Your place is kept, and what was said too. Load the page again to go on.',
  somebody: 'Somebody',
  /** A server that is newer than this page says noes of which the page has not heard. */
  unknownNo: 'The server said no, and this page does not know why. Reload it to get the newest.',
  tooOld: 'This browser is too old',
  aboutTooOld: 'Presence needs a browser from 2023 or later. Update this one, or open the link in another.',
}
