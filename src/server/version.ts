import project from '../../package.json' with { type: 'json' }

/** The version of Vigie that runs. */
export const version: string = project.version
