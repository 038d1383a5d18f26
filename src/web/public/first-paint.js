// Before the first paint: the theme, density and language kept from the last visit, so that nothing flashes.
try {
  const kept = JSON.parse(localStorage.getItem('vigie.look') ?? '{}')
  const root = document.documentElement
  if (kept.theme === 'light' || kept.theme === 'dark') root.dataset.theme = kept.theme
  if (kept.density === 'compact') root.dataset.density = kept.density
  if (kept.language === 'en' || kept.language === 'fr') root.dataset.language = kept.language
} catch {
  // A browser that forbids storage shows the system's theme.
}
