// La qualité des connexions d’un appel et de ses images.
import type { CallTexts } from '../texts.ts'

export const network: CallTexts['network'] = {
  strengths: { good: 'bonne', fair: 'moyenne', poor: 'faible' },
  routes: { direct: 'directe', relayed: 'par un relais' },
  about: (strength, route) => `Connexion : ${strength}, ${route}`,
  held: 'Seulement le son pour le moment',
  quality: 'Qualité des images',
  qualities: { high: 'Haute', normal: 'Normale', low: 'Basse', sound: 'Son seul' },
  aboutQuality:
    'De celles que vous envoyez et recevez. Une connexion faible la baisse d’elle-même, le son en dernier.',
  statistics: { label: 'Statistiques', about: 'Chaque connexion en chiffres, à copier' },
  title: 'Statistiques de l’appel',
  nobody: 'Personne d’autre n’est en direct.',
  copy: 'Copier',
  copied: 'Copié',
}
