// What stands on every page.

export const page = {
  close: 'Close',
  tryAgain: 'Try again',
  /** A server that is newer than this page says noes of which the page has not heard. */
  unknownNo: 'The server said no, and this page does not know why. Reload it to get the newest.',
  tooOld: 'This browser is too old',
  aboutTooOld: 'Presence needs a browser from 2023 or later. Update this one, or open the link in another.',
}
