// The pictures that accounts have given themselves. Another picture has another address, so that none is asked for twice.
import type { Express } from 'express'
import type { PersonId } from '#protocol/id.ts'
import { Refusal } from '#protocol/refusal.ts'

type Portrait = (person: PersonId, version: string) => Promise<Buffer | undefined>

export const portraitRoute = (portrait: Portrait) => (app: Express) => {
  app.get('/avatar/:person/:version.png', async (request, response, next) => {
    const { person, version } = request.params
    try {
      const picture = await portrait(person as PersonId, version)
      if (!picture) return next()
      response.set('Cache-Control', 'public, max-age=31536000, immutable').type('png').send(picture)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      response.status(503).type('text').send('This picture cannot be read right now.')
    }
  })
}
