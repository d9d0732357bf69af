import type { ElectronParts } from './electron-parts.ts';
import type { SettingsFile } from './settings-file.ts';

/** Keeps the session's token with the operating system's encryption; without it, for this run only. */
export class TokenStore {
  #unsaved: string | undefined;

  constructor(
    private readonly safeStorage: ElectronParts['safeStorage'],
    private readonly settings: SettingsFile,
    private readonly platform: NodeJS.Platform,
  ) {}

  load(): string | null {
    const { token } = this.settings.get();
    if (token === undefined) return this.#unsaved ?? null;
    try {
      return this.safeStorage.decryptString(Buffer.from(token, 'base64'));
    } catch {
      // Encrypted by another user or another machine: of no use here.
      this.settings.set({ token: undefined });
      return null;
    }
  }

  save(token: string | null): void {
    const canKeep = token !== null && this.#isSafe();
    this.#unsaved = canKeep ? undefined : (token ?? undefined);
    this.settings.set({
      token: canKeep ? this.safeStorage.encryptString(token).toString('base64') : undefined,
    });
  }

  /** Without a keyring, Linux "encrypts" with a password that everybody knows. */
  #isSafe(): boolean {
    if (!this.safeStorage.isEncryptionAvailable()) return false;
    return this.platform !== 'linux' || this.safeStorage.getSelectedStorageBackend() !== 'basic_text';
  }
}
