export interface Size {
  width: number
  height: number
}

const findPng = (view: DataView): Size | null =>
  view.getUint32(0) === 0x89504e47 ? { width: view.getUint32(16), height: view.getUint32(20) } : null

/** A JPEG is a chain of segments; the one that starts a frame carries the size. */
const findJpeg = (view: DataView): Size | null => {
  if (view.getUint16(0) !== 0xffd8) return null
  for (let at = 2; view.getUint8(at) === 0xff; at += 2 + view.getUint16(at + 2)) {
    const marker = view.getUint8(at + 1)
    const isFrame = marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)
    if (isFrame) return { height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
  }
  return null
}

const findWebp = (view: DataView): Size | null => {
  if (view.getUint32(0) !== 0x52494646 || view.getUint32(8) !== 0x57454250) return null
  const short = (at: number): number => view.getUint16(at, true)
  switch (view.getUint32(12)) {
    case 0x56503820: // lossy
      return { width: short(26) & 0x3fff, height: short(28) & 0x3fff }
    case 0x5650384c: {
      const bits = view.getUint32(21, true)
      return { width: (bits & 0x3fff) + 1, height: ((bits >> 14) & 0x3fff) + 1 }
    }
    case 0x56503858: // extended
      return { width: (view.getUint32(24, true) & 0xffffff) + 1, height: (view.getUint32(26, true) >>> 8) + 1 }
    default:
      return null
  }
}

/** The size of a picture, read from its first bytes, so that readers show it whole; null for what cannot be read. */
export const findImageSize = (content: Uint8Array): Size | null => {
  const view = new DataView(content.buffer, content.byteOffset, content.byteLength)
  try {
    const size = findPng(view) ?? findJpeg(view) ?? findWebp(view)
    return size && size.width > 0 && size.height > 0 ? size : null
  } catch {
    return null
  }
}
