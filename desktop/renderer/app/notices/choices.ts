import { useLocalStorage } from '@mantine/hooks';

/** How a person wants to be told, on this device. */
export type Choices = { isOn: boolean; showsNames: boolean };

const KEY = 'kaivox.notices';

/** @param isOnAtFirst the desktop app tells unless told not to; a browser has to be asked first */
export function useChoices(isOnAtFirst: boolean) {
  return useLocalStorage<Choices>({
    key: KEY,
    defaultValue: { isOn: isOnAtFirst, showsNames: false },
    getInitialValueInEffect: false,
    deserialize: (text) => read(text) ?? { isOn: isOnAtFirst, showsNames: false },
  });
}

/** What this device keeps may be of another version, or edited by hand. */
function read(text: string | undefined): Choices | undefined {
  try {
    const { isOn, showsNames } = JSON.parse(text ?? '') as Record<string, unknown>;
    return typeof isOn === 'boolean' && typeof showsNames === 'boolean' ? { isOn, showsNames } : undefined;
  } catch {
    return undefined;
  }
}
