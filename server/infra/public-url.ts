/** The address that carriers and browsers call; known for good once the socket listens or a tunnel is open. */
export class PublicUrl {
  #value: string | undefined;

  /** @param given PUBLIC_URL, where it is set */
  constructor(given: string | undefined) {
    this.#value = given;
  }

  /** Names it where nothing was given. */
  settle(url: string): void {
    this.#value ??= url;
  }

  get(): string {
    if (this.#value === undefined) throw new Error('The public address is asked for before it is known');
    return this.#value;
  }
}
