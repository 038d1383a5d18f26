// Shows what the desk has to tell while its pages are closed, and opens them where it is read. It keeps nothing and fetches nothing.
const read = (event) => {
  try {
    return event.data?.json() ?? {}
  } catch {
    return {}
  }
}

self.addEventListener('install', () => self.skipWaiting())
self.addEventListener('activate', (event) => event.waitUntil(self.clients.claim()))

self.addEventListener('push', (event) => {
  const { title, body, url, tag } = read(event)
  const shown = { body: String(body ?? ''), data: { url: String(url ?? '/') }, icon: '/favicon.svg' }
  // A message that comes twice takes its own place.
  if (tag) shown.tag = String(tag)
  event.waitUntil(self.registration.showNotification(String(title ?? 'Vigie'), shown))
})

self.addEventListener('notificationclick', (event) => {
  event.notification.close()
  const asked = new URL(event.notification.data?.url ?? '/', self.location.origin)
  // Only the desk's own pages are opened.
  const target = asked.origin === self.location.origin ? asked.href : self.location.origin
  const open = async () => {
    const pages = await self.clients.matchAll({ type: 'window', includeUncontrolled: true })
    // A window that shows something else may hold words that were not sent yet: it is left alone.
    const there = pages.find((page) => page.url === target)
    return there ? there.focus() : self.clients.openWindow(target)
  }
  event.waitUntil(open())
})
