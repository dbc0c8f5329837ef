// One group: who is in it, and, for the owner of the server, its name, its people and its end.
import { useEffect, useState } from 'preact/hooks'
import type { PersonId } from '#protocol/id.ts'
import type { Group, Members } from '../act/people.ts'
import { faceOf } from '../state/face.ts'
import { useAttempt } from './attempt.ts'
import { Avatar } from './avatar.tsx'
import { Confirm } from './confirm.tsx'
import { useVisit } from './context.ts'
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
        title={`Remove ${name}?`}
        text="Its people no longer find each other by it. Rooms and what was said there stay."
        yes="Remove it"
        no="Keep it"
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
              <button
                type="button"
                class="sign"
                aria-label={`Take ${name} out of the group`}
                onClick={() => put(person, false)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {inside?.members.length === 0 && <p class="soft">Nobody is in it yet.</p>}
      {trouble && <Trouble text={trouble} />}
      {mayEdit && (
        <>
          <Find
            label="Add somebody"
            deed={name => `Add ${name}`}
            nobody="Nobody with an account here is called so."
            onChoose={({ person }) => put(person, true)}
          />
          <GroupName
            label="Name of the group"
            deed="Rename"
            known={name}
            onName={name => acts.people.renameGroup(group, name).then(onBack)}
          />
        </>
      )}
      <div class="row spread ways">
        <button type="button" class="button" onClick={onBack}>
          All groups
        </button>
        {mayEdit && (
          <button type="button" class="button quiet" onClick={() => setEnding(true)}>
            Remove the group
          </button>
        )}
      </div>
    </Dialog>
  )
}
