// Tables for Excel and WPS.

/** A text for Excel: CSV with a byte order mark, without which Excel takes UTF-8 for GBK. */
export function csv(rows: string[][]): string {
  return `\uFEFF${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;
}

/** A text to paste into a sheet: cells parted by tabs. */
export function tsv(rows: string[][]): string {
  const plain = (text: string) => harmless(text.replace(/[\t\r\n]+/g, ' '));
  return rows.map((row) => row.map(plain).join('\t')).join('\n');
}

function cell(text: string): string {
  const safe = harmless(text);
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}

/** A cell that begins like a formula is a text all the same. */
function harmless(text: string): string {
  return /^[=+@\t\r]|^-(?![\d.]+%?$)/.test(text) ? `'${text}` : text;
}
