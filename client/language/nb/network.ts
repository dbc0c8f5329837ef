// Hvor gode forbindelsene i en samtale er, og bildene.
import type { CallTexts } from '../texts.ts'

export const network: CallTexts['network'] = {
  strengths: { good: 'god', fair: 'middels', poor: 'svak' },
  routes: { direct: 'direkte', relayed: 'via mellomstasjon' },
  about: (strength, route) => `Forbindelse: ${strength}, ${route}`,
  held: 'Bare lyd akkurat nå',
  quality: 'Bildekvalitet',
  qualities: { high: 'Høy', normal: 'Vanlig', low: 'Lav', sound: 'Bare lyd' },
  aboutQuality:
    'Gjelder bildene du sender og dem du får. En svak forbindelse senker den av seg selv, lyden til slutt.',
  statistics: { label: 'Statistikk', about: 'Hver forbindelse i tall, til å kopiere' },
  title: 'Statistikk for samtalen',
  nobody: 'Ingen andre er i samtalen.',
  copy: 'Kopier',
  copied: 'Kopiert',
}
