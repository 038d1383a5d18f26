import { useDesk } from '../session/session.ts'
import { Hall } from './hall.tsx'
import { Room } from './room.tsx'
import './drill.css'

/** From a brand, its drills and how to start one; inside a drill, the drill itself (C4). */
export function DrillScreen() {
  const { workspace } = useDesk()
  return workspace?.drill === undefined ? <Hall /> : <Room />
}
