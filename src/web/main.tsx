import '@fontsource-variable/atkinson-hyperlegible-next/index.css'
import '@fontsource-variable/bricolage-grotesque/index.css'
import './tokens.css'
import './base.css'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { createRoot } from 'react-dom/client'
import { bindKeys } from './keys/registry.ts'
import { queryClient } from './query.ts'
import { router } from './routes.tsx'
import { speak } from './words/words.ts'

function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <RouterProvider router={router} />
    </QueryClientProvider>
  )
}

const keptLanguage = (): 'fr' | 'en' => {
  const kept = document.documentElement.dataset.language
  if (kept === 'fr' || kept === 'en') return kept
  return navigator.language.toLowerCase().startsWith('fr') ? 'fr' : 'en'
}

const start = async () => {
  bindKeys({ on: true, keys: {} })
  await speak(keptLanguage())
  const place = document.getElementById('desk')
  if (place !== null) createRoot(place).render(<App />)
}
void start()
