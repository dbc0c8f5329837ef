// Which of the two begins to encrypt: agreed once, and not to be changed on the same connection. Firefox forgets it when
// it answers an offer that leaves it open, and Chromium refuses that answer; so later offers say it.

export type Role = 'active' | 'passive'

/** Of who answers. */
export const roleIn = (answer: string): Role | undefined =>
  /^a=setup:(active|passive)\r?$/m.exec(answer)?.[1] as Role | undefined

export const opposite = (role: Role | undefined): Role | undefined =>
  role && (role === 'active' ? 'passive' : 'active')

export const keeping = (role: Role | undefined, offer: string): string =>
  role ? offer.replaceAll('a=setup:actpass', `a=setup:${role}`) : offer
