import type { DeliveryView } from '#contract/case-view.ts'

/** Presses of « send » that the desk has not answered yet: taking one back waits for its answer. */
const underWay = new Map<string, Promise<DeliveryView>>()

export const setUnderWay = (id: string, answer: Promise<DeliveryView>): void => {
  underWay.set(id, answer)
  const forget = () => underWay.delete(id)
  answer.then(forget, forget)
}

/** Settles once the desk knows of the delivery, or has refused it. */
export const known = async (id: string): Promise<void> => {
  await underWay.get(id)?.catch(() => undefined)
}
