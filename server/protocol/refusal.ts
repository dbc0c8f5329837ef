// Every way to say no. A code for programs, a sentence for people, whether trying again may help, and the
// WebSocket close code when the refusal ends the connection (4000-4499: come back; 4500-4999: do not).
// Free of zod, because the client imports it.

interface Entry {
  readonly text: string
  readonly retry: boolean
  readonly close?: number
}

const table = {
  'message.malformed': { text: 'This is not a JSON object. Send one JSON object per message.', retry: false },
  'message.binary': { text: 'Binary messages are not understood here. Send JSON text.', retry: false },
  'message.deep': { text: 'This message is nested too deeply.', retry: false },
  'message.text': {
    text: 'This message holds a NUL or half a character, which cannot be stored. Remove it and send again.',
    retry: false,
  },
  'message.unknown': { text: 'This type of message does not exist in this version.', retry: false },
  'message.invalid': { text: 'A field of this message is missing, unknown or wrong.', retry: false },
  'message.large': { text: 'This message is too large. Send less at a time.', retry: false, close: 4509 },
  'hello.first': { text: 'Say hello first.', retry: false },
  'hello.twice': { text: 'Hello was said already on this connection.', retry: false },
  'hello.late': { text: 'No hello came in time. Connect again.', retry: true, close: 4408 },
  'hello.version': {
    text: 'This page and the server speak different versions. Reload the page.',
    retry: false,
    close: 4506,
  },
  'too.fast': { text: 'That was too fast. Wait a moment and send again.', retry: true },
  flooding: { text: 'Far too many messages came at once. Wait a minute.', retry: true, close: 4429 },
  'sockets.many': {
    text: 'Too many connections are open from here. Close a page and try again.',
    retry: true,
    close: 4430,
  },
  'slow.reader': {
    text: 'The connection could not keep up. Your place is kept; connect again.',
    retry: true,
    close: 4431,
  },
  lost: {
    text: 'Nothing was heard for too long. Your place is kept; connect again.',
    retry: true,
    close: 4432,
  },
  superseded: { text: 'This was opened elsewhere, and goes on there.', retry: false, close: 4501 },
  'signin.failed': {
    text: 'That sign-in is not valid or has expired. Ask for a new one.',
    retry: false,
    close: 4503,
  },
  'resume.expired': { text: 'Your place is no longer kept. Enter again.', retry: false },
  'session.ended': { text: 'You signed out. Open the page again to come back.', retry: false, close: 4500 },
  'server.closing': { text: 'The server restarts. Your place is kept.', retry: true, close: 4400 },
  'server.full': { text: 'The server has no room left. Try again later.', retry: true },
  forbidden: { text: 'You may not do this here. Ask someone who runs the room.', retry: false },
  'rooms.accounts': { text: 'Only people with an account may start rooms here.', retry: false },
  'room.gone': { text: 'This room or link does not exist, or no longer. Ask for a new link.', retry: false },
  'invite.gone': { text: 'This link or invitation does not exist, or no longer.', retry: false },
  'invites.many': {
    text: 'This room has as many links as it can have. Revoke some that are not needed.',
    retry: false,
  },
  'bans.many': {
    text: 'This room has banned as many people as it can. Let somebody back in first.',
    retry: false,
  },
  'room.outside': { text: 'You are not in this room. Enter it first.', retry: false },
  'room.knock': { text: 'This room lets people in one by one. Ask to be let in.', retry: false },
  'room.full': { text: 'This room is full. Try again when somebody has left.', retry: true },
  'room.banned': { text: 'You may not come into this room any more.', retry: false },
  'room.removed': { text: 'You were removed from this room.', retry: false },
  'room.closed': { text: 'This room was closed.', retry: false },
  'room.denied': { text: 'Nobody let you in this time.', retry: false },
  'person.unknown': { text: 'This person is not here.', retry: false },
  'person.blocked': { text: 'This person takes no messages from you.', retry: false },
  'person.blocking': { text: 'You have blocked this person. Unblock them to write.', retry: false },
  'blocks.many': { text: 'You have blocked very many people. Unblock somebody first.', retry: false },
  'group.gone': { text: 'This group does not exist, or you are not in it.', retry: false },
  'group.taken': { text: 'Another group has this name already. Choose another one.', retry: false },
  'groups.many': { text: 'There is no place for more. Remove something first.', retry: false },
  'account.ended': {
    text: 'This account was removed. Ask whoever runs this server.',
    retry: false,
    close: 4504,
  },
  'account.elsewhere': {
    text: 'The program that signs you in decides this. Change it there.',
    retry: false,
  },
  'account.owner': { text: 'The owner of the server cannot be removed.', retry: false },
  'name.taken': { text: 'This name is taken. Choose another one.', retry: false },
  'picture.wrong': {
    text: 'This picture cannot be used. Send a square PNG: 8 bits, not interlaced, at most 256 pixels wide.',
    retry: false,
  },
  'key.unknown': { text: 'There is no service key of this name.', retry: false },
  'key.fixed': { text: 'This service key stands in the config. Take it out there.', retry: false },
  'role.last': { text: 'Somebody must own the room. Make another owner first.', retry: false },
  'store.away': {
    text: 'This cannot be kept right now, so it was not done. Try again in a moment.',
    retry: true,
  },
  'store.refused': {
    text: 'This cannot be kept as it is. Change it and send again.',
    retry: false,
  },
  'store.none': {
    text: 'This server has no database, so nothing can be kept here. Its log says why.',
    retry: false,
  },
  'search.busy': { text: 'Too many people are searching right now. Try again in a moment.', retry: true },
  'message.gone': { text: 'This message does not exist in this room.', retry: false },
  'file.off': { text: 'Files cannot be sent on this server.', retry: false },
  'file.large': {
    text: 'This file is larger than files may be here. Share it in another way.',
    retry: false,
  },
  'file.quota': {
    text: 'The files of this room take up all the space it has. Delete some and try again.',
    retry: true,
  },
  'file.many': { text: 'Too many files wait to be sent. Send those first.', retry: true },
  'file.gone': { text: 'This file is not here, or no longer. Attach it again.', retry: false },
  'file.partial': { text: 'Not all of this file arrived. Try again.', retry: true },
  'file.full': { text: 'The server has no space left for this file. Try again later.', retry: true },
  'live.outside': { text: 'You are not in this call. Join it first.', retry: false },
  'live.locked': {
    text: 'Only those who run the room may join the call now. Ask one of them.',
    retry: false,
  },
  'live.moved': { text: 'You are in this call on another page or device now.', retry: false },
  'live.removed': { text: 'You were removed from the call. You are still in the room.', retry: false },
  'peer.gone': { text: 'This person is not in the call, or no longer.', retry: false },
  'peer.away': { text: 'The connection of this person is lost for now. Wait for their return.', retry: true },
  'signals.many': {
    text: 'Too many ways to reach you were told to this person. Offer the connection anew.',
    retry: false,
  },
  'reactions.many': { text: 'This message has all the reactions that it can hold.', retry: false },
  'knocks.many': { text: 'Too many people are waiting already. Try again later.', retry: true },
  internal: {
    text: 'Something broke on the server. It has been noted; try again.',
    retry: true,
    close: 4011,
  },
} satisfies Record<string, Entry>

export type RefusalCode = keyof typeof table
export const refusals: Readonly<Record<RefusalCode, Entry>> = table

/** An expected no: thrown by the rules, answered by the session. `place` names the field that is wrong. */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly place: string | undefined

  constructor(code: RefusalCode, place?: string) {
    super(code)
    this.code = code
    this.place = place
  }
}
