declare module 'virtual:contract-lines' {
  export const lines: {
    [K in keyof import('#contract/index.ts').DeskContract]: import('#contract/client.ts').RouteLine
  }
}
