// The groups that one sees, and, for the owner of the server, making another one.
import { useEffect, useState } from 'preact/hooks'
import type { GroupId } from '#protocol/id.ts'
import { useAttempt } from './attempt.ts'
import { useTexts, useVisit } from './context.ts'
import { Dialog } from './dialog.tsx'
import { GroupName } from './group-name.tsx'
import { Icon } from './icon.tsx'
import { Membership } from './membership.tsx'
import { Trouble } from './trouble.tsx'

export function Groups({ mayEdit, onClose }: { mayEdit: boolean; onClose: () => void }) {
  const { session, acts } = useVisit()
  const { counted, groups: t } = useTexts().people
  const { groups } = session.state.value
  const [chosen, choose] = useState<GroupId>()
  const { attempt, busy, trouble } = useAttempt()
  // Others may have changed them meanwhile, or one of them may be chosen and gone.
  useEffect(() => void attempt(acts.people.groups()), [chosen])
  const group = groups.find(({ group }) => group === chosen)
  if (group)
    return <Membership group={group} mayEdit={mayEdit} onBack={() => choose(undefined)} onClose={onClose} />
  return (
    <Dialog title={t.title} onClose={onClose}>
      <p class="soft">
        {t.about}
        {!mayEdit && ` ${t.byOwner}`}
      </p>
      {groups.length === 0 && !busy && <p>{mayEdit ? t.noneYet : t.none}</p>}
      <ul class="rows">
        {groups.map(({ group, name, count }) => (
          <li key={group}>
            <button type="button" onClick={() => choose(group)}>
              <Icon name="people" />
              <span class="nick">{name}</span>
              <span class="soft">{counted(count)}</span>
            </button>
          </li>
        ))}
      </ul>
      {mayEdit && (
        <GroupName
          label={t.another}
          deed={t.make}
          onName={name => acts.people.makeGroup(name).then(choose)}
        />
      )}
      {trouble && <Trouble text={trouble} />}
    </Dialog>
  )
}
