// Being in a call: choosing devices, the tiles and the controls.
import type { Trouble } from '../../call/devices.ts'
import { hand, more, reactions, selfView, tile } from './in-call.ts'
import { network } from './network.ts'
import { ofRoom, orders, signs, stopped } from './presiding.ts'

const mic: Readonly<Record<Trouble, string>> = {
  denied:
    'Your browser does not let this page use the microphone. The others cannot hear you. Allow it beside the address, then switch it on again.',
  system:
    'The computer itself keeps this browser from the microphone. Open its privacy settings and allow it there.',
  missing: 'No microphone was found. Plug one in, or join without.',
  busy: 'Another program has the microphone. Close it and try again.',
  insecure: 'Browsers give a microphone only to pages over https. The chat works here.',
  frame: 'The page around this room did not pass on the right to the microphone. Open the room by itself.',
  unable: 'This browser has no microphone to give. You can watch and listen.',
}

const camera: Readonly<Record<Trouble, string>> = {
  denied:
    'Your browser does not let this page use the camera. The others cannot see you. Allow it beside the address, then switch it on again.',
  system:
    'The computer itself keeps this browser from the camera. Open its privacy settings and allow it there.',
  missing: 'No camera was found. Plug one in, or join without.',
  busy: 'Another program has the camera. Close it and try again.',
  insecure: 'Browsers give a camera only to pages over https. The chat works here.',
  frame: 'The page around this room did not pass on the right to the camera. Open the room by itself.',
  unable: 'This browser has no camera to give. You can watch and listen.',
}

const share: Readonly<Record<Trouble, string>> = {
  denied: 'Your browser does not let this page show your screen.',
  system:
    'The computer itself keeps this browser from the screen. Open its privacy settings and allow it there.',
  missing: 'There is no screen that could be shown.',
  busy: 'The screen cannot be shown right now. Try again.',
  insecure: 'Browsers show a screen only from pages over https.',
  frame: 'The page around this room did not pass on the right to show a screen. Open the room by itself.',
  unable: 'This browser cannot show a screen. Try another one, or another device.',
}

export const call = {
  prejoin: {
    title: 'Join live',
    join: 'Join',
    watch: 'Just watch',
    cameraOff: 'Your camera is off',
    devices: 'Devices',
    microphone: 'Microphone',
    camera: 'Camera',
    speaker: 'Speaker',
    test: 'Test the speaker',
    level: 'How loud you are',
    hide: 'Hide my address',
    aboutHide: 'The others see that of a relay. It may be slower.',
  },
  trouble: { mic, camera, share },
  stage: 'People who are live',
  controls: 'Call',
  mute: 'Mute',
  unmute: 'Unmute',
  cameraOn: 'Switch the camera on',
  cameraOff: 'Switch the camera off',
  share: 'Share the screen',
  stopShare: 'Stop sharing',
  leave: 'Leave the call',
  you: 'You',
  muted: 'Muted',
  away: 'The connection is lost',
  connecting: 'Connecting…',
  silent: 'Picture and sound are interrupted. Looking for another way…',
  screenOf: (name: string) => `Screen of ${name}`,
  yourScreen: 'Your screen, as the others see it',
  duration: 'How long the call has been going on',
  more,
  tile,
  network,
  silentMic: (device: string) =>
    `Nothing comes from ${device || 'the microphone'}. Is it switched off by a switch of its own?`,
  youAreMuted: 'You are muted: the others do not hear you.',
  selfView,
  hand,
  reactions,
  orders,
  ofRoom,
  stopped,
  signs,
  hear: 'Click to hear the others',
}
