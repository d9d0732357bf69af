/** What an operation comes to: a status and a body. */
export type Result = { status: number; body: object | undefined };

export const refused = (status: number, error: string): Result => ({ status, body: { error } });
