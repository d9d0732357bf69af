export const SETUP_CHECK_STATUSES = ['PASS', 'WARN', 'FAIL'] as const;
export type SetupCheckStatus = (typeof SETUP_CHECK_STATUSES)[number];

/** One thing that has to be right for calls to be answered, with its cause and its mend for a person. */
export type SetupCheck = {
  /** Stays the same over languages and versions. */
  code: string;
  status: SetupCheckStatus;
  title: string;
  detail: string;
  fix: string | null;
};

export const pass = (code: string, title: string, detail: string): SetupCheck => ({
  code,
  status: 'PASS',
  title,
  detail,
  fix: null,
});

export const trouble = (
  status: 'WARN' | 'FAIL',
  code: string,
  title: string,
  { detail, fix }: { detail: string; fix: string },
): SetupCheck => ({ code, status, title, detail, fix });
