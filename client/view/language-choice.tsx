// In which language this browser shows the page: each is called as it calls itself.
import { useId } from 'preact/hooks'
import { type LanguageName, languages } from '../state/languages.ts'
import { useTexts, useVisit } from './context.ts'

export function LanguageChoice() {
  const { device } = useVisit()
  const t = useTexts().own
  const id = useId()
  return (
    <div class="field">
      <label for={id}>{t.language}</label>
      <select
        id={id}
        value={device.now.language}
        onChange={event => device.set({ language: event.currentTarget.value as 'system' | LanguageName })}
      >
        <option value="system">{t.browsersLanguage}</option>
        {Object.entries(languages).map(([name, called]) => (
          <option key={name} value={name} lang={name}>
            {called}
          </option>
        ))}
      </select>
    </div>
  )
}
