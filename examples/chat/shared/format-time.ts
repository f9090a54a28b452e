/** Times as people read them, in the language of the browser. The SDK's times are seconds since the epoch. */

const clock = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' });
const weekday = new Intl.DateTimeFormat(undefined, { weekday: 'long' });
const date = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'long' });
const shortWeekday = new Intl.DateTimeFormat(undefined, { weekday: 'short' });
const shortDate = new Intl.DateTimeFormat(undefined, { day: 'numeric', month: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** 14:05. */
export function formatTime(seconds: number): string {
  return clock.format(seconds * 1000);
}

/** Today, yesterday, Monday, 3 March: for the line between two days. */
export function formatDay(seconds: number, now = Date.now()): string {
  const days = daysBetween(seconds * 1000, now);
  if (days < 2) return relative.format(-days, 'day');
  return (days < 7 ? weekday : date).format(seconds * 1000);
}

/** 14:05, Mon, 3 Mar: for the conversation list. */
export function formatBriefly(seconds: number, now = Date.now()): string {
  const days = daysBetween(seconds * 1000, now);
  if (days === 0) return formatTime(seconds);
  return (days < 7 ? shortWeekday : shortDate).format(seconds * 1000);
}

/** For the `datetime` of a `<time>`. */
export function toDateTime(seconds: number): string {
  return new Date(seconds * 1000).toISOString();
}

function daysBetween(time: number, now: number): number {
  return Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(time).setHours(0, 0, 0, 0)) / 86_400_000);
}
