// What everybody sets for himself.
import type { ListedKey, ShortcutName } from '../../state/shortcuts.ts'
import type { Standing } from '../../state/standing.ts'

const meant = 'When somebody mentions you or writes to you alone, and you do not look at this page.'

const does: Readonly<Record<ShortcutName | ListedKey, string>> = {
  help: 'Show this list',
  settings: 'Open your settings',
  write: 'Write a message',
  search: 'Search what was said',
  newest: 'Go to the newest message',
  people: 'Go to the people',
  share: 'Bring people in',
  next: 'Go to the next of your rooms',
  previous: 'Go to the room before it',
  talk: 'Talk while you are muted, as long as you hold it',
  mic: 'Mute or unmute',
  camera: 'Switch the camera on or off',
  screen: 'Share the screen',
  hand: 'Raise or lower your hand',
  layout: 'Another layout',
  full: 'Full screen',
  react: 'React',
  send: 'Send',
  line: 'Begin a new line',
  edit: 'Edit what you said last, while the field is empty',
  mention: 'Mention somebody',
  leave: 'Leave the field, for the newest message',
}

const notifying: Readonly<Record<Standing, string>> = {
  insecure: 'Not possible here: browsers allow it only over https.',
  unable: 'Not possible here: this browser does not let pages notify.',
  default: meant,
  denied:
    'Your browser forbids it for this page. Allow it in the settings of the browser, then switch it on here.',
  granted: meant,
}

export const own = {
  title: 'Your settings',
  inThisBrowser: 'In this browser',
  note: 'What you choose here holds in this browser only.',
  language: 'Language',
  browsersLanguage: 'The browser’s',
  theme: 'Theme',
  themes: { system: 'System', light: 'Light', dark: 'Dark' },
  contrast: 'Contrast',
  contrasts: { system: 'System', more: 'High' },
  sounds: 'Sounds',
  aboutSounds: 'When somebody waits to be let in, or writes to you while you do not look.',
  notifications: 'Notifications',
  notifying,
  notifyingIsOn: `It is on. ${meant}`,
  notifyingUnanswered: 'Your browser has asked and got no answer. Switch it on to be asked again.',
  keys: 'Shortcuts of a single key',
  aboutKeys: 'Such as / to search. Who speaks to his device, or hits keys by chance, switches them off.',
  showKeys: 'Show all shortcuts',
  shortcuts: {
    title: 'Shortcuts',
    off: 'Those of a single key are switched off in your settings.',
    or: 'or',
    chapters: {
      anywhere: 'Everywhere',
      inRoom: 'In a room',
      inCall: 'In a call',
      writing: 'While you write',
    },
    does,
  },
}
