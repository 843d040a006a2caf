import { splitMarkup } from './markup.js';

const names = new Set(['p', 'b', 'a', 'br', 'script', 'style', 'title']);
const split = (text: string) =>
  splitMarkup(text, names).map(({ kind, name, text: part }) => `${kind}${name && ` ${name}`}: ${part}`);

it.each<[string, string[]]>([
  ['', []],
  ['a', ['text: a']],
  ['<P CLASS="x">a</P >b', ['open p: <P CLASS="x">', 'text: a', 'close p: </P >', 'text: b']],
  ['<br><br/><br />', ['void br: <br>', 'void br: <br/>', 'void br: <br />']],
  ['<a title="1 > 0">x', ['open a: <a title="1 > 0">', 'text: x']],
  ['List<String> <a@b.c> a < b <x> <b', ['text: List<String> <a@b.c> a < b <x> <b']],
  ['a<b<p>', ['text: a<b', 'open p: <p>']],
  ['<!-- <p> -->x<!-- y', ['aside: <!-- <p> -->', 'text: x<!-- y']],
  ['<!-->', ['text: <!-->']],
  ['<!DOCTYPE html>x', ['aside: <!DOCTYPE html>', 'text: x']],
  ['<?php x ?>', ['text: <?php x ?>']],
  ['npm run <script> and <b>', ['text: npm run <script> and ', 'open b: <b>']],
  ['<script>a<b>c</script>d', ['open script: <script>', 'text: a<b>c', 'close script: </script>', 'text: d']],
  ['<o:p>x', ['open o:p: <o:p>', 'text: x']],
  ['<q:p>', ['text: <q:p>']],
])('%j has its parts', (text, parts) => {
  expect(split(text)).toEqual(parts);
  expect(
    splitMarkup(text, names)
      .map((part) => part.text)
      .join(''),
  ).toBe(text);
});
