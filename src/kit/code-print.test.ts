// biome-ignore-all lint/suspicious/noTemplateCurlyInString: text of people may look like this
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Code, constant, expression, imported, merged, module, name, openObject, run, template } from './code';
import { printFile } from './code-print';
import { plain, quoted, templateText } from './code-text';

const s3 = module('aws-cdk-lib/aws-s3', 's3');

function check(value: Code, expected: string): void {
  expect(printFile({ comment: 'x', items: [constant('it', value)] })).toContain(`const it = ${expected};\n`);
}

const anyText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\u2028', '\ud800', "'", '"', '`${x}`', '\\', '*/', '\n'),
);

describe('text of people', () => {
  it('is the same text again as a literal, on one line', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(new Function(`return ${quoted(text)}`)()).toBe(text);
        expect(new Function(`return \`${templateText(text)}\``)()).toBe(text);
        expect(quoted(text) + templateText(text)).not.toMatch(/[\n\r\u2028\u2029]/);
      }),
    );
  });

  it('ends no comment and speaks to no compiler', () => {
    fc.assert(
      fc.property(anyText, anyText, (one, two) => {
        expect(plain(`${one}*/${two}@ts-ignore`)).not.toMatch(/\*\/|[\n\r\u2028\u2029]|@ts-/);
      }),
    );
  });

  it('means nothing to the CDK or to CloudFormation', () => {
    check('${Token[x.1]} #{Token[x.2]} {{resolve:ssm:x}}', "'$ {Token[x.1]} # {Token[x.2]} { {resolve:ssm:x}}'");
    check(template('a${Tok', 'en[', name('x')), '`a$ {Token[${x}`');
  });
});

describe('printing', () => {
  it('keeps short code on a line and opens long code like a block', () => {
    check({ a: 1, 'b-c': [true, null], d: undefined }, "{ a: 1, 'b-c': [true, null] }");
    check(openObject({ a: 1 }), '{\n  a: 1,\n}');
    const long = 'x'.repeat(100);
    check(
      s3.member('Bucket').new(name('this'), 'lake', { name: long, on: true }),
      `new s3.Bucket(this, 'lake', {\n  name: '${long}',\n  on: true,\n})`,
    );
  });

  it('writes out only the modules that are used, sorted, the app’s own last', () => {
    const text = printFile({
      comment: 'x',
      items: [
        run(imported('../lib/stack', 'Stack').new()),
        run(s3.member('Bucket').new()),
        run(module('node:path', 'path').method('join', 'a')),
      ],
    });
    expect(text).toBe(
      "// x\n\nimport * as path from 'node:path';\nimport * as s3 from 'aws-cdk-lib/aws-s3';\nimport { Stack } from '../lib/stack';\n\nnew Stack();\nnew s3.Bucket();\npath.join('a');\n",
    );
  });

  it('joins templates and texts', () => {
    check(template('a', template('b', name('x')), 'c'), '`ab${x}c`');
    check(template('a', 'b'), "'ab'");
  });

  it('takes no name that is none', () => {
    expect(() => name('a-b')).toThrow();
    expect(() => name('x').member('y; z')).toThrow();
    expect(() => expression(Number.NaN)).toThrow();
  });
});

it('properties are merged deeply: lists follow each other, single values give way', () => {
  expect(merged({ a: { b: 1, c: [1] }, d: 1 }, { a: { b: 2, c: [2] }, e: 3 })).toEqual({
    a: { b: 2, c: [1, 2] },
    d: 1,
    e: 3,
  });
});
