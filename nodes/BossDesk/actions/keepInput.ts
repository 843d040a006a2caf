import type { Output, Run } from './run.js';

/** Puts each record into a field of the item that it came of, where the person wants that item to go on. */
export function keepInput({ context, itemIndex, settings }: Run, outputs: readonly Output[]): Output[] {
  const { keepInputUnder } = settings;
  if (keepInputUnder === undefined) return [...outputs];
  const { json = {}, binary } = context.getInputData()[itemIndex] ?? {};
  return outputs.map((output) => {
    const files = { ...binary, ...output.binary };
    return {
      json: { ...json, [keepInputUnder]: output.json },
      ...(Object.keys(files).length === 0 ? {} : { binary: files }),
    };
  });
}
