import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from './source.mjs';

const { tsv } = await source('tsv');

test('a row to paste is one line, and its cells stay apart', () => {
  assert.equal(tsv([['甲\t乙', '丙\r\n丁'], ['1', '2']]), '甲 乙\t丙 丁\n1\t2');
});

test('no cell is taken for a formula, and a negative number stays a number', () => {
  assert.equal(tsv([['=1+1', '@x', '-3.5%', '-乙']]), "'=1+1\t'@x\t-3.5%\t'-乙");
});
