import { useTranslation } from 'react-i18next';
import classes from './skip-link.module.css';

/** What it leads to, which must be able to take the focus. */
export const CONTENT_ID = 'content';

/** Tab's first stop: past header and navigation, to the page itself. */
export function SkipLink() {
  const { t } = useTranslation();
  return (
    <a
      href={`#${CONTENT_ID}`}
      className={classes.link}
      onClick={(event) => {
        // The address stays as it is: it holds a list's filters, and Back should lead to another page.
        event.preventDefault();
        document.getElementById(CONTENT_ID)?.focus();
      }}
    >
      {t('header.skip')}
    </a>
  );
}
