import type { LinkCheck, LinkResult } from '../register/links.ts'
import { monthWords } from './month.ts'

/** Why a page could not be confirmed, in plain words. */
export const LINK_REASONS: Record<Exclude<LinkResult, 'ok' | 'moved'>, string> = {
  missing: 'ページがない、という答えでした',
  refused: '見ることを断られました。人が開くと、見られることもあります',
  fault: '相手のサイトが、故障しているという答えでした',
  redirects: 'ほかのアドレスへの案内が、ページまで続きませんでした',
  timeout: '時間の内に、答えがありませんでした',
  unreachable: '相手のサイトに、つながりませんでした',
}

/** What is said beside a programme's own address, in the month of the check; null where all is well. */
export function linkWords({ result, checked }: Pick<LinkCheck, 'result' | 'checked'>): string | null {
  const month = monthWords(checked)
  if (result === 'ok') return null
  if (result === 'moved') return `別のアドレスに移っています（${month}）。`
  return `${month}に確認できませんでした（${LINK_REASONS[result]}）。`
}
