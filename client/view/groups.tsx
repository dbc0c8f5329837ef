// The groups that one sees: who is in them, and, for the owner of the server, putting them together.
import { useEffect, useState } from 'preact/hooks'
import type { GroupId } from '#protocol/id.ts'
import type { Group } from '../act/people.ts'
import { cleanName } from '../state/names.ts'
import { useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { Icon } from './icon.tsx'
import { Membership } from './membership.tsx'

export function Groups({ mayEdit, onClose }: { mayEdit: boolean; onClose: () => void }) {
  const { acts } = useVisit()
  const [groups, setGroups] = useState<readonly Group[]>()
  const [chosen, choose] = useState<GroupId>()
  const [trouble, setTrouble] = useState('')
  const load = () => acts.people.groups().then(setGroups, error => setTrouble(error.message))
  useEffect(() => void load(), [])
  const group = groups?.find(({ group }) => group === chosen)
  const back = () => {
    choose(undefined)
    void load()
  }
  if (group)
    return (
      <Dialog title={group.name} onClose={onClose}>
        <Membership group={group} mayEdit={mayEdit} onBack={back} />
      </Dialog>
    )
  return (
    <Dialog title="Groups" onClose={onClose}>
      <p class="soft">
        People in a group find and write to each other, also when they share no room.
        {!mayEdit && ' The owner of this server puts them together.'}
      </p>
      {groups?.length === 0 && (
        <p>{mayEdit ? 'There is no group yet. Make the first one.' : 'You are in no group.'}</p>
      )}
      <ul class="rows">
        {groups?.map(({ group, name, count }) => (
          <li key={group}>
            <button type="button" onClick={() => choose(group)}>
              <Icon name="people" />
              <span class="nick">{name}</span>
              <span class="soft">{count === 1 ? '1 person' : `${count} people`}</span>
            </button>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <GroupName
          label="New group"
          deed="Make"
          onName={async name => {
            const { group } = await acts.people.makeGroup(name)
            await load()
            choose(group)
          }}
        />
      )}
      {trouble && (
        <p class="wrong" role="alert">
          {trouble}
        </p>
      )}
    </Dialog>
  )
}

interface NameProps {
  readonly label: string
  readonly deed: string
  readonly known?: string
  readonly onName: (name: string) => Promise<unknown>
}

/** What it is called, from now on. Why it is not stands below. */
export function GroupName({ label, deed, known = '', onName }: NameProps) {
  const [text, setText] = useState(known)
  const [trouble, setTrouble] = useState('')
  const name = cleanName(text)
  const submit = (event: Event) => {
    event.preventDefault()
    setTrouble('')
    if (name) onName(name).catch((error: Error) => setTrouble(error.message))
  }
  return (
    <form class="field naming" onSubmit={submit}>
      <label for="group-name">{label}</label>
      <div class="row">
        <input
          id="group-name"
          type="text"
          value={text}
          maxLength={64}
          autocomplete="off"
          aria-describedby="group-trouble"
          onInput={event => setText(event.currentTarget.value)}
        />
        <button type="submit" class="button" disabled={!name || name === known}>
          {deed}
        </button>
      </div>
      <p class="wrong" id="group-trouble" role="alert">
        {trouble}
      </p>
    </form>
  )
}
