import assert from 'node:assert/strict';
import { test } from 'node:test';
import { source } from './source.mjs';

const { characters, readingTime } = await source('count');

test('white space is no character, and one beyond the basic plane is one', () => {
  assert.equal(characters('　　一、2025年 工作\r\n\t𠮷林。\f'), 12);
});

test('reading times are the server’s', () => {
  const expected = { 60: '不到1分钟', 1300: '约7分钟', 12000: '约1小时', 15000: '约1小时15分钟' };
  for (const [count, time] of Object.entries(expected)) {
    assert.equal(readingTime(Number(count)), time);
  }
});
