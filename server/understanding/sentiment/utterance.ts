import { worthOfClause } from './clause.ts';
import { type FeltClause, feltClausesOf } from './felt-clauses.ts';

/** Before a "but", and after it. */
const CONCEDED = 0.5;
const MEANT = 1.4;
/** From here on, praise before it was meant the other way round: "Great, now I have to wait another week". */
const BLAME = -0.8;
/** A sum of this size scores 0.71. */
const STRONG = 2;

/** How a caller feels who says this, −1 to 1; 0 where nothing tells. Any text will do. */
export function scoreUtterance(text: string): number {
  const clauses = feltClausesOf(text).map((clause) => ({ ...clause, worth: worthOfClause(clause) }));
  const contrast = clauses.findLastIndex(({ isContrast }) => isContrast);
  const isBlamed = clauses.some(({ worth }) => worth <= BLAME);
  const sum = clauses.reduce((total, clause, index) => {
    const isSarcastic = isBlamed && isExclamation(clause) && clause.worth > 0;
    const weight = contrast <= 0 ? 1 : index < contrast ? CONCEDED : MEANT;
    return total + clause.worth * weight * (isSarcastic ? -0.5 : 1);
  }, 0);
  return sum === 0 ? 0 : sum / Math.hypot(sum, STRONG);
}

const isExclamation = ({ words }: FeltClause) => words.length <= 2;
