// What two peers may send each other: four lines, always in this order, so that both know which is which.

export const lines = { mic: 'audio', camera: 'video', share: 'video', shareSound: 'audio' } as const
export type LineName = keyof typeof lines
export const lineNames = Object.keys(lines) as readonly LineName[]

/** What is seen and heard of one person belongs together; his share is another thing. */
export const isOfShare = (line: LineName) => line === 'share' || line === 'shareSound'
