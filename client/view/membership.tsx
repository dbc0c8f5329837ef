// One group: who is in it, and, for the owner of the server, its name, its people and its end.
import { useEffect, useState } from 'preact/hooks'
import type { PersonId } from '#protocol/id.ts'
import type { Group, Members } from '../act/people.ts'
import { faceOf } from '../state/face.ts'
import { useAttempt } from './attempt.ts'
import { Avatar } from './avatar.tsx'
import { Confirm } from './confirm.tsx'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { Find } from './find.tsx'
import { GroupName } from './group-name.tsx'
import { Icon } from './icon.tsx'
import { Trouble } from './trouble.tsx'

interface Props {
  readonly group: Group
  readonly mayEdit: boolean
  readonly onBack: () => void
  readonly onClose: () => void
}

export function Membership({ group: { group, name }, mayEdit, onBack, onClose }: Props) {
  const { acts } = useVisit()
  const {
    page,
    people: { groups: t },
  } = useTexts()
  const [inside, setInside] = useState<Members>()
  const [ending, setEnding] = useState(false)
  const { attempt, trouble } = useAttempt()
  const load = () => acts.people.members(group).then(setInside)
  useEffect(() => void attempt(load()), [])
  const put = (person: PersonId, on: boolean) =>
    void attempt(acts.people.setMember(group, person, on).then(load))
  if (ending)
    return (
      <Confirm
        title={t.removeTitle(name)}
        text={t.aboutRemoving}
        yes={t.removeYes}
        no={page.keep}
        onYes={() => void attempt(acts.people.removeGroup(group).then(onBack))}
        onClose={() => setEnding(false)}
      />
    )
  return (
    <Dialog title={name} onClose={onClose}>
      <ul class="rows">
        {inside?.members.map(({ person, name, avatar }) => (
          <li key={person} class="row spread">
            <Avatar name={name} face={faceOf({ person, avatar })} size={32} />
            <span class="nick">{name}</span>
            {mayEdit && (
              <button type="button" class="sign" aria-label={t.drop(name)} onClick={() => put(person, false)}>
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {inside?.members.length === 0 && <p class="soft">{t.empty}</p>}
      {trouble && <Trouble text={trouble} />}
      {mayEdit && (
        <>
          <Find
            label={t.add}
            deed={t.addPerson}
            nobody={t.nobody}
            onChoose={({ person }) => put(person, true)}
          />
          <GroupName
            label={t.name}
            deed={t.rename}
            known={name}
            onName={name => acts.people.renameGroup(group, name).then(onBack)}
          />
        </>
      )}
      <div class="row spread">
        <button type="button" class="button" onClick={onBack}>
          {t.all}
        </button>
        {mayEdit && (
          <button type="button" class="button quiet" onClick={() => setEnding(true)}>
            {t.remove}
          </button>
        )}
      </div>
    </Dialog>
  )
}
