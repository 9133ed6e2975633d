// A table to paste into Excel or WPS.

/** Rows of cells parted by tabs. */
export function tsv(rows: string[][]): string {
  return rows.map((row) => row.map(cell).join('\t')).join('\n');
}

/** One line; what begins like a formula is a text all the same. */
function cell(text: string): string {
  const line = text.replace(/[\t\r\n]+/g, ' ');
  return /^[=+@]|^-(?![\d.]+%?$)/.test(line) ? `'${line}` : line;
}
