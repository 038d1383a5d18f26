import { useNavigate } from '@tanstack/react-router'
import { queries, queryClient } from '../query.ts'

/** Goes into a drill. The session is read again first: whoever has just been let in does not know of the place yet. */
export const useEnter = () => {
  const navigate = useNavigate()
  return async (workspace: string) => {
    await queryClient.refetchQueries({ queryKey: queries.session().queryKey })
    await navigate({ to: '/w/$workspace/drill', params: { workspace } })
  }
}
