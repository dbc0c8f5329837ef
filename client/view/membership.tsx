// One group: who is in it, and, for the owner of the server, its name, its people and its end.
import { useEffect, useState } from 'preact/hooks'
import type { PersonId } from '#protocol/id.ts'
import type { Group, Members } from '../act/people.ts'
import { faceOf } from '../state/face.ts'
import { Avatar } from './avatar.tsx'
import { useVisit } from './context.ts'
import { Find } from './find.tsx'
import { GroupName } from './groups.tsx'
import { Icon } from './icon.tsx'

interface Props {
  readonly group: Group
  readonly mayEdit: boolean
  readonly onBack: () => void
}

export function Membership({ group: { group, name }, mayEdit, onBack }: Props) {
  const { acts } = useVisit()
  const [inside, setInside] = useState<Members>()
  const [trouble, setTrouble] = useState('')
  const [ending, setEnding] = useState(false)
  const failed = (error: Error) => setTrouble(error.message)
  const load = () => acts.people.members(group).then(setInside, failed)
  useEffect(() => void load(), [])
  const put = (person: PersonId, on: boolean) => acts.people.setMember(group, person, on).then(load, failed)
  const remove = () => (ending ? acts.people.removeGroup(group).then(onBack, failed) : setEnding(true))
  return (
    <>
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
                onClick={() => void put(person, false)}
              >
                <Icon name="close" />
              </button>
            )}
          </li>
        ))}
      </ul>
      {inside?.members.length === 0 && <p class="soft">Nobody is in it yet.</p>}
      {trouble && (
        <p class="wrong" role="alert">
          {trouble}
        </p>
      )}
      {mayEdit && (
        <>
          <Find
            label="Add somebody"
            deed={name => `Add ${name}`}
            nobody="Nobody with an account here is called so."
            onChoose={({ person }) => void put(person, true)}
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
          <button
            type="button"
            class={ending ? 'button danger' : 'button quiet'}
            onClick={() => void remove()}
          >
            {ending ? 'Really remove it' : 'Remove the group'}
          </button>
        )}
      </div>
    </>
  )
}
