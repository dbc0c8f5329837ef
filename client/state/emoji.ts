// The emoji that are offered, in groups, each with its name and the words by which it is also found.

export interface Emoji {
  readonly emoji: string
  readonly name: string
  readonly words: string
}
export interface EmojiGroup {
  readonly name: string
  readonly emoji: readonly Emoji[]
}

const groups: Readonly<Record<string, string>> = {
  'Often used': `
    👍 thumbs up, yes good agree ok like
    ❤️ heart, love red
    😂 tears of joy, laugh funny haha lol
    🎉 party, celebrate congratulations hooray
    👀 eyes, look see watching
    ✅ done, check yes ok tick
    🙏 thank you, please hands pray
    👎 thumbs down, no bad disagree`,
  Faces: `
    😀 grin, happy smile
    🙂 smile, happy fine
    😉 wink, joke
    😊 blush, happy shy
    😍 in love, heart eyes
    😘 kiss, love
    🥰 loved, hearts
    😎 cool, sunglasses
    🤔 thinking, hmm wonder question
    🤨 doubt, eyebrow really
    😅 phew, sweat relieved close
    🤣 rolling, laugh floor rofl
    😇 angel, innocent
    🤗 hug, embrace
    😬 awkward, grimace oops
    😴 asleep, tired zzz bored
    😢 sad, cry tear
    😭 sobbing, cry sad
    😡 angry, mad rage
    😱 scream, shock fear
    😮 surprised, wow oh
    🙄 eye roll, annoyed
    🤯 mind blown, explode
    🥳 party face, birthday
    🤒 ill, sick fever
    😷 mask, ill sick
    🤖 robot, machine bot
    👻 ghost, boo halloween`,
  Hands: `
    👏 applause, clap bravo
    🙌 hooray, raised hands praise
    👌 perfect, ok fine
    🤝 handshake, deal agree
    ✌️ peace, victory two
    🤞 fingers crossed, luck hope
    💪 strong, muscle power
    👋 wave, hello hi bye
    🫶 heart hands, love
    ☝️ point up, this one
    🤷 shrug, whatever dunno
    🤦 facepalm, oh no`,
  Signs: `
    ❌ no, cross wrong
    ❓ question, what why
    ❗ important, exclamation
    ➕ plus, me too add
    ➖ minus, less remove
    💯 hundred, perfect full
    ⭐ star, favourite
    ✨ sparkles, new magic
    🔥 fire, hot great
    💡 idea, light bulb
    ⚠️ warning, careful
    🚧 in progress, construction work
    🔒 locked, secure
    📌 pin, note
    ⏳ waiting, hourglass later
    🔔 bell, remind`,
  Things: `
    🚀 rocket, launch ship fast
    🐛 bug, insect error
    🛠️ tools, fix repair
    💻 computer, laptop work
    📅 calendar, date meeting
    ✏️ pencil, write edit
    📷 camera, photo
    🎵 music, note song
    🎂 cake, birthday
    🏆 trophy, win first
    ☕ coffee, tea break
    🍺 beer, drink cheers
    🍕 pizza, food lunch
    🍪 cookie, treat
    🌱 plant, grow seedling
    🌈 rainbow, colours
    ☀️ sun, weather warm
    🐱 cat, pet
    🐶 dog, pet
    🦄 unicorn, magic`,
}

export const emojiGroups: readonly EmojiGroup[] = Object.entries(groups).map(([name, lines]) => ({
  name,
  emoji: lines.trim().split('\n').map(read),
}))

function read(line: string): Emoji {
  const [, emoji = '', name = '', words = ''] = /^(\S+) ([^,]+), (.+)$/.exec(line.trim()) ?? []
  return { emoji, name, words }
}

/** Those of which every typed word begins a word; all of them while nothing is typed. */
export function findEmoji(typed: string): readonly EmojiGroup[] {
  const sought = typed.toLowerCase().split(/\s+/).filter(Boolean)
  const fits = ({ name, words }: Emoji) => {
    const known = `${name} ${words}`.split(' ')
    return sought.every(word => known.some(one => one.startsWith(word)))
  }
  const found = emojiGroups.map(group => ({ ...group, emoji: group.emoji.filter(fits) }))
  return found.filter(({ emoji }) => emoji.length > 0)
}
