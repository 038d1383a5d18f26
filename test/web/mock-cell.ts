/** What the cell of the late deliveries lets every composer say, to a case that belongs to it. */
export const mockCell = () => {
  const line = { words: [], claims: [], dates: false, ours: true }
  const pilot = { id: '00000000-0000-7010-8000-000000000003', name: 'Sarah Duval' }
  return {
    maySay: [
      { ...line, state: 'confirmed' as const, says: '312 bouquets partis avec un jour de retard.' },
      { ...line, state: 'unconfirmed' as const, says: 'Date de relivraison', words: ['relivraison'], dates: true },
      { ...line, state: 'forbidden' as const, says: 'Tout est réglé', words: ['tout est réglé'] },
    ],
    incidents: [{ id: '00000000-0000-7060-8000-000000000001', title: 'Livraisons de la fête des mères', pilot }],
  }
}
