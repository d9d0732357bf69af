/** The names under which pages and shell speak, the same for the preload script and the main process. */
export const CHANNELS = {
  serverUrl: 'kaivox:server-url',
  setServerUrl: 'kaivox:set-server-url',
  loadToken: 'kaivox:load-token',
  saveToken: 'kaivox:save-token',
  notify: 'kaivox:notify',
  version: 'kaivox:version',
  navigate: 'kaivox:navigate',
} as const;
