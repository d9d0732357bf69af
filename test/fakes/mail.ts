export type MailFault =
  /** What the server says in place of its usual reply: to the connection, to the recipient, or to the whole message. */
  | { at: 'greeting' | 'recipient' | 'message'; reply: string }
  /** The message is taken, and the connection breaks before that is said. */
  | { at: 'message'; cut: true };

/** A message as it was taken. */
export type Mail = {
  from: string;
  to: string[];
  /** By name, in lower case, unfolded. */
  headers: Record<string, string>;
  /** As it was sent: encoded. */
  body: string;
};
