import { checkPostFields, encodePolicy, makePostFields, type PolicyCondition } from './policy.js';
import { signText } from './signature.js';

const now = Date.parse('2026-06-01T09:00:00Z');
const fields = (change: Record<string, string> = {}) =>
  new Map(Object.entries({ ...makePostFields('folder', now), ...change }));

/** A form under another policy, signed with the right key. */
function under(conditions: PolicyCondition[], change: Record<string, string> = {}): Map<string, string> {
  const form = makePostFields('folder', now);
  const policy = encodePolicy({
    expiration: '2026-06-01T10:00:00Z',
    conditions: [
      ...conditions,
      ...['acl', 'success_action_status', 'x-amz-credential', 'x-amz-algorithm', 'x-amz-date'].map(
        (name): PolicyCondition => ['starts-with', `$${name}`, ''],
      ),
      ['starts-with', '$key', 'uploads/'],
    ],
  });
  return fields({ policy, 'x-amz-signature': signText(policy, form['x-amz-date'] ?? ''), ...change });
}

describe('a signed form', () => {
  it('passes as it was given', () => {
    expect(() => checkPostFields(fields(), 5, now)).not.toThrow();
  });

  it('passes with fields that are for nobody', () => {
    expect(() => checkPostFields(fields({ 'x-ignore-me': 'x' }), 5, now)).not.toThrow();
  });

  it('passes until its last moment only', () => {
    expect(() => checkPostFields(fields(), 5, now + 3_599_999)).not.toThrow();
    expect(() => checkPostFields(fields(), 5, now + 3_600_000)).toThrow('Policy expired');
  });

  it('echoes a content type that only has to begin right', () => {
    const conditions: PolicyCondition[] = [['starts-with', '$Content-Type', 'image/']];
    expect(() => checkPostFields(under(conditions, { 'content-type': 'image/png' }), 5, now)).not.toThrow();
    expect(() => checkPostFields(under(conditions, { 'content-type': 'text/html' }), 5, now)).toThrow(
      'Policy Condition failed: ["starts-with", "$content-type", "image/"]',
    );
  });

  it.each([
    [9, 'EntityTooSmall'],
    [21, 'EntityTooLarge'],
  ])('of %i bytes is %s under limits of 10 and 20', (size, code) => {
    const form = under([['content-length-range', 10, 20]]);
    expect(() => checkPostFields(form, 15, now)).not.toThrow();
    expect(() => checkPostFields(form, size, now)).toThrow(expect.objectContaining({ status: 400, code }));
  });

  it.each(['nonsense', '{"expiration":1}'])('with the policy %s is invalid', (text) => {
    const policy = Buffer.from(text).toString('base64');
    const date = makePostFields('folder', now)['x-amz-date'] ?? '';
    const form = fields({ policy, 'x-amz-signature': signText(policy, date) });
    expect(() => checkPostFields(form, 5, now)).toThrow(expect.objectContaining({ code: 'InvalidPolicyDocument' }));
  });
});
