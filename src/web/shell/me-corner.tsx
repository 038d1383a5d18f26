import { IconSwitchHorizontal } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { workspaceId } from '../api.ts'
import { useDesk } from '../session/session.ts'
import { Face } from '../ui/badge.tsx'
import { Button } from '../ui/button.tsx'
import { ask } from '../ui/dialogs.ts'
import { useWords } from '../words/words.ts'
import { PlaceLink } from './place-link.tsx'

/** One's own name, which leads to one's settings; and the other brands of an agency. */
export function MeCorner() {
  const w = useWords()
  const navigate = useNavigate()
  const { me, session } = useDesk()
  // A drill that is over is read from the list of drills.
  const places = session.workspaces.filter((b) => b.drill?.over !== true || b.id === workspaceId())
  const changeBrand = async () => {
    const id = await ask({
      kind: 'pick',
      title: w.app.changeBrand,
      options: places.map((b) => ({
        ...{ id: b.id, text: b.name, on: b.id === workspaceId() },
        ...(b.drill !== undefined && { detail: w.exercise.name }),
      })),
    })
    if (id !== null) await navigate({ to: '/w/$workspace/inbox', params: { workspace: id }, search: {} })
  }
  return (
    <div className="me-corner">
      <PlaceLink to="/w/$workspace/me" className="me-link">
        <Face name={me.name} size={24} />
        <span>{me.name}</span>
      </PlaceLink>
      {places.length > 1 && (
        <Button
          look="quiet"
          small
          icon={<IconSwitchHorizontal />}
          aria-label={w.app.changeBrand}
          onPress={changeBrand}
        />
      )}
    </div>
  )
}
