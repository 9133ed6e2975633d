import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from './source.mjs';

const { csv, tsv } = await source('csv');

test('a table for Excel has a byte order mark, and quotes what needs it', () => {
  assert.equal(csv([['序号', '问题'], ['1', '“一是”后面，写了"二",\n换行']]), '\uFEFF序号,问题\r\n1,"“一是”后面，写了""二"",\n换行"\r\n');
});

test('no cell is taken for a formula, and a negative number stays a number', () => {
  assert.equal(csv([['=1+1', '@x', '-3.5%', '-乙']]), "\uFEFF'=1+1,'@x,-3.5%,'-乙\r\n");
});

test('a row to paste is one line, and its cells stay apart', () => {
  assert.equal(tsv([['甲\t乙', '丙\r\n丁'], ['1', '2']]), '甲 乙\t丙 丁\n1\t2');
});
