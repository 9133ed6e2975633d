// Characters and reading time, counted as the server counts them.

/** Characters that are read out in a minute at a meeting; the server's estimates use the same. */
export const PER_MINUTE = 200;

/** Characters without white space; one beyond the Basic Multilingual Plane is one character. */
export function characters(text: string): number {
  let count = 0;
  for (const ch of text) {
    if (!' \n\r\t\f\u3000'.includes(ch)) {
      count += 1;
    }
  }
  return count;
}

/** How long it takes to read so many characters out: 约6分钟, 不到1分钟. */
export function readingTime(count: number): string {
  const minutes = Math.floor((count + PER_MINUTE / 2) / PER_MINUTE);
  if (minutes < 60) {
    return minutes > 0 ? `约${minutes}分钟` : '不到1分钟';
  }
  const rest = minutes % 60;
  return `约${Math.floor(minutes / 60)}小时${rest > 0 ? `${rest}分钟` : ''}`;
}
